#include <unistd.h>

#include <QDir>
#include <QProcessEnvironment>
#include <QTest>

#include "cli/CliBench.h"
#include "crypto/RsaPublicKey.h"
#include "signing/ProfileStore.h"
#include "support/CoreDump.h"
#include "support/SecretWatch.h"
#include "support/XScreen.h"

using namespace signet;
using namespace signet::test;
using sandbox::FaultKind;
using sandbox::Operation;

namespace {

constexpr int Patience = 60'000;
const QByteArray Pin = "739402851164";
const QByteArray Password = "Zimoga-parole-58203917";
const QString PinTitle = QStringLiteral("Enter PIN2 to sign");
const QString PasswordTitle = QStringLiteral("Open the e-seal");

}  // namespace

/**
 * The real program in a process of its own, on a real X server: every secret is typed at a keyboard outside
 * of it and comes as key events, as from a person. What the program then holds is looked at from outside,
 * too.
 */
class TestSecretsInWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pinWhileSigning();
    void passwordWhileSealing();

private:
    QString home(const QString& name) const { return m_bench.path(QStringLiteral("home/") + name); }
    void saveProfile();
    QString centralKeyFingerprint();
    QStringList newSessions(int count);
    /** The window over these sessions, with every debug message on; connected, after the client secret was
     * typed. */
    bool begin(const QStringList& sessions);
    /** Presses `key` until a window with this title has the keys. */
    bool awaitDialog(const QString& key, const QString& title);
    bool awaitLog(const QByteArray& words);
    /** Types it into the field that has the keys, and waits until it is all there; looks meanwhile. */
    bool typeSecret(const QByteArray& secret, const QList<SecretForms>& forms, SecretWatch& watch);
    /** A core dump holds what the window shows, but neither the secrets nor the memory that they stand in. */
    void lookAtCoreDump(const QList<SecretForms>& secrets);
    /** Ends it as a person does. What is left of any secret in its messages, arguments and files. */
    QStringList endAndSearch(const SecretWatch& watch);

    CliBench m_bench;
    XScreen m_screen;
    std::unique_ptr<QProcess> m_window;
    QByteArray m_log;
    QByteArray m_clientSecret;
    QList<SecretForms> m_pin{SecretForms::of(QStringLiteral("PIN2"), Pin)};
    QList<SecretForms> m_password{SecretForms::of(QStringLiteral("password"), Password)};
    QList<SecretForms> m_all = m_pin + m_password;
};

void TestSecretsInWindow::initTestCase() {
    QVERIFY2(::geteuid() == 0, "Only root may look into another process.");
    for (const QString& problem : {m_bench.startService(), m_bench.startCards(), m_screen.start()})
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_clientSecret = m_bench.service().clientSecret().view().toByteArray();
    m_all.append(SecretForms::of(QStringLiteral("client secret"), m_clientSecret));
    for (const char* folder : {"tmp", "config", "data", "cache", "runtime"})
        QVERIFY(QDir().mkpath(home(QString::fromLatin1(folder))));
    saveProfile();
}

void TestSecretsInWindow::init() {
    m_log.clear();
}

void TestSecretsInWindow::cleanup() {
    if (m_window) {
        m_window->kill();
        m_window->waitForFinished();
    }
    m_window.reset();
    m_bench.service().faults().clear();
    m_bench.removeCards();
}

QString TestSecretsInWindow::centralKeyFingerprint() {
    const auto published = m_bench.service().pki().centralKey();
    const auto key =
        crypto::RsaPublicKey::fromAnyEncoding(published ? published->certificateDer : QByteArray());
    return key ? QString::fromLatin1(key->fingerprint().toHex()) : QString();
}

void TestSecretsInWindow::saveProfile() {
    const sandbox::SandboxInfo& info = m_bench.service().info();
    const QStringList seal = m_bench.sealOptions({}, Password);
    const auto option = [&seal](const char* name) {
        return seal.value(seal.indexOf(QLatin1StringView(name)) + 1);
    };
    signing::Profile profile;
    profile.name = QStringLiteral("Test");
    profile.api = info.api;
    profile.tokenUrl = info.tokenUrl;
    profile.clientId = info.clientId;
    profile.caFile = info.caFile;
    profile.sealPfxFile = option("--pfx");
    profile.sealAuthCertificateFile = option("--auth-certificate");
    profile.centralKeyFingerprint = centralKeyFingerprint();
    QVERIFY(QDir().mkpath(home(QStringLiteral("config/signet"))));
    signing::ProfileStore store(home(QStringLiteral("config/signet/profiles.ini")));
    store.save(profile);
    store.setCurrent(profile.name);
}

QStringList TestSecretsInWindow::newSessions(int count) {
    QStringList sessions;
    m_bench.service().run([&](sandbox::Sandbox& service) {
        for (int i = 0; i < count; ++i)
            sessions.append(service.addSession({{QString(), QStringLiteral("a.txt"), "a"}}));
    });
    return sessions;
}

bool TestSecretsInWindow::begin(const QStringList& sessions) {
    m_window = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&environment](const char* name, const QString& value) {
        environment.insert(QString::fromLatin1(name), value);
    };
    set("DISPLAY", m_screen.display());
    set("QT_QPA_PLATFORM", QStringLiteral("xcb"));
    set("QT_LOGGING_RULES", QStringLiteral("*=true"));
    set("LC_ALL", QStringLiteral("C.UTF-8"));
    set("HOME", m_bench.path(QStringLiteral("home")));
    set("TMPDIR", home(QStringLiteral("tmp")));
    set("XDG_CONFIG_HOME", home(QStringLiteral("config")));
    set("XDG_DATA_HOME", home(QStringLiteral("data")));
    set("XDG_CACHE_HOME", home(QStringLiteral("cache")));
    set("XDG_RUNTIME_DIR", home(QStringLiteral("runtime")));
    // Without an address, D-Bus would start a session bus of its own on this display, which nobody ends.
    set("DBUS_SESSION_BUS_ADDRESS", QStringLiteral("unix:path=") + home(QStringLiteral("no-bus")));
    m_window->setProcessEnvironment(environment);
    m_window->setProcessChannelMode(QProcess::MergedChannels);
    connect(m_window.get(), &QProcess::readyRead, this, [this] { m_log += m_window->readAll(); });
    m_window->start(QStringLiteral(SIGNET_WINDOW), sessions);
    return m_window->waitForStarted() && awaitLog("a person is asked for the secret") &&
           QTest::qWaitFor([this] { return m_screen.focus(QStringLiteral("Signet")); }, Patience) &&
           m_screen.type(m_clientSecret) && m_screen.press(QStringLiteral("Return"));
}

bool TestSecretsInWindow::awaitLog(const QByteArray& words) {
    return QTest::qWaitFor([&] { return m_log.contains(words); }, Patience);
}

bool TestSecretsInWindow::awaitDialog(const QString& key, const QString& title) {
    const auto opened = [&] {
        if (m_screen.focus(title))
            return true;
        m_screen.press(key);
        return false;
    };
    return QTest::qWaitFor(opened, Patience);
}

bool TestSecretsInWindow::typeSecret(const QByteArray& secret, const QList<SecretForms>& forms,
                                     SecretWatch& watch) {
    const LiveProcess live(m_window->processId());
    const qsizetype half = secret.size() / 2;
    if (!m_screen.type(secret.first(half)))
        return false;
    watch.look(live, forms);
    return m_screen.type(secret.sliced(half)) && QTest::qWaitFor(
                                                     [&] {
                                                         watch.look(live, forms);
                                                         return watch.inLockedMemory;
                                                     },
                                                     Patience);
}

void TestSecretsInWindow::lookAtCoreDump(const QList<SecretForms>& secrets) {
#ifndef __SANITIZE_ADDRESS__
    const CoreDump core(m_window->processId());
    QVERIFY2(core.problem().isEmpty(), qPrintable(core.problem()));
    const auto shown = SecretForms::of(QStringLiteral("shown"), "Virtual PCD 00 00");
    QVERIFY2(!core.find({shown}).isEmpty(), "Not even the reader's name is in it.");
    QCOMPARE(core.find(secrets).join(u' '), QString());
    const QList<quint64> locked = LiveProcess(m_window->processId()).lockedAddresses();
    QVERIFY(!locked.isEmpty());
    for (const quint64 address : locked)
        QVERIFY(!core.holds(address));
#else
    Q_UNUSED(secrets)  // the sanitizer's notes would be in it, too: terabytes
#endif
}

QStringList TestSecretsInWindow::endAndSearch(const SecretWatch& watch) {
    const bool asked = m_screen.focus(QStringLiteral("Signet")) && m_screen.press(QStringLiteral("ctrl+q"));
    QStringList found;
    if (!asked || !m_window->waitForFinished(Patience) || m_window->exitCode() != 0)
        found.append(QStringLiteral("it did not end well"));
    m_log += m_window->readAll();
    found += filesWith(m_all, m_bench.path(QStringLiteral("home")));
    for (const SecretForms& secret : m_all) {
        if (secret.isIn(m_log))
            found.append(secret.name + QStringLiteral(" in the log"));
        if (secret.isIn(watch.openly))
            found.append(secret.name + QStringLiteral(" in arguments or environment"));
    }
    return found;
}

void TestSecretsInWindow::pinWhileSigning() {
    sandbox::VirtualCardOptions options;
    options.timePerSignature = std::chrono::milliseconds(250);
    sandbox::CardPins pins = sandbox::CardPins::demo();
    pins.pin2 = base::SecretBytes(QByteArrayView(Pin));
    QVERIFY(m_bench.insert(sandbox::CardPersonalisation::CosmoXEc, options, 0, std::move(pins)));
    sandbox::SandboxThread& service = m_bench.service();
    service.faults().add(
        {.kind = FaultKind::Delay, .operation = Operation::FinalizeSigning, .amount = 4'000});
    const auto before = service.counters().values().finalizeRequests.size();
    QVERIFY2(begin(newSessions(6)), m_log.right(4'000));
    QVERIFY2(awaitDialog(QStringLiteral("ctrl+Return"), PinTitle), m_log.right(4'000));

    SecretWatch typing;
    QVERIFY2(typeSecret(Pin, m_pin, typing), "The PIN never arrived in locked memory.");
    QCOMPARE(typing.elsewhere.join(u'\n'), QString());
    lookAtCoreDump(m_pin);

    SecretWatch signing;
    QVERIFY(m_screen.press(QStringLiteral("Return")));
    const auto isFinalizing = [&] { return service.counters().values().finalizeRequests.size() > before; };
    QVERIFY2(signing.lookUntil(isFinalizing, *m_window, m_pin), m_log.right(4'000));
    QVERIFY(signing.looks > 3);
    QVERIFY2(signing.inLockedMemory, "The PIN was never seen; the test looks in the wrong place.");
    QCOMPARE(signing.elsewhere.join(u'\n'), QString());
    QCOMPARE(signing.coreLimit, QStringLiteral("0 0"));

    QVERIFY2(awaitLog("the batch has ended: 6 of 6 done"), m_log.right(4'000));
    SecretWatch afterwards;
    afterwards.look(LiveProcess(m_window->processId()), m_pin);
    QCOMPARE(afterwards.elsewhere.join(u'\n'), QString());
    QVERIFY(!afterwards.inLockedMemory);
    lookAtCoreDump(m_pin);
    QCOMPARE(endAndSearch(signing).join(u'\n'), QString());
}

void TestSecretsInWindow::passwordWhileSealing() {
    sandbox::SandboxThread& service = m_bench.service();
    service.faults().add({.kind = FaultKind::Delay, .operation = Operation::ESealCreate, .amount = 4'000});
    const auto before = service.counters().values().sealRequests.size();
    QVERIFY2(begin(newSessions(3)), m_log.right(4'000));
    QVERIFY(m_screen.press(QStringLiteral("ctrl+2")));
    QVERIFY2(awaitDialog(QStringLiteral("ctrl+Return"), PasswordTitle), m_log.right(4'000));

    SecretWatch typing;
    QVERIFY2(typeSecret(Password, m_password, typing), "The password never arrived in locked memory.");
    QCOMPARE(typing.elsewhere.join(u'\n'), QString());
    lookAtCoreDump(m_password);

    SecretWatch sealing;
    QVERIFY(m_screen.press(QStringLiteral("Return")));
    const auto isSealing = [&] { return service.counters().values().sealRequests.size() > before; };
    QVERIFY2(sealing.lookUntil(isSealing, *m_window, m_password), m_log.right(4'000));
    QVERIFY2(sealing.inLockedMemory, "The password was never seen; the test looks in the wrong place.");
    QCOMPARE(sealing.elsewhere.join(u'\n'), QString());

    QVERIFY2(awaitLog("the batch has ended: 3 of 3 done"), m_log.right(4'000));
    SecretWatch afterwards;
    afterwards.look(LiveProcess(m_window->processId()), m_password);
    QCOMPARE(afterwards.elsewhere.join(u'\n'), QString());
    QVERIFY(!afterwards.inLockedMemory);
    lookAtCoreDump(m_password);
    QCOMPARE(endAndSearch(sealing).join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(TestSecretsInWindow)
#include "tst_SecretsInWindow.moc"
