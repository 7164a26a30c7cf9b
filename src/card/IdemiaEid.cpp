#include "card/IdemiaEid.h"

#include <QDateTime>
#include <algorithm>
#include <array>

#include "base/Log.h"
#include "card/IdemiaPin2.h"
#include "card/PinCommands.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;
using crypto::Certificate;
using crypto::KeyType;

// card.md 3
constexpr quint8 RsaSha256 = 0x42;
constexpr quint8 EcdsaRaw = 0x54;
constexpr quint16 NotVerified = 0x6982;
constexpr int FullAnswer = 256;

/** Certificates are renewed when they expire: such a card is worth another look. */
bool isInTime(const KnownCard& card) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto covers = [&now](const Certificate& certificate) {
        return now >= certificate.notBefore() && now <= certificate.notAfter();
    };
    return covers(card.signingCertificate) &&
           (!card.authenticationCertificate || covers(*card.authenticationCertificate));
}

}  // namespace

IdemiaEid::IdemiaEid(std::unique_ptr<CardTransport> transport, QString reader, KnownCards& known,
                     const IdemiaCountry& country)
    : m_transport(std::move(transport)),
      m_reader(std::move(reader)),
      m_atr(m_transport->atr()),
      m_commands(*m_transport),
      m_directories(m_commands),
      m_pins(*m_transport, m_commands, m_reader),
      m_known(&known),
      m_country(&country) {}

Expected<void> IdemiaEid::recognise() {
    Expected<void> selected = m_commands.selectApplication(IdemiaDirectories::mainApplication());
    if (!selected && selected.error().code() == ErrorCode::CardFailed)
        return fail(ErrorCode::CardUnknown, QStringList{m_reader}, selected.error().detail());
    return selected;
}

Expected<CardContents> IdemiaEid::read(const CardTransaction&) {
    m_card.reset();
    const Expected<void> recognised = recognise();
    if (!recognised)
        return tl::unexpected(recognised.error());
    const Expected<QByteArray> number = m_directories.readSerialNumber();
    if (!number)
        return tl::unexpected(number.error());
    const Expected<bool> recalled = recall(*number);
    if (!recalled)
        return tl::unexpected(recalled.error());
    const Expected<void> read = *recalled ? Expected<void>() : readAll(nameOfCard(m_atr, *number));
    return read ? contents() : Expected<CardContents>(tl::unexpected(read.error()));
}

/** Whether the card is known: by its number, or, where it says none, by the certificate that it holds. If so,
 * the signing application is selected. */
Expected<bool> IdemiaEid::recall(QByteArrayView number) {
    const std::optional<KnownCard> known = m_known->find(nameOfCard(m_atr, number));
    if (!known || !isInTime(*known))
        return false;
    if (number.isEmpty()) {
        Expected<bool> holds = stillHolds(*known);
        if (!holds || !*holds)
            return holds;
    } else {
        const Expected<void> selected = m_commands.selectApplication(IdemiaDirectories::signingApplication());
        if (!selected)
            return tl::unexpected(selected.error());
    }
    m_card = known;
    return true;
}

/** Leaves the signing application selected. */
Expected<void> IdemiaEid::readAll(const QByteArray& name) {
    const auto authentication = m_directories.readAuthenticationCertificate();
    if (!authentication)
        return tl::unexpected(authentication.error());
    Expected<KnownCard> card = m_directories.readSigning();
    if (!card)
        return tl::unexpected(card.error());
    card->authenticationCertificate = *authentication;
    // what a mishap may have left out is looked for again the next time
    if (card->authenticationCertificate && card->pin2Length)
        card->name = name;
    m_card = *card;
    m_known->remember(*card);
    return {};
}

Expected<CardContents> IdemiaEid::readForSigning(const CardTransaction&, const Certificate& expected) {
    m_card.reset();
    const std::optional<KnownCard> known = m_known->findHolding(expected);
    const Expected<bool> holds = known ? stillHolds(*known) : Expected<bool>(false);
    if (!holds)
        return tl::unexpected(holds.error());
    if (*holds) {
        m_card = known;
        return contents();
    }
    m_known->forget(expected);
    const Expected<KnownCard> card = m_directories.readSigning();
    if (!card)
        return tl::unexpected(card.error());
    m_card = *card;
    m_known->remember(*card);
    return contents();
}

/** By the end of the certificate's file, which is the issuer's signature: no two certificates have the same.
 */
Expected<bool> IdemiaEid::stillHolds(const KnownCard& card) {
    const Expected<void> selected = m_commands.selectApplication(IdemiaDirectories::signingApplication());
    if (!selected)
        return tl::unexpected(selected.error());
    const QByteArray& der = card.signingCertificate.der();
    const qsizetype length = std::min<qsizetype>(der.size(), Iso7816::BlockSize);
    const qsizetype end = card.certificateOffset + der.size();
    const auto size = m_commands.selectFile(card.certificateFile);
    if (size && *size && **size < end)
        return false;
    const Expected<QByteArray> read = size ? m_commands.readSelected(end, end - length)
                                           : Expected<QByteArray>(tl::unexpected(size.error()));
    if (!read && !isAboutThisFile(read.error()))
        return tl::unexpected(read.error());
    return read && *read == der.last(length);
}

/** Of the card that is in, with the tries of this moment; in the signing application. */
Expected<CardContents> IdemiaEid::contents() {
    const Expected<std::optional<PinTries>> tries = readTries();
    if (!tries)
        return tl::unexpected(tries.error());
    const PinLength length = pin2Length();
    return CardContents{QString::fromLatin1(m_country->typeName(m_atr)),
                        m_card->signingCertificate,
                        m_card->authenticationCertificate,
                        *tries,
                        length.minimum,
                        length.maximum,
                        m_transport->hasPinPad()};
}

PinLength IdemiaEid::pin2Length() const {
    return m_card && m_card->pin2Length ? *m_card->pin2Length : m_country->usualPin2Length;
}

Pin2Habits IdemiaEid::pin2Habits() const {
    return m_card ? m_card->pin2Habits : Pin2Habits{};
}

void IdemiaEid::learn(const Pin2Habits& habits) {
    if (!m_card || m_card->pin2Habits == habits)
        return;
    m_card->pin2Habits = habits;
    if (m_known->findHolding(m_card->signingCertificate))  // it may be distrusted by now
        m_known->remember(*m_card);
}

/** In the signing application. */
Expected<std::optional<PinTries>> IdemiaEid::readTries() {
    const Expected<QByteArray> tries = m_commands.getData(triesRequest(Pin2Reference));
    if (!tries && !isAboutThisFile(tries.error()))
        return tl::unexpected(tries.error());
    return triesFrom(tries.value_or(QByteArray()), Pin2Reference);
}

Expected<std::optional<PinTries>> IdemiaEid::readPin2Tries(const CardTransaction&) {
    const Expected<void> selected = m_commands.selectApplication(IdemiaDirectories::signingApplication());
    if (!selected)
        return tl::unexpected(selected.error());
    return readTries();
}

Expected<void> IdemiaEid::openSigning(const CardTransaction&) {
    if (!m_card)
        return fail(ErrorCode::InternalError, QStringList{},
                    QStringLiteral("the card was not read before signing"));
    Expected<void> selected = m_commands.selectApplication(IdemiaDirectories::signingApplication());
    if (!selected)
        return selected;
    const bool rsa = m_card->signingCertificate.keyType() == KeyType::Rsa;
    const quint8 algorithm = rsa ? RsaSha256 : EcdsaRaw;
    const std::array<quint8, 6> environment{0x80, 0x01, algorithm, 0x84, 0x01, m_card->keyReference};
    const Expected<QByteArray> set =
        m_commands.exchangeOk(CommandApdu(0x00, 0x22, 0x41, 0xB6, QByteArrayView(environment.data(), 6)));
    if (!set)
        return tl::unexpected(set.error());
    return {};
}

Expected<void> IdemiaEid::verifyPin2(const CardTransaction&, const base::SecretBytes& pin) {
    // Straight to the wire: a VERIFY is never sent twice, whatever the status.
    const Expected<ResponseApdu> answer =
        m_transport->transmit(verifyCommand(Pin2Reference, pin, Pin2BlockSize));
    if (!answer)
        return tl::unexpected(answer.error());
    return verifyOutcome(answer->status, pin2Length());
}

Expected<void> IdemiaEid::verifyPin2OnPad(const CardTransaction&, const PadTerms& terms) {
    const PinLength length = pin2Length();
    const PadEntry entry{verifyCommand(Pin2Reference, base::SecretBytes(), Pin2BlockSize), length,
                         terms.limit, terms.language};
    const Expected<ResponseApdu> answer = m_transport->verifyOnPad(entry);
    if (!answer)
        return tl::unexpected(answer.error());
    qCDebug(base::logCard).noquote() << "VERIFY by the PIN pad ->" << answer->status.toString();
    return padOutcome(answer->status, length, m_reader);
}

Expected<QByteArray> IdemiaEid::sign(const CardTransaction&, const crypto::Digest& digest) {
    if (!m_card)
        return fail(ErrorCode::InternalError, QStringList{},
                    QStringLiteral("the card was not read before signing"));
    const bool rsa = m_card->signingCertificate.keyType() == KeyType::Rsa;
    if (rsa && digest.algorithm() != crypto::HashAlgorithm::Sha256)
        return fail(ErrorCode::DigestLength, QStringList{QString::number(digest.bytes().size())},
                    QStringLiteral("this card signs SHA-256 only"));
    const int fieldSize = (m_card->signingCertificate.keyBits() + 7) / 8;
    const QByteArray input = rsa ? digest.bytes() : digest.forEcField(fieldSize);
    const CommandApdu compute(0x00, 0x2A, 0x9E, 0x9A, input, FullAnswer);
    Expected<ResponseApdu> answer = m_commands.exchange(compute);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->status.value == NotVerified)
        return fail(ErrorCode::PinNotVerified);
    if (!answer->status.isOk())
        return tl::unexpected(statusError(answer->status, compute.forLog()));
    const qsizetype expected = rsa ? fieldSize : 2 * fieldSize;
    if (answer->data.size() != expected)
        return fail(ErrorCode::CardDataInvalid, QStringList{},
                    QStringLiteral("a signature of %1 bytes").arg(answer->data.size()));
    return std::move(answer->data);
}

Expected<void> IdemiaEid::leaveSigning(const CardTransaction&) {
    return m_commands.selectApplication(IdemiaDirectories::mainApplication());
}

PinCare* IdemiaEid::pinCare() {
    m_pins.setPin2Length(pin2Length());
    return &m_pins;
}

Expected<void> IdemiaEid::reconnect() {
    Expected<void> connected = m_transport->reconnect();
    if (connected && m_transport->atr() != m_atr)
        return fail(ErrorCode::CardChanged, QStringList{}, QStringLiteral("another card after a reset"));
    return connected;
}

}  // namespace signet::card
