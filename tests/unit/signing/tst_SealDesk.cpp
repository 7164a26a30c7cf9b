#include <QCryptographicHash>
#include <QTest>
#include <functional>

#include "RawServer.h"
#include "SealFiles.h"
#include "signing/ProfileStore.h"
#include "signing/SealDesk.h"
#include "signing/ServiceDesk.h"

using namespace signet;
using namespace signet::signing;
using base::SecretBytes;
using test::CertificateSpec;
using test::RawServer;
using test::SealFiles;

namespace {

const QByteArray Password = "pārole €1";

template <typename T>
base::Expected<T> wait(const QFuture<base::Expected<T>>& future) {
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
        return base::fail(base::ErrorCode::InternalError, QStringList{}, QStringLiteral("it never ended"));
    return future.result();
}

template <typename T>
QString codeOf(const base::Expected<T>& result) {
    return result ? QString() : base::toString(result.error().code());
}

base::Expected<OpenedSeal> open(const SealSource& source, const QByteArray& password = Password) {
    return wait(SealDesk::open(source, SecretBytes(QByteArrayView(password))));
}

QString hexOf(const QByteArray& der) {
    return QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex());
}

}  // namespace

/** An e-seal is looked at in full before anything is sent, and the key for its password is known. */
class TestSealDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opens();
    void wrongPassword();
    void sealFiles_data();
    void sealFiles();
    void authCertificates_data();
    void authCertificates();
    void encrypts();
    void keyFromFiles();
    void keyFromTheService();
    void keyStandings_data();
    void keyStandings();
    void keyTroubles();

private:
    SealSource sound() const { return {m_files.pfx, m_files.auth}; }
    static Profile profileFor(const RawServer& server) {
        Profile profile;
        profile.name = QStringLiteral("p");
        profile.api = server.url();
        profile.tokenSource = Profile::TokenSource::StaticToken;
        return profile;
    }
    SealFiles m_files{Password};
    test::KeyHandle m_central = test::newRsaKey();
    QByteArray m_centralDer = test::publicKeyDer(m_central);
    QByteArray m_centralPem = test::toPem(m_centralDer, "PUBLIC KEY");
};

void TestSealDesk::opens() {
    const auto future = SealDesk::open(sound(), SecretBytes(QByteArrayView(Password)));
    const auto seal = wait(future);
    QVERIFY2(seal, seal ? "" : qPrintable(seal.error().message()));
    QCOMPARE(seal->certificate.der(), m_files.sealCertificate);
    QCOMPARE(seal->authCertificate.der(), m_files.authCertificate);
    QFile pfx(m_files.pfx);
    QVERIFY(pfx.open(QIODevice::ReadOnly));
    QCOMPARE(seal->pfx, pfx.readAll());
    QCOMPARE(seal->password->view().toByteArray(), Password);
}

void TestSealDesk::wrongPassword() {
    const auto seal = open(sound(), "parole");
    QCOMPARE(codeOf(seal), QStringLiteral("pfx-password-wrong"));
    QCOMPARE(static_cast<int>(seal.error().kind()), static_cast<int>(base::ErrorKind::Pin));
    QVERIFY(seal.error().message().contains(u"seal.pfx"));
    QVERIFY(!seal.error().message().contains(u"parole"));
}

void TestSealDesk::sealFiles_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("code");
    int number = 0;
    const auto sealed = [&](const char* name, const char* code,
                            const std::function<void(CertificateSpec&)>& change) {
        CertificateSpec spec = SealFiles::sealSpec();
        change(spec);
        const QByteArray file = QByteArray::number(++number) + ".pfx";
        const test::PfxSpec pfx{m_files.sealKey, test::makeCertificate(spec, m_files.sealKey)};
        QTest::newRow(name) << m_files.write(file, test::makePfx(pfx, Password)) << QString::fromLatin1(code);
    };
    sealed("as it should be", "", [](CertificateSpec&) {});
    sealed("expired", "seal-expired", [](CertificateSpec& spec) { spec.notAfter = 1'750'000'000; });
    sealed("not yet valid", "certificate-not-yet-valid", [](CertificateSpec& spec) {
        spec.notBefore = 4'000'000'000;
        spec.notAfter = 4'100'000'000;
    });
    sealed("a person's", "not-a-seal-certificate", [](CertificateSpec& spec) {
        spec.qcStatements = test::qualifiedStatementsOf("0.4.0.1862.1.6.1");
    });
    sealed("the organisation's for authentication", "not-a-seal-certificate",
           [](CertificateSpec& spec) { spec = SealFiles::authSpec(); });
    sealed("a seal that says little", "", [](CertificateSpec& spec) {
        spec.keyUsage.clear();
        spec.qcStatements.clear();
    });
    QTest::newRow("no such file") << m_files.path("none.pfx") << QStringLiteral("file-not-readable");
    QTest::newRow("a folder") << m_files.path("") << QStringLiteral("file-not-readable");
    QTest::newRow("empty") << m_files.write("empty.pfx", {}) << QStringLiteral("pfx-unreadable");
    QTest::newRow("a PEM file") << m_files.auth << QStringLiteral("pfx-unreadable");
    QTest::newRow("too large") << m_files.write("large.pfx", QByteArray(1024 * 1024 + 1, '0'))
                               << QStringLiteral("pfx-unreadable");
    QTest::newRow("no key") << m_files.write("nokey.pfx",
                                             test::makePfx({nullptr, m_files.sealCertificate}, Password))
                            << QStringLiteral("pfx-without-key");
    QTest::newRow("another key") << m_files.write(
                                        "other.pfx",
                                        test::makePfx({test::newRsaKey(), m_files.sealCertificate}, Password))
                                 << QStringLiteral("pfx-key-mismatch");
    const test::PfxSpec old{m_files.sealKey,   m_files.sealCertificate, {},
                            "PBE-SHA1-RC2-40", "PBE-SHA1-3DES",         "SHA1"};
    QTest::newRow("an old file") << m_files.write("old.pfx", test::makePfx(old, Password)) << QString();
}

void TestSealDesk::sealFiles() {
    QFETCH(const QString, file);
    QFETCH(const QString, code);
    const auto seal = open({file, m_files.auth});
    QCOMPARE(codeOf(seal), code);
    if (!seal) {
        QVERIFY(!seal.error().message().contains(u'%'));
        QVERIFY(!seal.error().hint().isEmpty());
    }
}

void TestSealDesk::authCertificates_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("code");
    const auto row = [this](const char* name, const char* file, const QByteArray& content, const char* code) {
        QTest::newRow(name) << m_files.write(file, content) << QString::fromLatin1(code);
    };
    const test::PfxSpec pfx{m_files.authKey, m_files.authCertificate};
    const test::PfxSpec whole{m_files.sealKey, m_files.sealCertificate, {m_files.authCertificate}};
    const test::PfxSpec certificateOnly{nullptr, m_files.authCertificate};
    CertificateSpec expired = SealFiles::authSpec();
    expired.notAfter = 1'750'000'000;
    CertificateSpec early = SealFiles::authSpec();
    early.notBefore = 4'000'000'000;
    early.notAfter = 4'100'000'000;
    const CertificateSpec signing = SealFiles::sealSpec();
    row("PEM", "a.pem", test::toPem(m_files.authCertificate), "");
    row("DER", "a.cer", m_files.authCertificate, "");
    row("base64", "a.b64", m_files.authCertificate.toBase64(), "");
    row("PFX", "a.pfx", test::makePfx(pfx, Password), "");
    row("PFX without key", "b.pfx", test::makePfx(certificateOnly, Password), "");
    row("PFX with the seal's own", "c.pfx", test::makePfx(whole, Password), "");
    row("PFX with another password", "d.pfx", test::makePfx(pfx, "another"), "auth-certificate-password");
    row("the seal's certificate", "e.pem", test::toPem(m_files.sealCertificate), "auth-certificate-is-seal");
    row("expired", "f.pem", test::toPem(test::makeCertificate(expired, m_files.authKey)),
        "auth-certificate-expired");
    row("not yet valid", "i.pem", test::toPem(test::makeCertificate(early, m_files.authKey)),
        "auth-certificate-not-yet-valid");
    row("another's for signing", "j.pem", test::toPem(test::makeCertificate(signing, m_files.authKey)),
        "auth-certificate-wrong-usage");
    row("nonsense", "g.pem", "hello", "auth-certificate-invalid");
    row("empty", "h.pem", {}, "auth-certificate-invalid");
    QTest::newRow("the seal's file") << m_files.pfx << QStringLiteral("auth-certificate-is-seal");
    QTest::newRow("none") << QString() << QStringLiteral("auth-certificate-missing");
    QTest::newRow("no such file") << m_files.path("none") << QStringLiteral("file-not-readable");
}

void TestSealDesk::authCertificates() {
    QFETCH(const QString, file);
    QFETCH(const QString, code);
    const auto seal = open({m_files.pfx, file});
    QCOMPARE(codeOf(seal), code);
    if (seal)
        QCOMPARE(seal->authCertificate.der(), m_files.authCertificate);
    else
        QVERIFY(!seal.error().message().contains(u'%'));
}

void TestSealDesk::encrypts() {
    const auto seal = open(sound());
    const auto key = crypto::RsaPublicKey::fromAnyEncoding(m_centralDer);
    QVERIFY(seal && key);
    for (const bool oaep : {false, true}) {
        const auto identity =
            seal->encryptedFor(*key, oaep ? crypto::RsaPadding::OaepSha1 : crypto::RsaPadding::Pkcs1);
        QVERIFY(identity);
        QCOMPARE(test::decrypt(m_central, identity->encryptedPassword, oaep), Password);
        QCOMPARE(identity->pfx, seal->pfx);
        QCOMPARE(identity->certificate.der(), m_files.sealCertificate);
        QCOMPARE(identity->authCertificate.der(), m_files.authCertificate);
    }
    const QByteArray longOne(230, 'x');
    const QString file =
        m_files.write("long.pfx", test::makePfx({m_files.sealKey, m_files.sealCertificate}, longOne));
    const auto longSeal = open({file, m_files.auth}, longOne);
    QVERIFY(longSeal);
    QVERIFY(longSeal->encryptedFor(*key, crypto::RsaPadding::Pkcs1));
    QCOMPARE(codeOf(longSeal->encryptedFor(*key, crypto::RsaPadding::OaepSha1)),
             QStringLiteral("password-too-long"));
}

void TestSealDesk::keyFromFiles() {
    const ServiceDesk service;
    const SealDesk desk(service);
    const QString inProfile = m_files.write("central.pem", m_centralPem);
    const QByteArray otherDer = test::publicKeyDer(test::newRsaKey());
    const QString named = m_files.write("named.pem", test::toPem(otherDer, "PUBLIC KEY"));
    Profile profile;
    profile.centralKeyFile = inProfile;
    const auto fromProfile = wait(desk.centralKey(profile));
    QVERIFY(fromProfile);
    QCOMPARE(fromProfile->key.der(), m_centralDer);
    QCOMPARE(fromProfile->source, CentralKey::Source::ProfileFile);
    QCOMPARE(fromProfile->standing, CentralKey::Standing::New);
    QCOMPARE(fromProfile->fingerprint(), hexOf(m_centralDer));
    profile.centralKeyFingerprint = hexOf(m_centralDer);
    const auto fromFile = wait(desk.centralKey(profile, named));
    QVERIFY(fromFile);
    QCOMPARE(fromFile->key.der(), otherDer);
    QCOMPARE(fromFile->source, CentralKey::Source::NamedFile);
    QCOMPARE(fromFile->standing, CentralKey::Standing::Accepted);
}

void TestSealDesk::keyFromTheService() {
    RawServer server;
    QByteArray pem = m_centralPem;
    server.then(RawServer::json(200, "{\"publicKey\":\"" + pem.replace("\n", "\\n") + "\"}"));
    ServiceDesk service;
    const SealDesk desk(service);
    const Profile profile = profileFor(server);
    QCOMPARE(codeOf(wait(desk.centralKey(profile))), QStringLiteral("profile-incomplete"));
    QVERIFY(service.connectTo(profile, SecretBytes(QByteArrayView("token"))));
    const auto key = wait(desk.centralKey(profile));
    QVERIFY2(key, key ? "" : qPrintable(key.error().detail()));
    QCOMPARE(key->key.der(), m_centralDer);
    QCOMPARE(key->source, CentralKey::Source::Service);
    QCOMPARE(key->standing, CentralKey::Standing::New);
    QVERIFY(key->check());
}

void TestSealDesk::keyStandings_data() {
    QTest::addColumn<QString>("accepted");
    QTest::addColumn<CentralKey::Standing>("standing");
    const QString right = hexOf(m_centralDer);
    QTest::newRow("none yet") << QString() << CentralKey::Standing::New;
    QTest::newRow("the same") << right << CentralKey::Standing::Accepted;
    QTest::newRow("the same in capitals") << right.toUpper() << CentralKey::Standing::Accepted;
    QTest::newRow("the same with colons") << QString(right).insert(2, u':') << CentralKey::Standing::Accepted;
    QTest::newRow("another") << QString(64, u'0') << CentralKey::Standing::Changed;
    QTest::newRow("its beginning") << right.left(16) << CentralKey::Standing::Changed;
}

void TestSealDesk::keyStandings() {
    QFETCH(const QString, accepted);
    QFETCH(const CentralKey::Standing, standing);
    Profile profile;
    profile.centralKeyFingerprint = accepted;
    for (const auto source : {CentralKey::Source::ProfileFile, CentralKey::Source::Service}) {
        const CentralKey key =
            centralKeyFor(profile, *crypto::RsaPublicKey::fromAnyEncoding(m_centralDer), source);
        QCOMPARE(key.standing, standing);
        QCOMPARE(codeOf(key.check()), standing == CentralKey::Standing::Changed
                                          ? QStringLiteral("central-key-changed")
                                          : QString());
        if (!key.check()) {
            QVERIFY(key.check().error().message().contains(accepted));
            QVERIFY(key.check().error().message().contains(hexOf(m_centralDer)));
        }
    }
}

void TestSealDesk::keyTroubles() {
    ServiceDesk service;
    const SealDesk desk(service);
    QCOMPARE(codeOf(wait(desk.centralKey({}, m_files.path("none")))), QStringLiteral("file-not-readable"));
    QCOMPARE(codeOf(wait(desk.centralKey({}, m_files.pfx))), QStringLiteral("central-key-invalid"));
    RawServer server;
    server.then(RawServer::json(403, R"({"error":{"code":"config:x"}})"));
    const Profile profile = profileFor(server);
    QVERIFY(service.connectTo(profile, SecretBytes(QByteArrayView("token"))));
    QCOMPARE(codeOf(wait(desk.centralKey(profile))), QStringLiteral("forbidden"));
}

QTEST_GUILESS_MAIN(TestSealDesk)
#include "tst_SealDesk.moc"
