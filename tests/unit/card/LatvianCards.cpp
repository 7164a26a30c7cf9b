#include "LatvianCards.h"

#include <QtEndian>

#include "unit/crypto/TestCertificates.h"

namespace signet::test {
namespace {

constexpr char Cosmo8Atr[] = "3BDB960080B1FE451F830012428F536549440F900020";
constexpr char CosmoXAtr[] = "3BDC960080B1FE451F830012428F54654944320F900012";

QByteArray certificateFor(const KeyHandle& key, bool signing) {
    CertificateSpec spec;
    spec.commonName = signing ? "ANNA LIEPA SIGNS" : "ANNA LIEPA LOGS IN";
    spec.keyUsage = signing ? "critical,nonRepudiation" : "critical,digitalSignature";
    spec.extendedKeyUsage = signing ? "" : "clientAuth";
    return makeCertificate(spec, key);
}

QByteArray word(quint16 value) {
    return QByteArray().append(static_cast<char>(value >> 8)).append(static_cast<char>(value & 0xFF));
}

QByteArray path(quint16 file) {
    return tlv(0x30, tlv(0x04, word(file)));
}

}  // namespace

QByteArray tlv(quint32 tag, const QByteArray& value) {
    QByteArray result;
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (tag >> shift != 0)
            result.append(static_cast<char>(tag >> shift & 0xFF));
    }
    const auto size = value.size();
    if (size > 0xFF)
        result.append(hex("82")).append(word(static_cast<quint16>(size)));
    else if (size > 0x7F)
        result.append(hex("81")).append(static_cast<char>(size));
    else
        result.append(static_cast<char>(size));
    return result.append(value);
}

LatvianCard LatvianCard::make(Personalisation personalisation) {
    static const KeyHandle rsaKey = newRsaKey();
    static const KeyHandle ecKey = newEcKey("P-384");
    const bool rsa = personalisation == Personalisation::Cosmo8Rsa;
    const KeyHandle& key = rsa ? rsaKey : ecKey;
    LatvianCard card;
    card.atr = hex(personalisation == Personalisation::CosmoXEc ? CosmoXAtr : Cosmo8Atr);
    card.rsa = rsa;
    card.signingKey = rsa ? 0x9F : 0x9E;
    card.placeHolders = personalisation == Personalisation::Cosmo8Ec;
    card.authenticationFile = card.placeHolders ? 0x3402 : 0x3401;
    card.signingFile = card.placeHolders ? 0x341E : 0x341F;
    card.authenticationDer = certificateFor(key, false);
    card.signingDer = certificateFor(key, true);
    return card;
}

QByteArray LatvianCard::signingDirectory() const {
    return tlv(0xA8, path(0x7011)) + tlv(0xA0, path(0x7012)) + tlv(0xA1, path(0x7013)) +
           tlv(0xA4, path(0x7015)) + tlv(0xA7, path(0x7016));
}

QByteArray LatvianCard::privateKeys() const {
    const QByteArray common =
        tlv(0x30, tlv(0x0C, "Signature key") + hex("030206C0") + hex("040105") + hex("020101"));
    QByteArray reference = hex("020200");
    reference.append(static_cast<char>(signingKey));
    const QByteArray attributes = tlv(0x30, hex("04019F") + hex("0303060040") + hex("030203B8") + reference);
    const QByteArray type = tlv(0xA1, tlv(0x30, path(0x0000) + (rsa ? hex("02020800") : QByteArray())));
    return tlv(rsa ? 0x30 : 0xA0, common + attributes + type);
}

QByteArray LatvianCard::certificates(quint16 file, const char* id) const {
    const auto entry = [](quint16 name, const QByteArray& certificateId) {
        return tlv(0x30, tlv(0x30, tlv(0x0C, "Certificate") + hex("030206C0")) +
                             tlv(0x30, tlv(0x04, certificateId)) + tlv(0xA1, tlv(0x30, path(name))));
    };
    const QByteArray real = entry(file, hex(id));
    if (!placeHolders)
        return real;
    return entry(file == signingFile ? 0x341F : 0x3401, hex("AA")) + real;
}

QByteArray LatvianCard::pins() const {
    const QByteArray attributes = hex("03030CF080") + hex("0A0101") + hex("020106") + hex("02010C") +
                                  hex("02010C") + hex("800185") + hex("0401FF");
    return tlv(0x30, tlv(0x30, tlv(0x0C, "PIN2") + hex("030206C0")) + tlv(0x30, hex("040105")) +
                         tlv(0xA1, tlv(0x30, attributes)));
}

QByteArray LatvianCard::triesAnswer(int left) const {
    if (left < 0)
        return hex("6A88");
    const QByteArray counters = hex("9A01039B01") + QByteArray(1, static_cast<char>(left));
    return tlv(0x70, tlv(0xBF8105, tlv(0xA0, counters))) + hex("9000");
}

void LatvianCard::addCertificate(CardScript& script, quint16 file, const QByteArray& der) {
    const auto length = 4 + qFromBigEndian<quint16>(der.constData() + 2);  // 30 82 xx xx
    script.select(file, der.size());
    script.read(der, 0, length);
}

void LatvianCard::addSerialNumber(CardScript& script) const {
    script.expect(SelectMain, "9000");
    if (number.isEmpty())
        script.expect(SelectSerialNumber, "6A82");
    else
        script.file(0xD003, tlv(0x04, number));
}

void LatvianCard::addRead(CardScript& script, int triesLeft) const {
    addSerialNumber(script);
    script.expect(SelectAuthentication, "9000");
    script.file(0x5031, tlv(0xA0, path(0x7002)) + tlv(0xA4, path(0x7005)) + tlv(0xA8, path(0x7001)));
    script.file(0x7005, certificates(authenticationFile, "81"));
    if (placeHolders)
        script.select(0x3401, 1);
    addCertificate(script, authenticationFile, authenticationDer);
    addReadForSigning(script, triesLeft);
}

void LatvianCard::addReadForSigning(CardScript& script, int triesLeft) const {
    script.expect(SelectSigning, "9000");
    script.file(0x5031, signingDirectory());
    script.file(0x7015, certificates(signingFile, "9F"));
    if (placeHolders)
        script.select(0x341F, 1);
    addCertificate(script, signingFile, signingDer);
    script.file(0x7012, privateKeys());
    script.file(0x7011, pins());
    script.expect(hex(GetTries), triesAnswer(triesLeft));
}

void LatvianCard::addReadKnown(CardScript& script, int triesLeft) const {
    addSerialNumber(script);
    if (number.isEmpty())
        return addStillHolds(script, triesLeft);
    script.expect(SelectSigning, "9000");
    script.expect(hex(GetTries), triesAnswer(triesLeft));
}

void LatvianCard::addStillHolds(CardScript& script, int triesLeft) const {
    script.expect(SelectSigning, "9000");
    script.select(signingFile, signingDer.size());
    script.read(signingDer, signingDer.size() - 0xC0, signingDer.size());
    script.expect(hex(GetTries), triesAnswer(triesLeft));
}

void LatvianCard::addOpenSigning(CardScript& script) const {
    script.expect(SelectSigning, "9000");
    QByteArray environment = hex(rsa ? "002241B6068001428401" : "002241B6068001548401");
    script.expect(environment.append(static_cast<char>(signingKey)), hex("9000"));
}

QByteArray LatvianCard::verifyCommand() const {
    return hex("002000850C313937353331FFFFFFFFFFFF");
}

void LatvianCard::addVerify(CardScript& script, const char* answer) const {
    script.expect(verifyCommand(), hex(answer));
}

QByteArray LatvianCard::signCommand(const QByteArray& input) const {
    return hex("002A9E9A") + QByteArray(1, static_cast<char>(input.size())) + input + QByteArray(1, '\0');
}

void LatvianCard::addSign(CardScript& script, const QByteArray& input, const QByteArray& signature) const {
    script.expect(signCommand(input), signature + hex("9000"));
}

void LatvianCard::addLeave(CardScript& script) const {
    script.expect(SelectMain, "9000");
}

QByteArray LatvianCard::someSignature(char fill) const {
    return QByteArray(rsa ? 256 : 96, fill);
}

}  // namespace signet::test
