#include "WindowBench.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>

#include "crypto/RsaPublicKey.h"
#include "ui/common/TextBlock.h"
#include "ui/seal/SealConnection.h"
#include "ui/seal/SealDialog.h"
#include "unit/signing/SealFiles.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::SealFiles;
using test::WindowBench;

namespace {

QString serviceKeyFingerprint(const WindowBench& bench) {
    const auto published = bench.demo.serviceThread().pki().centralKey();
    const auto key =
        crypto::RsaPublicKey::fromAnyEncoding(published ? published->certificateDer : QByteArray());
    return key ? QString::fromLatin1(key->fingerprint().toHex()) : QString();
}

QString sealError(const WindowBench& bench) {
    const auto texts = bench.find("sealPasswordError")->findChildren<ui::TextBlock*>();
    QStringList words;
    for (const ui::TextBlock* text : texts)
        words += text->toPlainText();
    return words.join(u' ');
}

QList<sandbox::SandboxDocument> documentsOf(const WindowBench& bench, const QString& session) {
    QList<sandbox::SandboxDocument> documents;
    bench.demo.serviceThread().run([&](sandbox::Sandbox& service) {
        documents = service.documents(session).value_or(QList<sandbox::SandboxDocument>());
    });
    return documents;
}

}  // namespace

/** The e-seal: chosen once, opened with its password, and the service's key seen before anything leaves. */
class SealInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chosenOpenedAndReady();
    void anotherKeyWantsAPerson();
    void declinedStaysLocked();
    void thePasswordIsNotKeptUnasked();
    void sealedToTheEnd();
    void thePasswordGoesOnceEncrypted();
    void oneIsRefused();
    void aWrongPasswordSendsNothing();

private:
    /** The demo's own e-seal, and the service is asked for its key. */
    static void chooseDemoSeal(const WindowBench& bench);
    static bool readyToSeal(const WindowBench& bench);
    static constexpr const char* Password = "zimogs 1";
    static QString keyFile(const SealFiles& files);
    static void choose(WindowBench& bench, const SealFiles& files, const QString& key);
    static void enter(const WindowBench& bench, const QString& password);
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

void SealInWindow::enter(const WindowBench& bench, const QString& password) {
    QTest::keyClicks(bench.find<QLineEdit>("sealPasswordField"), password);
    bench.click("sealPasswordOpen");
}

void SealInWindow::chooseDemoSeal(const WindowBench& bench) {
    bench.find<QTabBar>("operationTabs")->setCurrentIndex(1);
    bench.click("sealChoose");
    bench.find<QLineEdit>("sealPfx")->setText(bench.demo.seal().pfxFile);
    bench.find<QLineEdit>("sealAuthCertificate")->setText(bench.demo.seal().authCertificateFile);
    bench.click("sealUse");
}

bool SealInWindow::readyToSeal(const WindowBench& bench) {
    chooseDemoSeal(bench);
    enter(bench, test::sealPassword());
    const auto* accept = bench.find<QPushButton>("centralKeyAccept");
    if (!QTest::qWaitFor([accept] { return accept->isVisible(); }, 20'000))
        return false;
    const QString shown = bench.textOf("centralKeyFingerprint").remove(u' ').remove(u'\n');
    if (shown.compare(serviceKeyFingerprint(bench), Qt::CaseInsensitive) != 0)
        return false;
    bench.click("centralKeyAccept");
    const auto* seal = bench.find<QPushButton>("signButton");
    return QTest::qWaitFor([seal] { return seal->isEnabled(); }, 20'000);
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

void SealInWindow::sealedToTheEnd() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    auto* form = bench.find<QComboBox>("resultForm");
    form->setCurrentIndex(form->findText(u"PDF where possible"_s));
    QVERIFY(readyToSeal(bench));
    QCOMPARE(bench.textOf("signButton"), u"&Seal 20"_s);
    bench.click("signButton");
    QVERIFY(bench.awaitEnd());
    QVERIFY2(bench.countOf(SessionState::Finalized) == 20, qPrintable(bench.states().join(u' ')));
    QCOMPARE(bench.message(), u"All 20 sealed."_s);
    QCOMPARE(bench.pinDialog(), nullptr);
    int pdfs = 0;
    const QStringList samples = bench.demo.service().sessions;
    for (const QString& session : samples) {
        const auto documents = documentsOf(bench, session);
        QCOMPARE(documents.size(), 1);
        const auto& document = documents.first();
        pdfs += document.name.endsWith(u".pdf"_s) && document.bytes.contains("/ByteRange") ? 1 : 0;
        QVERIFY2(document.name.endsWith(u".pdf"_s) || document.name.endsWith(u".asice"_s),
                 qPrintable(document.name));
    }
    QCOMPARE(pdfs, 14);  // the others are texts or hold several files
    const auto counts = bench.demo.serviceThread().counters().values();
    for (const QString& session : samples) {
        QCOMPARE(counts.sealRequests.value(session), 1);
        QCOMPARE(counts.seals.value(session), 1);
    }
}

void SealInWindow::thePasswordGoesOnceEncrypted() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    chooseDemoSeal(bench);
    enter(bench, test::sealPassword());
    const auto* connection = bench.window->findChild<ui::SealConnection*>();
    QTRY_VERIFY_WITH_TIMEOUT(connection->seal().has_value(), 20'000);
    QTRY_VERIFY(bench.find<QPushButton>("centralKeyAccept")->isVisible());
    QVERIFY2(connection->seal()->password, "not yet: nobody has seen the key");
    bench.click("centralKeyAccept");
    QVERIFY(!connection->seal()->password);
    // It is not needed again: one batch after the other.
    const QStringList samples = bench.demo.service().sessions;
    for (int batch = 0; batch < 2; ++batch) {
        bench.window->addIdentifiers(samples.mid(batch * 2, 2));
        QTRY_COMPARE(bench.textOf("signButton"), u"&Seal 2"_s);
        bench.click("signButton");
        QVERIFY(bench.awaitEnd());
        QCOMPARE(bench.message(), u"All 2 sealed."_s);
        QTRY_VERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    }
    QVERIFY(!bench.window->findChild<QWidget*>(u"sealPasswordDialog"_s));
}

void SealInWindow::oneIsRefused() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    const QString refused = bench.demo.service().sessions[3];
    bench.demo.serviceThread().faults().add({.kind = sandbox::FaultKind::SessionError,
                                             .operation = sandbox::Operation::ESealCreate,
                                             .sessionId = refused,
                                             .code = u"signing:eSealCreate:pdfLocked"_s,
                                             .message = u"The document is locked"_s});
    bench.addSamples();
    QVERIFY(readyToSeal(bench));
    bench.click("signButton");
    QVERIFY(bench.awaitEnd());
    QVERIFY2(bench.countOf(SessionState::Finalized) == 19, qPrintable(bench.states().join(u' ')));
    QCOMPARE(bench.message(), u"19 of 20 sealed. 1 failed: its row says why."_s);
    const auto& session = bench.sessions.at(3);
    QCOMPARE(signing::toString(session.state), signing::toString(SessionState::Failed));
    QVERIFY(session.error && session.error->message().contains(u"The document is locked"_s));
    QCOMPARE(bench.demo.serviceThread().counters().values().seals.value(refused), 0);
}

void SealInWindow::aWrongPasswordSendsNothing() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    chooseDemoSeal(bench);
    enter(bench, u"wrong"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("sealPasswordError")->isVisible(), 20'000);
    const QString words = sealError(bench);
    QVERIFY2(words.contains(bench.demo.seal().pfxFile + u" is wrong."_s), qPrintable(words));
    bench.click("sealPasswordCancel");
    QTest::qWait(100);
    const auto counts = bench.demo.serviceThread().counters().values();
    QCOMPARE(counts.requests.value(sandbox::Operation::ESealCreate), 0);
    QVERIFY(counts.sealRequests.isEmpty());
    QCOMPARE(bench.countOf(SessionState::Picked), 20);
}

QTEST_MAIN(SealInWindow)
#include "tst_SealInWindow.moc"
