#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <QElapsedTimer>
#include <QTest>

#include "sandbox/pki/OpenSslPtr.h"
#include "support/CardTerminal.h"
#include "support/DemoCards.h"

namespace signet::test {

using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::CardReaction;
using sandbox::KeyContextPtr;
using sandbox::KeyPtr;
using sandbox::OpenSslPtr;
using sandbox::Pin2Habit;
using sandbox::VirtualCardOptions;
using sandbox::X509Ptr;

namespace {

constexpr auto Ec = CardPersonalisation::CosmoXEc;

QByteArray digestOf(int length, char seed) {
    QByteArray digest(length, seed);
    digest[0] = '\x01';
    return digest;
}

QByteArray derOf(const QByteArray& raw) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(raw.data());
    const int half = static_cast<int>(raw.size() / 2);
    const OpenSslPtr<ECDSA_SIG, ECDSA_SIG_free> signature(ECDSA_SIG_new());
    ECDSA_SIG_set0(signature.get(), BN_bin2bn(bytes, half, nullptr), BN_bin2bn(bytes + half, half, nullptr));
    return sandbox::toDer(signature.get(), i2d_ECDSA_SIG);
}

/** With OpenSSL and the certificate as it was read from the card: RSA PKCS#1 v1.5 over SHA-256, or ECDSA. */
bool verifies(const QByteArray& certificateDer, const QByteArray& digest, const QByteArray& signature,
              bool rsa) {
    const X509Ptr certificate = sandbox::parseCertificate(certificateDer);
    const KeyContextPtr context(EVP_PKEY_CTX_new(X509_get0_pubkey(certificate.get()), nullptr));
    if (EVP_PKEY_verify_init(context.get()) != 1)
        return false;
    if (rsa && (EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
                EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) != 1))
        return false;
    const QByteArray encoded = rsa ? signature : derOf(signature);
    return EVP_PKEY_verify(context.get(), reinterpret_cast<const unsigned char*>(encoded.data()),
                           static_cast<size_t>(encoded.size()),
                           reinterpret_cast<const unsigned char*>(digest.data()),
                           static_cast<size_t>(digest.size())) == 1;
}

}  // namespace

class VirtualCardSigningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signaturesVerify_data();
    void signaturesVerify();
    void dropsPin2AfterEachSignature();
    void keepsPin2();
    void mayKeepPin2WhenReselected();
    void anyReferenceThenWrongSignature();
    void authenticates_data();
    void authenticates();
    void mishapsComeAtTheirMoment_data();
    void mishapsComeAtTheirMoment();
    void carriedOutAndThenRemoved();
    void wrongSignatureOnlyOnce();
    void silenceLastsUntilPowerOff();
    void takesItsTime();
};

void VirtualCardSigningTest::signaturesVerify_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<quint16>("file");
    QTest::addColumn<bool>("rsa");
    QTest::newRow("Cosmo 8, RSA") << CardPersonalisation::Cosmo8Rsa << quint16{0x341F} << true;
    QTest::newRow("Cosmo 8, P-384") << CardPersonalisation::Cosmo8Ec << quint16{0x341E} << false;
    QTest::newRow("Cosmo X, P-384") << CardPersonalisation::CosmoXEc << quint16{0x341F} << false;
    QTest::newRow("Estonia") << CardPersonalisation::EstonianCosmoX << quint16{0x341F} << false;
}

void VirtualCardSigningTest::signaturesVerify() {
    QFETCH(CardPersonalisation, personalisation);
    QFETCH(quint16, file);
    QFETCH(bool, rsa);
    CardTerminal terminal(demoCard(personalisation));
    const QByteArray certificate = terminal.readFile(QStringLiteral("adf2"), file);
    QCOMPARE(certificate, demoIdentity(personalisation).signing.certificateDer);

    const bool latvian = sandbox::countryOf(personalisation) == QLatin1String("LV");
    const QString ofEc = latvian ? QStringLiteral("mse-ec") : QStringLiteral("002241B606 80015484019F");
    QCOMPARE(terminal.play(rsa ? QStringLiteral("mse-rsa") : ofEc), quint16{0x9000});
    for (char seed = 1; seed <= 5; ++seed) {
        const QByteArray digest = digestOf(rsa ? 32 : 48, seed);
        QCOMPARE(terminal.send(QStringLiteral("pin2")), quint16{0x9000});
        QCOMPARE(terminal.signDigest(digest), quint16{0x9000});
        QCOMPARE(terminal.data().size(), rsa ? 256 : 96);
        QVERIFY(verifies(certificate, digest, terminal.data(), rsa));
        QVERIFY(!verifies(certificate, digestOf(rsa ? 32 : 48, static_cast<char>(seed + 1)), terminal.data(),
                          rsa));
    }
    QCOMPARE(terminal.card().signatureCount(), 5);
}

void VirtualCardSigningTest::dropsPin2AfterEachSignature() {
    CardTerminal terminal(demoCard(Ec));
    QCOMPARE(terminal.play(QStringLiteral("adf2, mse-ec, pin2, sign-ec")), quint16{0x9000});
    QCOMPARE(terminal.send(QStringLiteral("sign-ec")), quint16{0x6982});
    QCOMPARE(terminal.card().triesLeft(sandbox::CardPin::Pin2), 3);
    QCOMPARE(terminal.play(QStringLiteral("pin2, sign-ec")), quint16{0x9000});
}

void VirtualCardSigningTest::keepsPin2() {
    VirtualCardOptions options;
    options.pin2Habit = Pin2Habit::KeepsUntilDeselected;
    CardTerminal terminal(demoCard(Ec, options));
    QCOMPARE(terminal.play(QStringLiteral("adf2, mse-ec, pin2, sign-ec, sign-ec, sign-ec")), quint16{0x9000});
    QCOMPARE(terminal.card().signatureCount(), 3);
    QCOMPARE(terminal.play(QStringLiteral("main, adf2, mse-ec, sign-ec")), quint16{0x6982});
}

void VirtualCardSigningTest::mayKeepPin2WhenReselected() {
    VirtualCardOptions options;
    options.keepsPin2WhenReselected = true;
    CardTerminal terminal(demoCard(Ec, options));
    QCOMPARE(terminal.play(QStringLiteral("adf2, pin2, adf2, mse-ec, sign-ec")), quint16{0x9000});
    QCOMPARE(terminal.play(QStringLiteral("pin2, adf1, adf2, mse-ec, sign-ec")), quint16{0x6982});
}

void VirtualCardSigningTest::anyReferenceThenWrongSignature() {
    VirtualCardOptions options;
    options.acceptsAnyKeyReference = true;
    CardTerminal terminal(demoCard(Ec, options));
    const QByteArray certificate = demoIdentity(Ec).signing.certificateDer;
    const QByteArray digest = digestOf(48, 7);
    QCOMPARE(terminal.play(QStringLiteral("adf2, pin2, 002241B606 80015484019F")), quint16{0x9000});
    QCOMPARE(terminal.signDigest(digest), quint16{0x9000});
    QCOMPARE(terminal.data().size(), 96);
    QVERIFY(!verifies(certificate, digest, terminal.data(), false));

    QCOMPARE(terminal.play(QStringLiteral("pin2, mse-ec")), quint16{0x9000});
    QCOMPARE(terminal.signDigest(digest), quint16{0x9000});
    QVERIFY(verifies(certificate, digest, terminal.data(), false));
}

void VirtualCardSigningTest::authenticates_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QByteArray>("input");
    const QByteArray digestInfo =
        QByteArray::fromHex("3031300d060960864801650304020105000420") + QByteArray(32, '\x21');
    QTest::newRow("RSA") << CardPersonalisation::Cosmo8Rsa << QStringLiteral("002241A406 800102 840181")
                         << digestInfo;
    QTest::newRow("EC") << CardPersonalisation::Cosmo8Ec << QStringLiteral("002241A406 800104 840182")
                        << QByteArray(48, '\x21');
}

void VirtualCardSigningTest::authenticates() {
    QFETCH(CardPersonalisation, personalisation);
    QFETCH(QString, environment);
    QFETCH(QByteArray, input);
    const bool rsa = personalisation == CardPersonalisation::Cosmo8Rsa;
    const QString command = QStringLiteral("00880000%1").arg(input.size(), 2, 16, QLatin1Char('0')) +
                            QLatin1String(input.toHex()) + QStringLiteral("00");
    CardTerminal terminal(demoCard(personalisation));
    QCOMPARE(terminal.play(QStringLiteral("adf1,") + command), quint16{0x6985});
    QCOMPARE(terminal.play(environment + u',' + command), quint16{0x6982});
    QCOMPARE(terminal.play(QStringLiteral("pin1,") + command), quint16{0x9000});
    const QByteArray certificate = demoIdentity(personalisation).authentication.certificateDer;
    QVERIFY(verifies(certificate, rsa ? QByteArray(32, '\x21') : input, terminal.data(), rsa));
    QCOMPARE(terminal.card().signatureCount(), 0);
}

void VirtualCardSigningTest::mishapsComeAtTheirMoment_data() {
    QTest::addColumn<CardMishap>("mishap");
    QTest::addColumn<CardReaction::Kind>("kind");
    QTest::addColumn<qsizetype>("shortest");
    QTest::newRow("removed") << CardMishap::Removed << CardReaction::Kind::Removed << qsizetype{0};
    QTest::newRow("reset") << CardMishap::Reset << CardReaction::Kind::Reset << qsizetype{0};
    QTest::newRow("silence") << CardMishap::Silence << CardReaction::Kind::Silence << qsizetype{0};
    QTest::newRow("empty answer") << CardMishap::EmptyAnswer << CardReaction::Kind::Answer << qsizetype{0};
    QTest::newRow("nonsense") << CardMishap::Nonsense << CardReaction::Kind::Answer << qsizetype{72};
    QTest::newRow("error") << CardMishap::ErrorStatus << CardReaction::Kind::Answer << qsizetype{2};
}

void VirtualCardSigningTest::mishapsComeAtTheirMoment() {
    QFETCH(CardMishap, mishap);
    QFETCH(CardReaction::Kind, kind);
    QFETCH(qsizetype, shortest);
    const QByteArray sign = QByteArray::fromHex(CardTerminal::word(QStringLiteral("sign-ec")).toLatin1());

    VirtualCardOptions options;
    options.faults = {{mishap, CardFault::Moment::Signature, 2, false}};
    CardTerminal terminal(demoCard(Ec, options));
    QCOMPARE(terminal.play(QStringLiteral("adf2, mse-ec, pin2, sign-ec, sign-ec, pin2")), quint16{0x9000});
    const CardReaction reaction = terminal.card().exchange(sign);
    QCOMPARE(reaction.kind, kind);
    QCOMPARE(reaction.answer.size(), shortest);
    QCOMPARE(terminal.card().signatureCount(), 1);

    CardTerminal other(demoCard(Ec));
    QCOMPARE(other.send(QStringLiteral("adf2")), quint16{0x9000});
    other.card().addFault({mishap, CardFault::Moment::Exchange, 2, false});
    QCOMPARE(other.send(QStringLiteral("mse-ec")), quint16{0x9000});
    QCOMPARE(other.card().exchange(QByteArray::fromHex("00A4040C")).kind, kind);
}

void VirtualCardSigningTest::carriedOutAndThenRemoved() {
    VirtualCardOptions options;
    options.faults = {{CardMishap::Removed, CardFault::Moment::Exchange, 2, true}};
    CardTerminal terminal(demoCard(Ec, options));
    QCOMPARE(terminal.play(QStringLiteral("adf2, wrong2")), quint16{0});
    QCOMPARE(terminal.card().triesLeft(sandbox::CardPin::Pin2), 2);
    QCOMPARE(terminal.send(QStringLiteral("adf2")), quint16{0});
    terminal.card().powerOn();
    QCOMPARE(terminal.send(QStringLiteral("adf2")), quint16{0x9000});
}

void VirtualCardSigningTest::wrongSignatureOnlyOnce() {
    VirtualCardOptions options;
    options.pin2Habit = Pin2Habit::KeepsUntilDeselected;
    options.faults = {{CardMishap::WrongSignature, CardFault::Moment::Signature, 2, false}};
    CardTerminal terminal(demoCard(Ec, options));
    terminal.play(QStringLiteral("adf2, mse-ec, pin2"));
    const QByteArray digest = digestOf(48, 9);
    for (const bool right : {true, false, true}) {
        QCOMPARE(terminal.signDigest(digest), quint16{0x9000});
        QCOMPARE(verifies(demoIdentity(Ec).signing.certificateDer, digest, terminal.data(), false), right);
    }
}

void VirtualCardSigningTest::silenceLastsUntilPowerOff() {
    VirtualCardOptions options;
    options.faults = {{CardMishap::Silence, CardFault::Moment::Exchange, 1, false}};
    CardTerminal terminal(demoCard(Ec, options));
    QCOMPARE(terminal.play(QStringLiteral("adf2, adf2")), quint16{0});
    terminal.card().reset();
    QCOMPARE(terminal.send(QStringLiteral("adf2")), quint16{0});
    terminal.card().powerOff();
    terminal.card().powerOn();
    QCOMPARE(terminal.send(QStringLiteral("adf2")), quint16{0x9000});
}

void VirtualCardSigningTest::takesItsTime() {
    VirtualCardOptions options;
    options.timePerExchange = std::chrono::milliseconds(10);
    options.timePerSignature = std::chrono::milliseconds(500);
    CardTerminal terminal(demoCard(Ec, options));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(terminal.play(QStringLiteral("adf2, mse-ec, pin2")), quint16{0x9000});
    QVERIFY(timer.elapsed() >= 30 && timer.elapsed() < 500);
    timer.restart();
    QCOMPARE(terminal.send(QStringLiteral("sign-ec")), quint16{0x9000});
    QVERIFY(timer.elapsed() >= 510);
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::VirtualCardSigningTest)
#include "tst_VirtualCardSigning.moc"
