#include <openssl/err.h>

#include <QTest>

#include "TestCertificates.h"
#include "crypto/PfxFile.h"

using namespace signet;
using base::ErrorCode;
using base::SecretBytes;
using crypto::Certificate;
using crypto::PfxFile;
using test::PfxSpec;

namespace {

const QByteArray Password = "correct horse";
const QString Name = QStringLiteral("seal.pfx");

QString codeOf(const base::Expected<PfxFile>& opened) {
    return opened ? QString() : base::toString(opened.error().code());
}

base::Expected<PfxFile> open(const QByteArray& bytes, const QByteArray& password = Password) {
    return PfxFile::open(bytes, SecretBytes(QByteArrayView(password)), Name);
}

}  // namespace

/** PFX files of all kinds, made here with OpenSSL. */
class PfxFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_rsa = test::newRsaKey();
        m_ec = test::newEcKey();
        test::CertificateSpec spec;
        spec.commonName = "SIA Paraugs";
        m_rsaCertificate = test::makeCertificate(spec, m_rsa);
        m_ecCertificate = test::makeCertificate(spec, m_ec);
        spec.commonName = "Issuer";
        m_issuer = test::makeCertificate(spec, test::newEcKey());
    }

    void ciphers_data() {
        QTest::addColumn<QByteArray>("cipher");
        QTest::addColumn<QByteArray>("keyCipher");
        QTest::addColumn<QByteArray>("mac");
        using B = QByteArray;
        QTest::newRow("AES-256, SHA-256") << B("AES-256-CBC") << B("AES-256-CBC") << B("SHA256");
        QTest::newRow("AES-128, SHA-512") << B("AES-128-CBC") << B("AES-128-CBC") << B("SHA512");
        QTest::newRow("openssl -legacy") << B("PBE-SHA1-RC2-40") << B("PBE-SHA1-3DES") << B("SHA1");
        QTest::newRow("RC2-128") << B("PBE-SHA1-RC2-128") << B("PBE-SHA1-RC2-128") << B("SHA1");
        QTest::newRow("RC4") << B("PBE-SHA1-RC4-128") << B("PBE-SHA1-RC4-128") << B("SHA1");
        QTest::newRow("triple DES") << B("PBE-SHA1-3DES") << B("PBE-SHA1-3DES") << B("SHA1");
        QTest::newRow("MD5 MAC") << B("AES-256-CBC") << B("AES-256-CBC") << B("MD5");
        QTest::newRow("no MAC") << B("AES-256-CBC") << B("AES-256-CBC") << B();
        QTest::newRow("no MAC, old") << B("PBE-SHA1-RC2-40") << B("PBE-SHA1-3DES") << B();
    }

    void ciphers() {
        QFETCH(const QByteArray, cipher);
        QFETCH(const QByteArray, keyCipher);
        QFETCH(const QByteArray, mac);
        for (const auto& [key, certificate] :
             {std::pair(m_rsa, m_rsaCertificate), std::pair(m_ec, m_ecCertificate)}) {
            PfxSpec spec{key, certificate, {m_issuer}, cipher.data(), keyCipher.data()};
            spec.mac = mac.isEmpty() ? nullptr : mac.data();
            const QByteArray file = test::makePfx(spec, Password);
            const auto opened = open(file);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail()));
            QCOMPARE(opened->certificate().der(), certificate);
            QCOMPARE(opened->others().size(), 1);
            QCOMPARE(opened->others().first().der(), m_issuer);
            QCOMPARE(codeOf(open(file, "Correct horse")), QStringLiteral("pfx-password-wrong"));
            QCOMPARE(codeOf(open(file, "correct horse ")), QStringLiteral("pfx-password-wrong"));
            QCOMPARE(codeOf(open(file, "")), QStringLiteral("pfx-password-wrong"));
        }
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void passwords_data() {
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("Latvian") << QByteArray("žagarĀbols€");
        QTest::newRow("decomposed, as typed") << QByteArray("z\u030Cagars");
        QTest::newRow("beyond the basic plane") << QByteArray("a😀b");
        QTest::newRow("blanks at the ends") << QByteArray(" x ");
        QTest::newRow("long") << QByteArray(300, 'x');
    }

    void passwords() {
        QFETCH(const QByteArray, password);
        for (const char* cipher : {"AES-256-CBC", "PBE-SHA1-3DES"}) {
            const QByteArray file = test::makePfx({m_ec, m_ecCertificate, {}, cipher}, password);
            QCOMPARE(codeOf(open(file, password)), QString());
            QCOMPARE(codeOf(open(file, password + 'x')), QStringLiteral("pfx-password-wrong"));
        }
    }

    void composedIsNotDecomposed() {
        const QByteArray file = test::makePfx({m_ec, m_ecCertificate}, "žagars");
        QCOMPARE(codeOf(open(file, "z\u030Cagars")), QStringLiteral("pfx-password-wrong"));
    }

    void theKeysCertificateIsFound() {
        const QByteArray file =
            test::makePfx({m_ec, m_issuer, {m_rsaCertificate, m_ecCertificate}}, Password);
        const auto opened = open(file);
        QVERIFY(opened);
        QCOMPARE(opened->certificate().der(), m_ecCertificate);
        QCOMPARE(opened->others().size(), 2);
    }

    void whatIsMissing() {
        QCOMPARE(codeOf(open(test::makePfx({nullptr, m_ecCertificate}, Password))),
                 QStringLiteral("pfx-without-key"));
        QCOMPARE(codeOf(open(test::makePfx({m_ec, {}}, Password))),
                 QStringLiteral("pfx-without-certificate"));
        QCOMPARE(codeOf(open(test::makePfx({m_ec, m_rsaCertificate, {m_issuer}}, Password))),
                 QStringLiteral("pfx-key-mismatch"));
        QCOMPARE(codeOf(open(test::makePfx({test::newEcKey(), m_ecCertificate}, Password))),
                 QStringLiteral("pfx-key-mismatch"));
        QCOMPARE(codeOf(open(test::makePfx({test::newRsaKey(), m_rsaCertificate}, Password))),
                 QStringLiteral("pfx-key-mismatch"));
    }

    void messagesNameTheFile() {
        const auto opened = open("no PFX");
        QVERIFY(!opened);
        QVERIFY(opened.error().message().contains(Name));
    }

    void unsupported_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        // One object identifier exchanged for one that nobody knows, or another one of the same length.
        QTest::newRow("cipher") << QByteArray::fromHex("60864801650304012a")
                                << QByteArray::fromHex("60864801650304017f");
        QTest::newRow("PBES2") << QByteArray::fromHex("2a864886f70d01050d")
                               << QByteArray::fromHex("2a864886f70d01057f");
        QTest::newRow("PBKDF2") << QByteArray::fromHex("2a864886f70d01050c")
                                << QByteArray::fromHex("2a864886f70d01057f");
        QTest::newRow("hash of the key's derivation")
            << QByteArray::fromHex("2a864886f70d0209") << QByteArray::fromHex("2a864886f70d027f");
    }

    void unsupported() {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        PfxSpec spec{m_ec, m_ecCertificate};
        spec.mac = nullptr;
        QByteArray file = test::makePfx(spec, Password);
        QVERIFY(file.contains(from));
        file.replace(from, to);
        QCOMPARE(codeOf(open(file)), QStringLiteral("pfx-algorithm"));
        QCOMPARE(codeOf(open(file, "wrong")), QStringLiteral("pfx-algorithm"));
    }

    void unsupportedMac() {
        QByteArray file = test::makePfx({m_ec, m_ecCertificate}, Password);
        const QByteArray sha256 = QByteArray::fromHex("608648016503040201");
        file.replace(file.lastIndexOf(sha256), sha256.size(), QByteArray::fromHex("60864801650304027f"));
        QCOMPARE(codeOf(open(file)), QStringLiteral("pfx-algorithm"));
    }

    void absurdRounds_data() {
        QTest::addColumn<QByteArray>("cipher");
        QTest::addColumn<bool>("inMac");
        QTest::newRow("PBKDF2") << QByteArray("AES-256-CBC") << false;
        QTest::newRow("PKCS#12") << QByteArray("PBE-SHA1-3DES") << false;
        QTest::newRow("MAC") << QByteArray("AES-256-CBC") << true;
    }

    void absurdRounds() {
        QFETCH(const QByteArray, cipher);
        QFETCH(const bool, inMac);
        PfxSpec spec{m_ec, m_ecCertificate};
        spec.cipher = cipher.data();
        spec.mac = inMac ? spec.mac : nullptr;
        (inMac ? spec.macRounds : spec.rounds) = 70'000;
        QByteArray file = test::makePfx(spec, Password);
        QCOMPARE(codeOf(open(file)), QString());
        const QByteArray rounds = QByteArray::fromHex("0203011170");
        QVERIFY(file.contains(rounds));
        file.replace(rounds, QByteArray::fromHex("02037fffff"));  // eight millions
        QCOMPARE(codeOf(open(file)), QStringLiteral("pfx-algorithm"));
    }

    void roundsAreCountedOverTheFile() {
        PfxSpec spec{m_ec, m_ecCertificate};
        spec.mac = nullptr;
        spec.rounds = 70'000;
        QByteArray file = test::makePfx(spec, Password);
        const QByteArray rounds = QByteArray::fromHex("0203011170");
        QVERIFY(file.count(rounds) == 2);
        file.replace(file.lastIndexOf(rounds), rounds.size(),
                     QByteArray::fromHex("02034c4b40"));  // five millions
        QCOMPARE(codeOf(open(file)), QStringLiteral("pfx-algorithm"));
    }

    void nonsense_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("a certificate") << m_rsaCertificate;
        QTest::newRow("a PEM file") << test::toPem(m_rsaCertificate);
        QTest::newRow("an empty sequence") << QByteArray::fromHex("3000");
        QTest::newRow("too large") << QByteArray(PfxFile::LargestFile + 1, '0');
    }

    void nonsense() {
        QFETCH(const QByteArray, bytes);
        QCOMPARE(codeOf(open(bytes)), QStringLiteral("pfx-unreadable"));
    }

    void cutAndBrokenFilesAreErrors() {
        PfxSpec spec{m_ec, m_ecCertificate};
        spec.rounds = 1;
        spec.macRounds = 1;
        const QByteArray whole = test::makePfx(spec, Password);
        for (qsizetype length = 0; length < whole.size(); length += 7)
            QVERIFY(!open(whole.first(length)));
        spec.mac = nullptr;
        const QByteArray open0 = test::makePfx(spec, Password);
        for (qsizetype at = 0; at < open0.size(); ++at) {
            QByteArray broken = open0;
            broken[at] = static_cast<char>(broken[at] ^ 0x41);
            open(broken);  // opens or not; it must come back
        }
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void certificatesAlone() {
        const auto certificates = [](const QByteArray& file, const QByteArray& password = Password) {
            return PfxFile::certificatesIn(file, SecretBytes(QByteArrayView(password)), Name);
        };
        const auto alone = certificates(test::makePfx({nullptr, m_ecCertificate, {m_issuer}}, Password));
        QVERIFY(alone);
        QCOMPARE(alone->size(), 2);
        const QByteArray file = test::makePfx({m_ec, m_issuer, {m_ecCertificate}}, Password);
        QCOMPARE(certificates(file)->first().der(), m_ecCertificate);
        QCOMPARE(base::toString(certificates(file, "x").error().code()),
                 QStringLiteral("pfx-password-wrong"));
        QCOMPARE(base::toString(certificates(test::makePfx({m_ec, {}}, Password)).error().code()),
                 QStringLiteral("pfx-without-certificate"));
    }

private:
    test::KeyHandle m_rsa;
    test::KeyHandle m_ec;
    QByteArray m_rsaCertificate;
    QByteArray m_ecCertificate;
    QByteArray m_issuer;
};

QTEST_GUILESS_MAIN(PfxFileTest)
#include "tst_PfxFile.moc"
