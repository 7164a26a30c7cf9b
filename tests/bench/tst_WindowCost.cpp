#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cstdio>

#include "Gauges.h"
#include "ServiceThread.h"
#include "sandbox/card/VirtualReaders.h"
#include "signing/CardDesk.h"
#include "signing/SecretStore.h"
#include "signing/journal/Journal.h"
#include "support/DemoCards.h"
#include "ui/operation/BatchRunner.h"
#include "ui/profile/ProfileConnection.h"
#include "ui/window/MainWindow.h"

using namespace signet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using signing::SessionState;

namespace {

constexpr int Sessions = 10'000;

/** The longest time in which the event loop came to nothing. */
class PauseGauge {
public:
    PauseGauge() {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double pause = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
            m_longest = std::max(m_longest, pause);
            m_noticeable += pause > Noticeable ? 1 : 0;
            m_clock.start();
        });
    }
    void begin() {
        m_longest = 0;
        m_noticeable = 0;
        m_clock.start();
        m_timer.start(0);
    }
    void print(const char* what) {
        m_timer.stop();
        std::printf("%s: longest pause of the event loop %.1f ms, %d over %.0f ms\n", what, m_longest,
                    m_noticeable, Noticeable);
        std::fflush(stdout);
    }

private:
    static constexpr double Noticeable = 16;  ///< ms: one picture of a screen with 60 of them in a second

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;  ///< ms
    int m_noticeable = 0;
};

/** Runs the event loop until `condition`; QTest's own waits sleep in between, which would be measured, too.
 */
bool await(const std::function<bool()>& condition, std::chrono::milliseconds most) {
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    look.start(5);
    QTimer::singleShot(most, &loop, [&loop] { loop.exit(1); });
    return loop.exec() == 0;
}

/** The real window over a service in another thread, a virtual card, and nothing of the person's own. */
struct Bench {
    Bench() : readers(std::make_shared<sandbox::VirtualReaders>()) {
        readers->insert(sandbox::VirtualReaders::demoReaderName(),
                        test::demoCard(sandbox::CardPersonalisation::CosmoXEc));
        cards = std::make_unique<signing::CardDesk>(readers);
        signing::Profile profile;
        profile.name = u"bench"_s;
        profile.api = remote.address();
        profile.tokenSource = signing::Profile::TokenSource::StaticToken;
        profiles.save(profile);
        profiles.setCurrent(profile.name);
        secrets->write(profile.name, std::make_shared<base::SecretBytes>(QByteArrayView("token")));
        window = std::make_unique<ui::MainWindow>(ui::Workplace{sessions, *cards, service, profiles, *secrets,
                                                                *passwords, settings, journal, std::nullopt,
                                                                nullptr});
        window->resize(1280, 800);
        window->show();
        window->begin();
    }

    bool isReady() const {
        const auto* connection = window->findChild<ui::ProfileConnection*>();
        return cards->isSettled() && connection->state() == ui::ProfileConnection::State::Connected;
    }
    int finalized() const {
        int count = 0;
        for (int row = 0; row < sessions.size(); ++row)
            count += sessions.at(row).state == SessionState::Finalized ? 1 : 0;
        return count;
    }
    template <typename Widget>
    Widget* find(const char* name) const {
        return window->findChild<Widget*>(QString::fromLatin1(name));
    }

    test::ServiceThread remote;
    QTemporaryDir place;
    ui::UiSettings settings{place.filePath(u"window.ini"_s)};
    signing::ProfileStore profiles{place.filePath(u"profiles.ini"_s)};
    std::unique_ptr<signing::SecretStore> secrets = signing::makeMemorySecretStore();
    std::unique_ptr<signing::SecretStore> passwords = signing::makeMemorySecretStore();
    std::shared_ptr<signing::Journal> journal =
        std::make_shared<signing::Journal>(place.filePath(u"journal.sqlite"_s));
    signing::SessionList sessions;
    signing::ServiceDesk service;
    std::shared_ptr<sandbox::VirtualReaders> readers;
    std::unique_ptr<signing::CardDesk> cards;
    std::unique_ptr<ui::MainWindow> window;
};

void type(QWidget* field, const QString& text) {
    field->setFocus();
    QTest::keyClicks(field, text);
}

}  // namespace

/** The window with 10,000 sessions: adding, filtering, and the event loop's longest pause during a batch. It
 * prints, and asserts no time. */
class WindowCost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenThousand();
};

void WindowCost::tenThousand() {
    Bench bench;
    QTRY_VERIFY_WITH_TIMEOUT(bench.isReady(), 30'000);
    const QStringList ids = bench.remote.addSessions(Sessions);

    QElapsedTimer clock;
    clock.start();
    bench.window->addIdentifiers(ids);
    QCoreApplication::processEvents();
    std::printf("%d sessions added and shown in %lld ms\n", Sessions, clock.restart());

    auto* filter = bench.find<QLineEdit>("sessionFilter");
    QVERIFY(filter != nullptr);
    clock.restart();
    filter->setText(u"99"_s);
    QCoreApplication::processEvents();
    std::printf("filtered in %lld ms, ", clock.restart());
    filter->clear();
    QCoreApplication::processEvents();
    std::printf("and all shown again in %lld ms\n", clock.restart());
    std::fflush(stdout);

    PauseGauge gauge;
    const auto* runner = bench.window->findChild<ui::BatchRunner*>();
    QVERIFY(runner != nullptr);
    gauge.begin();
    QTest::mouseClick(bench.find<QPushButton>("signButton"), Qt::LeftButton);
    const auto isAsked = [&bench] {
        const auto* dialog = bench.find<QWidget>("pinDialog");
        return dialog != nullptr && dialog->isVisible();
    };
    QVERIFY(await(isAsked, 60s));
    gauge.print("from the click to the question for the PIN");
    type(bench.find<QLineEdit>("pinField"), u"123456"_s);
    gauge.begin();
    clock.restart();
    const double before = test::threadSeconds();
    QTest::mouseClick(bench.find<QPushButton>("pinSign"), Qt::LeftButton);
    QVERIFY(await([runner] { return !runner->isRunning(); }, 600s));
    gauge.print("while it signs");
    QCOMPARE(bench.finalized(), Sessions);
    std::printf("a batch of %d: %.1f s, %.2f ms of the main thread for each; peak %.0f MB\n", Sessions,
                static_cast<double>(clock.elapsed()) / 1000,
                (test::threadSeconds() - before) * 1000 / Sessions, test::peakMegabytes());
}

QTEST_MAIN(WindowCost)
#include "tst_WindowCost.moc"
