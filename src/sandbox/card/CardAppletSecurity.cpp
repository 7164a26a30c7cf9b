#include "sandbox/card/CardApplet.h"

// VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER, MANAGE SECURITY ENVIRONMENT, INTERNAL AUTHENTICATE (ISO
// 7816-4, 11.5) and PSO: COMPUTE DIGITAL SIGNATURE (ISO 7816-8)
namespace signet::sandbox {
namespace {

constexpr quint8 SetForComputation = 0x41;
constexpr quint8 SignatureTemplate = 0xB6;
constexpr quint8 AuthenticationTemplate = 0xA4;
constexpr quint8 AlgorithmTag = 0x80;
constexpr quint8 KeyTag = 0x84;
constexpr qsizetype LongestRsaInput = 102;  // 40 % of the modulus, ISO 7816-8's PKCS#1 bound

quint8 algorithmFor(quint8 usage, CardKey::Kind kind) {
    const bool rsa = kind == CardKey::Kind::Rsa2048;
    if (usage == SignatureTemplate)
        return rsa ? 0x42 : 0x54;
    return rsa ? 0x02 : 0x04;
}

struct KeyAndAlgorithm {
    quint8 key = 0;
    quint8 algorithm = 0;
};

/** The card's own long names of its algorithms, which other programs use (card.md 3). */
std::optional<KeyAndAlgorithm> parseLongTemplate(QByteArrayView data) {
    const auto key = static_cast<quint8>(data.back());
    if (data.chopped(1) == QByteArray::fromHex("8004FF1508008401"))
        return KeyAndAlgorithm{key, 0x54};
    if (data.chopped(1) == QByteArray::fromHex("8004FF2008008401"))
        return KeyAndAlgorithm{key, 0x04};
    return std::nullopt;
}

/** `80 01 xx` and `84 01 xx`, each once, in any order; or the long form. */
std::optional<KeyAndAlgorithm> parseTemplate(QByteArrayView data) {
    constexpr qsizetype LongForm = 9;
    if (data.size() == LongForm)
        return parseLongTemplate(data);
    if (data.size() != 6 || data[1] != 1 || data[4] != 1)
        return std::nullopt;
    const auto first = static_cast<quint8>(data[0]);
    const auto second = static_cast<quint8>(data[3]);
    const auto firstValue = static_cast<quint8>(data[2]);
    const auto secondValue = static_cast<quint8>(data[5]);
    if (first == AlgorithmTag && second == KeyTag)
        return KeyAndAlgorithm{secondValue, firstValue};
    if (first == KeyTag && second == AlgorithmTag)
        return KeyAndAlgorithm{firstValue, secondValue};
    return std::nullopt;
}

}  // namespace

std::optional<CardPin> CardApplet::reachablePin(quint8 reference) const {
    switch (reference) {
        case static_cast<quint8>(CardPin::Pin1):
            return CardPin::Pin1;
        case static_cast<quint8>(CardPin::Puk):
            return CardPin::Puk;
        case static_cast<quint8>(CardPin::Pin2):
            return m_files.isIn(Adf2Id) ? std::optional(CardPin::Pin2) : std::nullopt;
        default:
            return std::nullopt;
    }
}

CardAnswer CardApplet::verify(const CardCommand& command) {
    if (command.p1 != 0)
        return status::WrongParameters;
    const auto pin = reachablePin(command.p2);
    if (!pin)
        return status::ReferenceNotFound;
    if (command.hasLe())
        return status::WrongLength;
    if (!command.hasData())
        return m_pins.verificationStatus(*pin);
    if (command.data.size() != CardPinStore::BlockLength)
        return status::WrongLength;
    return m_pins.verify(*pin, command.data.view());
}

CardAnswer CardApplet::changeReferenceData(const CardCommand& command) {
    if (command.p1 != 0)
        return status::WrongParameters;
    const auto pin = reachablePin(command.p2);
    if (!pin)
        return status::ReferenceNotFound;
    if (command.hasLe() || command.data.size() != std::size_t{2} * CardPinStore::BlockLength)
        return status::WrongLength;
    const QByteArrayView blocks = command.data.view();
    return m_pins.change(*pin, blocks.first(CardPinStore::BlockLength),
                         blocks.last(CardPinStore::BlockLength));
}

CardAnswer CardApplet::resetRetryCounter(const CardCommand& command) {
    if (command.p1 != 0x02)
        return status::WrongParameters;
    const auto pin = reachablePin(command.p2);
    if (!pin || *pin == CardPin::Puk)
        return status::ReferenceNotFound;
    if (command.hasLe() || command.data.size() != CardPinStore::BlockLength)
        return status::WrongLength;
    return m_pins.unblock(*pin, command.data.view());
}

CardAnswer CardApplet::manageSecurityEnvironment(const CardCommand& command) {
    if (command.p1 != SetForComputation ||
        (command.p2 != SignatureTemplate && command.p2 != AuthenticationTemplate))
        return status::WrongParameters;
    if (command.hasLe() || !command.hasData())
        return status::WrongLength;
    const CardKey*& environment =
        command.p2 == SignatureTemplate ? m_signingEnvironment : m_authenticationEnvironment;
    environment = nullptr;
    const auto asked = parseTemplate(command.data.view());
    if (!asked)
        return status::WrongData;
    const auto key = keyFor(command.p2, asked->key, asked->algorithm);
    if (!key)
        return key.error();
    environment = *key;
    return status::Ok;
}

tl::expected<const CardKey*, quint16> CardApplet::keyFor(quint8 usage, quint8 reference,
                                                         quint8 algorithm) const {
    const bool forSignature = usage == SignatureTemplate;
    const CardKey& key = forSignature ? m_keys.signing : m_keys.authentication;
    const bool reachable = m_files.isIn(forSignature ? Adf2Id : Adf1Id);
    const bool right =
        reachable && reference == key.reference() && algorithm == algorithmFor(usage, key.kind());
    if (right)
        return &key;
    if (m_options.acceptsAnyKeyReference)
        return forSignature ? &m_keys.authentication : &m_keys.signing;
    return tl::unexpected(reachable && reference == key.reference() ? status::WrongData
                                                                    : status::ReferenceNotFound);
}

quint16 CardApplet::checkSigning(const CardCommand& command) const {
    if (command.p1 != 0x9E || command.p2 != 0x9A)
        return status::WrongParameters;
    if (m_signingEnvironment == nullptr)
        return status::ConditionsNotSatisfied;
    if (!m_pins.isVerified(CardPin::Pin2))
        return status::SecurityNotSatisfied;
    if (command.data.view().size() != m_signingEnvironment->digestLength())
        return status::WrongLength;
    return checkAnswerLength(command, m_signingEnvironment->signatureLength());
}

CardAnswer CardApplet::performSecurityOperation(const CardCommand& command) {
    if (const quint16 problem = checkSigning(command); problem != status::Ok)
        return problem;
    QByteArray digest = command.data.view().toByteArray();
    if (std::exchange(m_spoilNextSignature, false))
        digest[digest.size() - 1] = static_cast<char>(digest.back() ^ 0x01);
    auto signature = m_signingEnvironment->signDigest(digest);
    if (!signature)
        return status::Failure;
    ++m_signatures;
    if (m_options.pin2Habit == Pin2Habit::DropsAfterSignature)
        m_pins.close(CardPin::Pin2);
    return CardAnswer(std::move(*signature));
}

CardAnswer CardApplet::internalAuthenticate(const CardCommand& command) {
    if (command.p1 != 0 || command.p2 != 0)
        return status::WrongParameters;
    const CardKey* const key = m_authenticationEnvironment;
    if (key == nullptr)
        return status::ConditionsNotSatisfied;
    if (!m_pins.isVerified(CardPin::Pin1))
        return status::SecurityNotSatisfied;
    const qsizetype length = command.data.view().size();
    const bool fits = key->kind() == CardKey::Kind::Rsa2048 ? length > 0 && length <= LongestRsaInput
                                                            : length == key->digestLength();
    if (!fits)
        return status::WrongLength;
    if (const quint16 problem = checkAnswerLength(command, key->signatureLength()); problem != status::Ok)
        return problem;
    auto signature = key->authenticate(command.data.view());
    if (!signature)
        return status::Failure;
    return CardAnswer(std::move(*signature));
}

}  // namespace signet::sandbox
