#include "WindowBench.h"

#include <QLineEdit>
#include <QRadioButton>

#include "ui/profile/FirstRunPage.h"

using namespace signet;
using namespace Qt::StringLiterals;
using test::WindowBench;

/** From no profile to a service that answers; and secrets that nobody keeps. */
class FirstRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromNothingToConnected();
    void badAddressIsSaid();
    void secretIsAskedForOncePerStart();

private:
    static void fill(WindowBench& bench, const QString& api);
};

void FirstRun::fill(WindowBench& bench, const QString& api) {
    auto* page = bench.find("firstRunPage");
    const auto edit = [page](const char* name) {
        return page->findChild<QLineEdit*>(QString::fromLatin1(name));
    };
    page->findChild<QRadioButton*>(u"firstRunOwn"_s)->click();
    edit("profileName")->setText(u"Mine"_s);
    edit("profileApi")->setText(api);
    edit("profileTokenUrl")->setText(bench.demo.service().tokenUrl.toString());
    edit("profileClientId")->setText(bench.demo.service().clientId);
    edit("profileSecret")->setText(QString::fromLatin1(bench.demo.clientSecret().view()));
    edit("profileCaFile")->setText(bench.demo.service().caFile);
}

void FirstRun::fromNothingToConnected() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.profiles.remove(u"Demo"_s);
    bench.window->begin();
    auto* page = bench.find("firstRunPage");
    QTRY_VERIFY(page->isVisible());
    fill(bench, bench.demo.service().api.toString());
    auto* outcome = page->findChild<QWidget*>(u"profileOutcome"_s);
    QTest::mouseClick(page->findChild<QPushButton*>(u"profileTest"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(outcome->property("text").toString().contains(u"SIA Paraugs"_s), 20'000);
    QCOMPARE(bench.profiles.names(), QStringList());
    bench.click("firstRunStart");
    QTRY_VERIFY_WITH_TIMEOUT(bench.textOf("serviceState").contains(u"SIA Paraugs"_s), 20'000);
    QVERIFY(!page->isVisible());
    QCOMPARE(bench.profiles.currentName(), u"Mine"_s);
    QVERIFY(!page->findChild<QLineEdit*>(u"profileSecret"_s)->text().size());
}

void FirstRun::badAddressIsSaid() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.profiles.remove(u"Demo"_s);
    bench.window->begin();
    auto* page = bench.find("firstRunPage");
    QTRY_VERIFY(page->isVisible());
    fill(bench, u"http://signapi.example"_s);
    bench.click("firstRunStart");
    QVERIFY(page->isVisible());
    QVERIFY(page->findChild<QWidget*>(u"profileError"_s)->isVisible());
    QCOMPARE(bench.profiles.names(), QStringList());
}

void FirstRun::secretIsAskedForOncePerStart() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.secrets->remove(u"Demo"_s);
    bench.window->begin();
    auto* prompt = bench.find("secretPrompt");
    QTRY_VERIFY(prompt->isVisible());
    QVERIFY(bench.textOf("signWords").contains(u"secret"_s));
    QCOMPARE(bench.window->focusWidget(), bench.find("secretField"));
    bench.find<QLineEdit>("secretField")->setText(QString::fromLatin1(bench.demo.clientSecret().view()));
    bench.click("secretUse");
    QTRY_VERIFY_WITH_TIMEOUT(bench.textOf("serviceState").contains(u"Connected"_s), 20'000);
    QVERIFY(!prompt->isVisible());
    QCOMPARE(bench.find<QLineEdit>("secretField")->text(), QString());
}

QTEST_MAIN(FirstRun)
#include "tst_FirstRun.moc"
