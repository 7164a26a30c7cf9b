#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include "ui/operation/CertificateReader.h"
#include "unit/signing/SealFiles.h"

using namespace signet;
using namespace Qt::StringLiterals;
using test::SealFiles;
using ui::CertificateReader;

/** The file is read beside the main thread, and only when something has been chosen anew. */
class TestCertificateReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readOnceForEachChoice();
    void readAgainWhenTheFileChanges();
    void onlyTheLastChoiceCounts();
    void troubleIsKeptAsWell();
    /** Threads end before OpenSSL does. */
    void cleanupTestCase() { QThreadPool::globalInstance()->waitForDone(); }
};

void TestCertificateReader::readOnceForEachChoice() {
    const SealFiles files("");
    CertificateReader reader;
    QSignalSpy changed(&reader, &CertificateReader::changed);
    QVERIFY(!reader.read(files.auth));
    QVERIFY(!reader.read(files.auth));
    QTRY_COMPARE(changed.size(), 1);
    for (int i = 0; i < 3; ++i) {
        const auto read = reader.read(files.auth);
        QVERIFY(read && *read);
        QCOMPARE((*read)->commonName(), u"SIA Paraugs"_s);
    }
    QTest::qWait(50);
    QCOMPARE(changed.size(), 1);
}

void TestCertificateReader::readAgainWhenTheFileChanges() {
    const SealFiles files("");
    CertificateReader reader;
    QSignalSpy changed(&reader, &CertificateReader::changed);
    reader.read(files.auth);
    QVERIFY(changed.wait());
    files.write("auth.pem", "no certificate any more");
    QVERIFY(!reader.read(files.auth));
    QVERIFY(changed.wait());
    const auto read = reader.read(files.auth);
    QVERIFY(read && !*read);
}

void TestCertificateReader::onlyTheLastChoiceCounts() {
    const SealFiles files("");
    const QString seal = files.write("seal.pem", test::toPem(files.sealCertificate));
    CertificateReader reader;
    QSignalSpy changed(&reader, &CertificateReader::changed);
    reader.read(files.auth);
    reader.read(seal);
    QVERIFY(changed.wait());
    const auto read = reader.read(seal);
    QVERIFY(read && !*read);  // a seal's certificate is none for time stamps: no doubt whose answer this is
    QVERIFY(read->error().code() == base::ErrorCode::AuthCertificateWrongUsage);
    QVERIFY(!reader.read(files.auth));
}

void TestCertificateReader::troubleIsKeptAsWell() {
    CertificateReader reader;
    QSignalSpy changed(&reader, &CertificateReader::changed);
    QVERIFY(!reader.read(u"/nowhere/at/all.pem"_s));
    QVERIFY(changed.wait());
    const auto read = reader.read(u"/nowhere/at/all.pem"_s);
    QVERIFY(read && !*read);
    QVERIFY(read->error().code() == base::ErrorCode::FileNotReadable);
}

QTEST_GUILESS_MAIN(TestCertificateReader)
#include "tst_CertificateReader.moc"
