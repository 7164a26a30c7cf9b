#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "crypto/Certificate.h"
#include "sandbox/pki/DemoPki.h"
#include "sandbox/pki/OcspResponder.h"
#include "sandbox/pki/TimeStampAuthority.h"

using namespace signet;
using namespace signet::sandbox;

/** The demo's certificates, time stamps and revocation answers, as the openssl program sees them. */
class tst_DemoPki : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void chainsVerify_data();
    void chainsVerify();
    void tlsNames();
    void cardCertificates_data();
    void cardCertificates();
    void estonianCertificates();
    void timeStampVerifies();
    void timeStampRequests();
    void ocspStatus();
    void ocspRequests();

private:
    struct Answer {
        int code = -1;
        QString text;
    };
    Answer openssl(const QStringList& arguments) const;
    void write(const QString& name, const QByteArray& bytes) const;
    QByteArray read(const QString& name) const;

    std::optional<DemoPki> m_pki;
    std::optional<CardIdentity> m_card;
    QTemporaryDir m_folder;
};

void tst_DemoPki::initTestCase() {
    auto pki = DemoPki::create("http://127.0.0.1:1234/sandbox/v1/ocsp");
    QVERIFY(pki);
    m_pki = *pki;
    auto card =
        m_pki->issueCard(CardPersonalisation::CosmoXEc, u"PĒTERIS"_qs, u"PARAUGS"_qs, u"010180-12345"_qs);
    QVERIFY(card);
    m_card = *card;
    write(u"root.pem"_qs, m_pki->rootPem());
    write(u"issuer.pem"_qs, certificatePem(m_pki->issuer().certificateDer));
    write(u"bundle.pem"_qs, m_pki->rootPem() + certificatePem(m_pki->issuer().certificateDer));
    write(u"card.pem"_qs, certificatePem(m_card->signing.certificateDer));
}

void tst_DemoPki::write(const QString& name, const QByteArray& bytes) const {
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray tst_DemoPki::read(const QString& name) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

tst_DemoPki::Answer tst_DemoPki::openssl(const QStringList& arguments) const {
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_qs, arguments);
    if (!process.waitForFinished())
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

void tst_DemoPki::chainsVerify_data() {
    QTest::addColumn<QString>("which");
    QTest::addColumn<QString>("purpose");
    QTest::newRow("issuer") << u"issuer"_qs << u"any"_qs;
    QTest::newRow("time stamps") << u"tsa"_qs << u"timestampsign"_qs;
    QTest::newRow("OCSP") << u"ocsp"_qs << u"ocsphelper"_qs;
    QTest::newRow("TLS") << u"tls"_qs << u"sslserver"_qs;
    QTest::newRow("signing") << u"signing"_qs << u"any"_qs;
    QTest::newRow("authentication") << u"authentication"_qs << u"sslclient"_qs;
}

void tst_DemoPki::chainsVerify() {
    QFETCH(QString, which);
    QFETCH(QString, purpose);
    const QHash<QString, QByteArray> certificates{
        {u"issuer"_qs, m_pki->issuer().certificateDer},
        {u"tsa"_qs, m_pki->timeStampAuthority().certificateDer},
        {u"ocsp"_qs, m_pki->ocspResponder().certificateDer},
        {u"tls"_qs, m_pki->tlsServer().certificateDer},
        {u"signing"_qs, m_card->signing.certificateDer},
        {u"authentication"_qs, m_card->authentication.certificateDer}};
    write(u"one.pem"_qs, certificatePem(certificates.value(which)));
    const auto verified =
        openssl({u"verify"_qs, u"-x509_strict"_qs, u"-CAfile"_qs, u"root.pem"_qs, u"-untrusted"_qs,
                 u"issuer.pem"_qs, u"-purpose"_qs, purpose, u"one.pem"_qs});
    QVERIFY2(verified.code == 0, qPrintable(verified.text));
}

void tst_DemoPki::tlsNames() {
    write(u"one.pem"_qs, certificatePem(m_pki->tlsServer().certificateDer));
    for (const QStringList& name :
         {QStringList{u"-verify_hostname"_qs, u"localhost"_qs},
          QStringList{u"-verify_ip"_qs, u"127.0.0.1"_qs}, QStringList{u"-verify_ip"_qs, u"::1"_qs}})
        QCOMPARE(openssl(QStringList{u"verify"_qs, u"-CAfile"_qs, u"root.pem"_qs} + name +
                         QStringList{u"one.pem"_qs})
                     .code,
                 0);
    QVERIFY(openssl({u"verify"_qs, u"-CAfile"_qs, u"root.pem"_qs, u"-verify_hostname"_qs, u"example.org"_qs,
                     u"one.pem"_qs})
                .code != 0);
}

void tst_DemoPki::cardCertificates_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<QString>("keyName");
    QTest::newRow("RSA") << CardPersonalisation::Cosmo8Rsa << u"RSA-2048"_qs;
    QTest::newRow("Cosmo 8, P-384") << CardPersonalisation::Cosmo8Ec << u"P-384"_qs;
    QTest::newRow("Cosmo X, P-384") << CardPersonalisation::CosmoXEc << u"P-384"_qs;
}

void tst_DemoPki::cardCertificates() {
    QFETCH(CardPersonalisation, personalisation);
    QFETCH(QString, keyName);
    const auto card = m_pki->issueCard(personalisation, u"MĀRA"_qs, u"KALNIŅA-ŠĶĒLE"_qs, u"320101-12345"_qs);
    QVERIFY(card);
    const auto signing = crypto::Certificate::fromDer(card->signing.certificateDer);
    const auto authentication = crypto::Certificate::fromDer(card->authentication.certificateDer);
    QVERIFY(signing && authentication);
    for (const auto& certificate : {*signing, *authentication}) {
        QCOMPARE(certificate.keyName(), keyName);
        QCOMPARE(certificate.commonName(), u"MĀRA KALNIŅA-ŠĶĒLE"_qs);
        QCOMPARE(certificate.surname(), u"KALNIŅA-ŠĶĒLE"_qs);
        QCOMPARE(certificate.serialNumber(), u"PNOLV-320101-12345"_qs);
    }
    QVERIFY(signing->isForSigning() && !signing->isForAuthentication());
    QVERIFY(authentication->isForAuthentication() && !authentication->isForSigning());
    QCOMPARE(signing->qualifiedStatements(), (crypto::QualifiedStatements{true, true, true, false}));
    QCOMPARE(authentication->qualifiedStatements(), crypto::QualifiedStatements());
    write(u"one.pem"_qs, certificatePem(card->signing.certificateDer));
    const auto text = openssl({u"x509"_qs, u"-in"_qs, u"one.pem"_qs, u"-noout"_qs, u"-text"_qs}).text;
    QVERIFY(text.contains(u"OCSP - URI:http://127.0.0.1:1234/sandbox/v1/ocsp"));
    QVERIFY(text.contains(u"Policy: 0.4.0.194112.1.2"));
    QVERIFY(!text.contains(u"Digital Signature"));
}

void tst_DemoPki::estonianCertificates() {
    const auto card = m_pki->issueSampleCard(CardPersonalisation::EstonianCosmo8);
    QVERIFY(card);
    const auto signing = crypto::Certificate::fromDer(card->signing.certificateDer);
    const auto authentication = crypto::Certificate::fromDer(card->authentication.certificateDer);
    QVERIFY(signing && authentication);
    for (const auto& certificate : {*signing, *authentication}) {
        QCOMPARE(certificate.keyName(), u"P-384"_qs);
        QCOMPARE(certificate.commonName(), u"NÄIDIS,KADRI-LIIS,48001010005"_qs);
        QCOMPARE(certificate.givenName(), u"KADRI-LIIS"_qs);
        QCOMPARE(certificate.surname(), u"NÄIDIS"_qs);
        QCOMPARE(certificate.serialNumber(), u"PNOEE-48001010005"_qs);
        QVERIFY(certificate.subject().endsWith(u",C=EE"));
        QVERIFY(!certificate.isSeal());
    }
    QVERIFY(signing->isForSigning() && !signing->isForAuthentication());
    QVERIFY(authentication->isForAuthentication() && !authentication->isForSigning());
    QCOMPARE(signing->qualifiedStatements(), (crypto::QualifiedStatements{true, true, true, false}));
    write(u"one.pem"_qs, certificatePem(card->authentication.certificateDer));
    const auto text = openssl({u"x509"_qs, u"-in"_qs, u"one.pem"_qs, u"-noout"_qs, u"-text"_qs}).text;
    QVERIFY(text.contains(u"Digital Signature, Key Agreement"));
    QVERIFY(text.contains(u"TLS Web Client Authentication, E-mail Protection"));
}

void tst_DemoPki::timeStampVerifies() {
    const auto token = TimeStampAuthority(*m_pki).stamp("stamped bytes");
    QVERIFY(token);
    write(u"token.der"_qs, *token);
    write(u"data"_qs, "stamped bytes");
    write(u"other"_qs, "other bytes");
    const auto verify = [this](const QString& data) {
        return openssl({u"ts"_qs, u"-verify"_qs, u"-in"_qs, u"token.der"_qs, u"-token_in"_qs, u"-data"_qs,
                        data, u"-CAfile"_qs, u"root.pem"_qs});
    };
    QVERIFY2(verify(u"data"_qs).code == 0, qPrintable(verify(u"data"_qs).text));
    QVERIFY(verify(u"other"_qs).code != 0);
}

void tst_DemoPki::timeStampRequests() {
    write(u"data"_qs, "stamped bytes");
    QCOMPARE(openssl({u"ts"_qs, u"-query"_qs, u"-data"_qs, u"data"_qs, u"-sha384"_qs, u"-cert"_qs, u"-out"_qs,
                      u"query.tsq"_qs})
                 .code,
             0);
    const auto response = TimeStampAuthority(*m_pki).respond(read(u"query.tsq"_qs));
    QVERIFY(response);
    write(u"response.tsr"_qs, *response);
    const auto verified = openssl({u"ts"_qs, u"-verify"_qs, u"-in"_qs, u"response.tsr"_qs, u"-queryfile"_qs,
                                   u"query.tsq"_qs, u"-CAfile"_qs, u"root.pem"_qs});
    QVERIFY2(verified.code == 0, qPrintable(verified.text));
    const auto refused = TimeStampAuthority(*m_pki).respond("no request");
    QVERIFY(refused);
    write(u"response.tsr"_qs, *refused);
    QVERIFY(openssl({u"ts"_qs, u"-reply"_qs, u"-in"_qs, u"response.tsr"_qs, u"-text"_qs})
                .text.contains(u"Status: Rejected"));
}

void tst_DemoPki::ocspStatus() {
    OcspResponder responder(*m_pki);
    const auto check = [&] {
        write(u"ocsp.der"_qs, responder.statusOf(m_card->signing.certificateDer).value_or(QByteArray()));
        return openssl({u"ocsp"_qs, u"-respin"_qs, u"ocsp.der"_qs, u"-issuer"_qs, u"issuer.pem"_qs,
                        u"-cert"_qs, u"card.pem"_qs, u"-CAfile"_qs, u"bundle.pem"_qs})
            .text;
    };
    const QString good = check();
    QVERIFY2(good.contains(u"Response verify OK") && good.contains(u"card.pem: good"), qPrintable(good));
    responder.revoke(m_card->signing.certificateDer);
    const QString revoked = check();
    QVERIFY2(revoked.contains(u"card.pem: revoked"), qPrintable(revoked));
    QVERIFY(!responder.statusOf(m_pki->tlsServer().certificateDer));
    QVERIFY(!responder.statusOf("no certificate"));
}

void tst_DemoPki::ocspRequests() {
    OcspResponder responder(*m_pki);
    responder.revoke(m_card->authentication.certificateDer);
    write(u"authentication.pem"_qs, certificatePem(m_card->authentication.certificateDer));
    QCOMPARE(openssl({u"ocsp"_qs, u"-issuer"_qs, u"issuer.pem"_qs, u"-sha256"_qs, u"-cert"_qs, u"card.pem"_qs,
                      u"-sha256"_qs, u"-cert"_qs, u"authentication.pem"_qs, u"-reqout"_qs, u"request.der"_qs})
                 .code,
             0);
    const auto response = responder.respond(read(u"request.der"_qs));
    QVERIFY(response);
    write(u"ocsp.der"_qs, *response);
    const auto nonce = openssl({u"ocsp"_qs, u"-reqin"_qs, u"request.der"_qs, u"-respin"_qs, u"ocsp.der"_qs,
                                u"-CAfile"_qs, u"bundle.pem"_qs})
                           .text;
    QVERIFY2(nonce.contains(u"Response verify OK") && !nonce.contains(u"once"), qPrintable(nonce));
    const auto text = openssl({u"ocsp"_qs, u"-respin"_qs, u"ocsp.der"_qs, u"-no_nonce"_qs, u"-issuer"_qs,
                               u"issuer.pem"_qs, u"-sha256"_qs, u"-cert"_qs, u"card.pem"_qs, u"-sha256"_qs,
                               u"-cert"_qs, u"authentication.pem"_qs, u"-CAfile"_qs, u"bundle.pem"_qs})
                          .text;
    QVERIFY2(text.contains(u"card.pem: good"), qPrintable(text));
    QVERIFY2(text.contains(u"authentication.pem: revoked"), qPrintable(text));
    write(u"ocsp.der"_qs, responder.respond("no request").value_or(QByteArray()));
    QVERIFY(openssl({u"ocsp"_qs, u"-respin"_qs, u"ocsp.der"_qs, u"-noverify"_qs})
                .text.contains(u"malformedrequest"));
}

QTEST_GUILESS_MAIN(tst_DemoPki)
#include "tst_DemoPki.moc"
