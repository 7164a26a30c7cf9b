#include <openssl/err.h>

#include <QCryptographicHash>
#include <QTest>
#include <QTimeZone>

#include "TestCertificates.h"
#include "crypto/Certificate.h"

using namespace signet;
using crypto::Certificate;
using crypto::KeyType;
using test::CertificateSpec;
using test::makeCertificate;

namespace {

CertificateSpec signingSpec() {
    CertificateSpec spec;
    spec.commonName = "ANDRIS PARAUDZIŅŠ";
    spec.givenName = "ANDRIS";
    spec.surname = "PARAUDZIŅŠ";
    spec.serialNumber = "PNOLV-010180-12345";
    spec.keyUsage = "critical,nonRepudiation";
    spec.qcStatements = test::qualifiedStatementsOf("0.4.0.1862.1.6.1");
    return spec;
}

/** Reads everything that a certificate has: what must not crash whatever its bytes are. */
qsizetype touchAll(const Certificate& certificate) {
    return certificate.commonName().size() + certificate.subject().size() + certificate.issuer().size() +
           certificate.notBefore().isValid() + certificate.keyBits() + certificate.keyName().size() +
           certificate.qualifiedStatements().qualified + certificate.isForSigning() +
           certificate.isForAuthentication();
}

}  // namespace

class CertificateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_ecKey = test::newEcKey();
        m_signingDer = makeCertificate(signingSpec(), m_ecKey);
    }

    void namesOfAPersonAreUnicode() {
        const auto certificate = Certificate::fromDer(m_signingDer);
        QVERIFY(certificate);
        QCOMPARE(certificate->commonName(), QStringLiteral("ANDRIS PARAUDZIŅŠ"));
        QCOMPARE(certificate->givenName(), QStringLiteral("ANDRIS"));
        QCOMPARE(certificate->surname(), QStringLiteral("PARAUDZIŅŠ"));
        QCOMPARE(certificate->serialNumber(), QStringLiteral("PNOLV-010180-12345"));
        QCOMPARE(certificate->organisation(), QString());
        QCOMPARE(certificate->issuerCommonName(), QStringLiteral("Test Issuing CA"));
        QCOMPARE(certificate->issuer(), QStringLiteral("CN=Test Issuing CA,C=LV"));
        QCOMPARE(certificate->subject(),
                 QStringLiteral(
                     "serialNumber=PNOLV-010180-12345,GN=ANDRIS,SN=PARAUDZIŅŠ,CN=ANDRIS PARAUDZIŅŠ,C=LV"));
    }

    void encodingsAreThoseOfTheDer() {
        const auto certificate = Certificate::fromDer(m_signingDer);
        QVERIFY(certificate);
        QCOMPARE(certificate->der(), m_signingDer);
        QCOMPARE(certificate->toBase64(), m_signingDer.toBase64());
        QCOMPARE(certificate->fingerprint(),
                 QCryptographicHash::hash(m_signingDer, QCryptographicHash::Sha256));
    }

    void charactersThatMisleadAreReplaced() {
        CertificateSpec spec;
        spec.commonName = "A\u202EB\u0007C";
        const auto certificate = Certificate::fromDer(makeCertificate(spec, m_ecKey));
        QVERIFY(certificate);
        QCOMPARE(certificate->commonName(), QStringLiteral("A\uFFFDB\uFFFDC"));
        QVERIFY(!certificate->subject().contains(QChar(u'\u202E')));
    }

    void anyEncoding_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray pem = test::toPem(m_signingDer);
        QTest::newRow("DER") << m_signingDer;
        QTest::newRow("PEM") << pem;
        QTest::newRow("PEM after words") << "Bag Attributes\n" + pem;
        QTest::newRow("PEM after a key") << test::toPem("key", "PRIVATE KEY") + pem;
        QTest::newRow("base64 DER") << m_signingDer.toBase64();
        QTest::newRow("base64 DER in lines") << m_signingDer.toBase64().insert(64, "\r\n") + "\n";
        QTest::newRow("base64 of PEM") << pem.toBase64();
    }

    void anyEncoding() {
        QFETCH(const QByteArray, bytes);
        const auto certificate = Certificate::fromAnyEncoding(bytes);
        QVERIFY(certificate);
        QCOMPARE(certificate->der(), m_signingDer);
        QCOMPARE(certificate->toPem(), test::toPem(m_signingDer));
    }

    void noEncodingThatIsKnown() {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray("hello"), QByteArray("aGVsbG8="), m_signingDer + '0',
              test::toPem("hello"), QByteArray(2'000'000, 'A')}) {
            const auto certificate = Certificate::fromAnyEncoding(bytes);
            QVERIFY(!certificate);
            QCOMPARE(base::toString(certificate.error().code()), QStringLiteral("certificate-invalid"));
        }
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void seals_data() {
        QTest::addColumn<QByteArray>("organisation");
        QTest::addColumn<QByteArray>("surname");
        QTest::addColumn<QByteArray>("type");  // of QcStatements; empty: none
        QTest::addColumn<bool>("seal");
        using B = QByteArray;
        const B seal = "0.4.0.1862.1.6.2";
        const B person = "0.4.0.1862.1.6.1";
        const B web = "0.4.0.1862.1.6.3";
        QTest::newRow("says eseal") << B("SIA Paraugs") << B() << seal << true;
        QTest::newRow("says eseal, without organisation") << B() << B() << seal << true;
        QTest::newRow("says esign") << B("SIA Paraugs") << B() << person << false;
        QTest::newRow("says another type") << B("SIA Paraugs") << B() << web << true;
        QTest::newRow("an organisation") << B("SIA Paraugs") << B() << B() << true;
        QTest::newRow("a person") << B() << B("PARAUDZIŅŠ") << B() << false;
        QTest::newRow("a person of an organisation") << B("SIA Paraugs") << B("PARAUDZIŅŠ") << B() << false;
        QTest::newRow("nobody") << B() << B() << B() << false;
    }

    void seals() {
        QFETCH(const QByteArray, organisation);
        QFETCH(const QByteArray, surname);
        QFETCH(const QByteArray, type);
        CertificateSpec spec;
        spec.organisation = organisation;
        spec.surname = surname;
        spec.organisationIdentifier = "NTRLV-40003000000";
        spec.qcStatements = type.isEmpty() ? QByteArray() : test::qualifiedStatementsOf(type);
        const auto certificate = Certificate::fromDer(makeCertificate(spec, m_ecKey));
        QVERIFY(certificate);
        QTEST(certificate->isSeal(), "seal");
        QCOMPARE(certificate->organisationIdentifier(), QStringLiteral("NTRLV-40003000000"));
    }

    void keys_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<KeyType>("type");
        QTest::addColumn<int>("bits");
        QTest::newRow("RSA") << "RSA-2048" << KeyType::Rsa << 2048;
        QTest::newRow("P-256") << "P-256" << KeyType::Ec << 256;
        QTest::newRow("P-384") << "P-384" << KeyType::Ec << 384;
        QTest::newRow("P-521") << "P-521" << KeyType::Ec << 521;
        QTest::newRow("another kind") << "ED25519" << KeyType::Other << 256;
    }

    void keys() {
        QFETCH(const QString, key);
        QFETCH(const KeyType, type);
        QFETCH(const int, bits);
        const QByteArray name = key.toLatin1();
        const test::KeyHandle handle =
            type == KeyType::Rsa ? test::newRsaKey()
            : type == KeyType::Ec
                ? test::newEcKey(name)
                : test::KeyHandle(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
        const auto certificate = Certificate::fromDer(test::makeCertificate({}, handle));
        QVERIFY(certificate);
        QCOMPARE(certificate->keyType(), type);
        QCOMPARE(certificate->keyName(), key);
        if (type != KeyType::Other)
            QCOMPARE(certificate->keyBits(), bits);
    }

    void usage_data() {
        QTest::addColumn<QByteArray>("keyUsage");
        QTest::addColumn<QByteArray>("extendedKeyUsage");
        QTest::addColumn<bool>("signing");
        QTest::addColumn<bool>("authentication");
        using B = QByteArray;
        QTest::newRow("signing") << B("critical,nonRepudiation") << B() << true << false;
        QTest::newRow("authentication") << B("critical,digitalSignature") << B("clientAuth") << false << true;
        QTest::newRow("with more usages")
            << B("digitalSignature,keyAgreement") << B("emailProtection,clientAuth") << false << true;
        QTest::newRow("both") << B("digitalSignature,nonRepudiation") << B("clientAuth") << true << true;
        QTest::newRow("no clientAuth") << B("digitalSignature") << B("serverAuth") << false << false;
        QTest::newRow("no extended usage") << B("digitalSignature") << B() << false << false;
        QTest::newRow("no key usage") << B() << B("clientAuth") << false << false;
        QTest::newRow("nothing said") << B() << B() << false << false;
    }

    void usage() {
        QFETCH(const QByteArray, keyUsage);
        QFETCH(const QByteArray, extendedKeyUsage);
        CertificateSpec spec;
        spec.keyUsage = keyUsage;
        spec.extendedKeyUsage = extendedKeyUsage;
        const auto certificate = Certificate::fromDer(makeCertificate(spec, m_ecKey));
        QVERIFY(certificate);
        QTEST(certificate->isForSigning(), "signing");
        QTEST(certificate->isForAuthentication(), "authentication");
    }

    void validityIsUtc() {
        CertificateSpec spec;
        spec.notBefore = 0;
        spec.notAfter = 253402300799;  // 99991231235959Z: GeneralizedTime, "no end" of RFC 5280
        const auto certificate = Certificate::fromDer(makeCertificate(spec, m_ecKey));
        QVERIFY(certificate);
        QCOMPARE(certificate->notBefore(), QDateTime(QDate(1970, 1, 1), QTime(0, 0), QTimeZone::utc()));
        QCOMPARE(certificate->notAfter(),
                 QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), QTimeZone::utc()));
        QCOMPARE(certificate->notAfter().offsetFromUtc(), 0);
    }

    void expiredIsReadAllTheSame() {
        CertificateSpec spec;
        spec.notBefore = 1'000'000'000;
        spec.notAfter = 1'000'000'060;
        const auto certificate = Certificate::fromDer(makeCertificate(spec, m_ecKey));
        QVERIFY(certificate);
        QCOMPARE(certificate->notAfter().toSecsSinceEpoch(), 1'000'000'060);
    }

    void qualifiedStatements_data() {
        QTest::addColumn<QByteArray>("extension");
        QTest::addColumn<int>("times");
        QTest::addColumn<QList<bool>>("expected");  // qualified, device, signatures, seals
        const QByteArray esign = test::qualifiedStatementsOf("0.4.0.1862.1.6.1");
        const QByteArray compliance = test::derElement('\x30', test::derIdentifier("0.4.0.1862.1.1"));
        const QByteArray longForeign = test::derElement(
            '\x30', test::derIdentifier("1.2.4294967295.4294967295.4294967295.4294967295.4294967295.1.1"));
        const QByteArray foreign =
            test::derElement('\x30', test::derIdentifier("1.2.3.4") + QByteArray("\x02\x01\x05", 3));
        QByteArray many;
        for (int i = 0; i < 40; ++i)
            many += compliance;
        const auto list = [](const QByteArray& content) { return test::derElement('\x30', content); };
        QTest::newRow("none") << QByteArray() << 1 << QList{false, false, false, false};
        QTest::newRow("esign") << esign << 1 << QList{true, true, true, false};
        QTest::newRow("eseal") << test::qualifiedStatementsOf("0.4.0.1862.1.6.2") << 1
                               << QList{true, true, false, true};
        QTest::newRow("web") << test::qualifiedStatementsOf("0.4.0.1862.1.6.3") << 1
                             << QList{true, true, false, false};
        QTest::newRow("among foreign ones")
            << list(foreign + compliance + longForeign) << 1 << QList{true, false, false, false};
        QTest::newRow("empty") << list({}) << 1 << QList{false, false, false, false};
        QTest::newRow("twice") << esign << 2 << QList{false, false, false, false};
        QTest::newRow("cut") << esign.chopped(1) << 1 << QList{false, false, false, false};
        QTest::newRow("more behind") << QByteArray(esign + '\0') << 1 << QList{false, false, false, false};
        QTest::newRow("not a sequence")
            << QByteArray("\x02\x01\x05", 3) << 1 << QList{false, false, false, false};
        QTest::newRow("not statements")
            << list(compliance + QByteArray("\x02\x01\x05", 3)) << 1 << QList{false, false, false, false};
        QTest::newRow("statement without identifier")
            << list(compliance + list({})) << 1 << QList{false, false, false, false};
        QTest::newRow("too many") << list(many) << 1 << QList{false, false, false, false};
    }

    void qualifiedStatements() {
        QFETCH(const QByteArray, extension);
        QFETCH(const int, times);
        CertificateSpec spec;
        spec.qcStatements = extension;
        spec.qcStatementsTimes = times;
        const auto certificate = Certificate::fromDer(makeCertificate(spec, m_ecKey));
        QVERIFY(certificate);
        const crypto::QualifiedStatements read = certificate->qualifiedStatements();
        const QList<bool> all{read.qualified, read.secureDevice, read.forSignatures, read.forSeals};
        QTEST(all, "expected");
    }

    void pemIsRead() {
        const auto certificate =
            Certificate::fromPem("Bag attributes: some text before\n" + test::toPem(m_signingDer));
        QVERIFY(certificate);
        QCOMPARE(certificate->der(), m_signingDer);
        const QByteArray other = makeCertificate({}, m_ecKey);
        const auto first = Certificate::fromPem(test::toPem(other) + test::toPem(m_signingDer));
        QVERIFY(first);
        QCOMPARE(first->der(), other);
    }

    void badPem_data() {
        QTest::addColumn<QByteArray>("pem");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("another label") << test::toPem(m_signingDer, "PUBLIC KEY");
        QTest::newRow("no end") << test::toPem(m_signingDer).chopped(30);
        QTest::newRow("encrypted") << QByteArray(
            "-----BEGIN CERTIFICATE-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: "
            "AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n" +
            m_signingDer.toBase64().left(64) + "\n-----END CERTIFICATE-----\n");
        QTest::newRow("huge") << QByteArray(2 * 1024 * 1024, 'A');
    }

    void badPem() {
        QFETCH(const QByteArray, pem);
        const auto certificate = Certificate::fromPem(pem);
        QVERIFY(!certificate);
        QCOMPARE(toString(certificate.error().code()), QStringLiteral("certificate-invalid"));
    }

    void badDer_data() {
        QTest::addColumn<QByteArray>("der");
        QByteArray badKey = m_signingDer;  // the point's format byte, so that it is no point of the curve
        const qsizetype point = badKey.indexOf(QByteArray("\x03\x62\x00\x04", 4));
        badKey[point + 3] = '\x05';
        QByteArray badTime = m_signingDer;
        const qsizetype time = badTime.indexOf(QByteArray("\x17\x0d", 2));
        badTime[time + 4] = '9';  // month 9x
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("not a certificate");
        QTest::newRow("trailing byte") << QByteArray(m_signingDer + '\0');
        QTest::newRow("cut") << m_signingDer.chopped(1);
        QTest::newRow("padding of a card file") << QByteArray(m_signingDer + QByteArray(16, '\xff'));
        QTest::newRow("two") << QByteArray(m_signingDer + m_signingDer);
        QTest::newRow("key not on its curve") << badKey;
        QTest::newRow("no such month") << badTime;
        QTest::newRow("over 64 KiB") << test::derElement('\x30', QByteArray(65530, '\0'));
        QTest::newRow("length beyond memory") << QByteArray("\x30\x84\xff\xff\xff\xff\x00", 7);
        QTest::newRow("nested without end") << QByteArray(20000, '\x30');
    }

    void badDer() {
        QFETCH(const QByteArray, der);
        const auto certificate = Certificate::fromDer(der);
        QVERIFY(!certificate);
        QCOMPARE(toString(certificate.error().code()), QStringLiteral("certificate-invalid"));
    }

    void hostileBytesNeverCrash() {
        qsizetype readable = 0;
        for (qsizetype i = 0; i < m_signingDer.size(); ++i) {
            QVERIFY(!Certificate::fromDer(QByteArrayView(m_signingDer).first(i)));
            for (const int change : {0x01, 0x80, 0xFF}) {
                QByteArray der = m_signingDer;
                der[i] = static_cast<char>(der[i] ^ change);
                if (const auto certificate = Certificate::fromDer(der))
                    readable += touchAll(*certificate) > 0 ? 1 : 0;
            }
        }
        QVERIFY(readable > 0);
    }

    void errorsLeaveNothingForTheNextTlsCall() {
        ERR_clear_error();
        QVERIFY(!Certificate::fromDer(QByteArrayView("junk")));
        QVERIFY(!Certificate::fromPem(QByteArrayView("junk")));
        QCOMPARE(ERR_peek_error(), 0UL);
    }

private:
    test::KeyHandle m_ecKey;
    QByteArray m_signingDer;
};

QTEST_GUILESS_MAIN(CertificateTest)
#include "tst_Certificate.moc"
