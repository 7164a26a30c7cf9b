#include "WindowBench.h"

#include <QLineEdit>
#include <QTabBar>

#include "ui/seal/SealDialog.h"
#include "unit/signing/SealFiles.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::SealFiles;
using test::WindowBench;

/** The e-seal: chosen once, opened with its password, and the service's key seen before anything leaves. */
class SealInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chosenOpenedAndReady();
    void anotherKeyWantsAPerson();
    void declinedStaysLocked();
    void thePasswordIsNotKeptUnasked();

private:
    static constexpr const char* Password = "zimogs 1";
    static QString keyFile(const SealFiles& files);
    static void choose(WindowBench& bench, const SealFiles& files, const QString& key);
    static void enter(WindowBench& bench, const QString& password);
};

QString SealInWindow::keyFile(const SealFiles& files) {
    return files.write("central.pem", test::toPem(test::publicKeyDer(test::newRsaKey()), "PUBLIC KEY"));
}

void SealInWindow::choose(WindowBench& bench, const SealFiles& files, const QString& key) {
    bench.find<QTabBar>("operationTabs")->setCurrentIndex(1);
    bench.click("sealChoose");
    bench.find<QLineEdit>("sealPfx")->setText(files.pfx);
    bench.find<QLineEdit>("sealAuthCertificate")->setText(files.auth);
    bench.find<QLineEdit>("sealCentralKey")->setText(key);
    bench.click("sealUse");
}

void SealInWindow::enter(WindowBench& bench, const QString& password) {
    QTest::keyClicks(bench.find<QLineEdit>("sealPasswordField"), password);
    bench.click("sealPasswordOpen");
}

void SealInWindow::chosenOpenedAndReady() {
    const SealFiles files(Password);
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    bench.find<QTabBar>("operationTabs")->setCurrentIndex(1);
    QCOMPARE(bench.textOf("sealOwner"), u"No e-seal has been chosen"_s);
    QCOMPARE(bench.textOf("signWords"), u"Choose the e-seal first."_s);
    choose(bench, files, keyFile(files));
    QVERIFY(bench.find("sealPasswordDialog")->isVisible());
    enter(bench, u"wrong"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("sealPasswordError")->isVisible(), 20'000);
    QCOMPARE(bench.find<QLineEdit>("sealPasswordField")->text(), QString());
    QVERIFY(bench.find("sealPasswordDialog")->isVisible());
    enter(bench, QString::fromUtf8(Password));
    QTRY_COMPARE_WITH_TIMEOUT(bench.textOf("sealOwner"), u"SIA Paraugs"_s, 20'000);
    QCOMPARE(bench.textOf("sealCode"), u"NTRLV-40003000000"_s);
    QVERIFY(!bench.textOf("sealFingerprint").isEmpty());
    QVERIFY(bench.textOf("sealAuthentication").contains(u"SIA Paraugs"_s));
    // The key is new: a person looks at it first.
    QTRY_COMPARE(bench.textOf("signWords"), u"Confirm the service's key first."_s);
    QVERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    const QString fingerprint = bench.textOf("centralKeyFingerprint");
    QCOMPARE(QString(fingerprint).remove(u' ').remove(u'\n').size(), 64);
    const QWidget* shown = bench.find("centralKeyFingerprint");
    QTRY_VERIFY2(shown->height() >= 4 * shown->fontMetrics().lineSpacing(), "all of it is to be seen");
    bench.click("centralKeyAccept");
    QTRY_VERIFY(bench.find<QPushButton>("signButton")->isEnabled());
    QCOMPARE(bench.textOf("signButton"), u"&Seal 20"_s);
    QVERIFY(bench.textOf("signWords").startsWith(u"The seal goes into"_s));
    const signing::Profile profile = *bench.profiles.find(u"Demo"_s);
    QCOMPARE(profile.sealPfxFile, files.pfx);
    QCOMPARE(profile.centralKeyFingerprint.size(), 64);
}

void SealInWindow::anotherKeyWantsAPerson() {
    const SealFiles files(Password);
    WindowBench bench;
    QCOMPARE(bench.start(), QString());
    bench.profiles.acceptCentralKey(u"Demo"_s, QString(64, u'a'));
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    choose(bench, files, keyFile(files));
    enter(bench, QString::fromUtf8(Password));
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("centralKeyError")->isVisible(), 20'000);
    QVERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    bench.click("centralKeyAccept");
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QPushButton>("signButton")->isEnabled(), 20'000);
    QVERIFY(!bench.find("centralKeyError")->isVisible());
    QVERIFY(bench.profiles.find(u"Demo"_s)->centralKeyFingerprint != QString(64, u'a'));
}

void SealInWindow::declinedStaysLocked() {
    const SealFiles files(Password);
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    choose(bench, files, keyFile(files));
    bench.click("sealPasswordCancel");
    QTRY_COMPARE(bench.textOf("sealOwner"), u"seal.pfx"_s);
    QTRY_VERIFY(bench.find("centralKeyAccept")->isVisible());
    bench.click("centralKeyAccept");
    // Sealing asks for the password by itself.
    QTRY_VERIFY(bench.find<QPushButton>("signButton")->isEnabled());
    bench.click("signButton");
    QTRY_VERIFY(bench.find("sealPasswordDialog")->isVisible());
    bench.click("sealPasswordCancel");
    QTest::qWait(100);
    QCOMPARE(bench.countOf(SessionState::Picked), 20);
}

void SealInWindow::thePasswordIsNotKeptUnasked() {
    const SealFiles files(Password);
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    choose(bench, files, keyFile(files));
    // Nothing here keeps secrets beyond the program: there is nothing to be chosen.
    QVERIFY(!bench.find("sealPasswordKeep")->isVisible());
    enter(bench, QString::fromUtf8(Password));
    QTRY_COMPARE_WITH_TIMEOUT(bench.textOf("sealOwner"), u"SIA Paraugs"_s, 20'000);
    const auto kept = bench.sealPasswords->read(u"Demo"_s);
    QTRY_VERIFY(kept.isFinished());
    QVERIFY(kept.result() && !*kept.result());
}

QTEST_MAIN(SealInWindow)
#include "tst_SealInWindow.moc"
