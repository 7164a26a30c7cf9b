#include "card/LatvianEid.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "card/Pin2.h"
#include "card/Tlv.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;
using crypto::Certificate;
using crypto::KeyType;

// card.md 1
constexpr char MainAid[] = "\xA0\x00\x00\x00\x77\x01\x08\x00\x07\x00\x00\xFE\x00\x00\x01\x00";
constexpr char AuthenticationAid[] = "\xE8\x28\xBD\x08\x0F\xF2\x50\x4F\x54\x20\x41\x57\x50";
constexpr char SigningAid[] = "QSCD Application";
constexpr quint16 ObjectDirectoryFile = 0x5031;
constexpr qsizetype MaxCertificates = 8;

// card.md 2
constexpr quint8 Pin2Reference = 0x85;
constexpr std::size_t PinBlockSize = 12;
constexpr PinLength UsualPin2Length{6, 12};

// card.md 3
constexpr quint8 RsaSha256 = 0x42;
constexpr quint8 EcdsaRaw = 0x54;
constexpr quint16 NotVerified = 0x6982;
constexpr int FullAnswer = 256;

template <std::size_t Size>
constexpr QByteArrayView literal(const char (&text)[Size]) {
    return QByteArrayView(text, static_cast<qsizetype>(Size - 1));
}

/** A refusal by the card or nonsense, as against trouble with the wire: another file may still be readable.
 */
bool isAboutThisFile(const base::Error& error) {
    return error.code() == ErrorCode::CardFailed || error.code() == ErrorCode::CardDataInvalid ||
           error.code() == ErrorCode::CertificateInvalid || error.code() == ErrorCode::CertificateWrongUsage;
}

/** The outermost data object alone: files are larger than what is in them. */
QByteArrayView firstObject(QByteArrayView bytes) {
    TlvReader reader(bytes);
    const std::optional<Tlv> object = reader.next();
    if (!object || object->tag != 0x30)
        return {};
    const auto start = bytes.indexOf('\x30');
    return bytes.sliced(start, object->value.end() - bytes.begin() - start);
}

std::optional<PinTries> triesFrom(QByteArrayView answer) {
    const quint32 reference = 0xBF8100U | (Pin2Reference & 0x7F);
    const auto maximum = findTlv(answer, {0x70, reference, 0xA0, 0x9A});
    const auto left = findTlv(answer, {0x70, reference, 0xA0, 0x9B});
    if (!maximum || !left || maximum->size() != 1 || left->size() != 1)
        return std::nullopt;
    const PinTries tries{static_cast<quint8>(left->front()), static_cast<quint8>(maximum->front())};
    return tries.left <= tries.maximum ? std::optional(tries) : std::nullopt;
}

}  // namespace

bool LatvianEid::mayBe(QByteArrayView atr) {
    return atr.contains(QByteArrayView("\x12\x42\x8F", 3)) && atr.contains(QByteArrayView("eID", 3));
}

LatvianEid::LatvianEid(std::unique_ptr<CardTransport> transport, QString reader)
    : m_transport(std::move(transport)),
      m_reader(std::move(reader)),
      m_atr(m_transport->atr()),
      m_commands(*m_transport) {}

Expected<void> LatvianEid::recognise() {
    const Expected<void> selected = m_commands.selectApplication(literal(MainAid));
    if (!selected && selected.error().code() == ErrorCode::CardFailed)
        return fail(ErrorCode::CardUnknown, QStringList{m_reader}, selected.error().detail());
    return selected;
}

QString LatvianEid::typeName() const {
    // the compact-TLV object of the historical bytes counts its letters: "eID" or "eID2"
    if (m_atr.contains(QByteArrayView("\x53"
                                      "eID",
                                      4)))
        return QStringLiteral("Latvian eID (Cosmo 8)");
    if (m_atr.contains(QByteArrayView("\x54"
                                      "eID2",
                                      5)))
        return QStringLiteral("Latvian eID (Cosmo X)");
    return QStringLiteral("Latvian eID");
}

Expected<CardContents> LatvianEid::read(const CardTransaction& transaction) {
    const Expected<void> recognised = recognise();
    if (!recognised)
        return tl::unexpected(recognised.error());
    const Expected<std::optional<Certificate>> authentication = readAuthenticationCertificate();
    if (!authentication)
        return tl::unexpected(authentication.error());
    Expected<CardContents> contents = readForSigning(transaction);
    if (contents)
        contents->authenticationCertificate = *authentication;
    return contents;
}

Expected<std::optional<Certificate>> LatvianEid::readAuthenticationCertificate() {
    const auto directory = readDirectory(literal(AuthenticationAid));
    const auto found = directory ? findCertificate(*directory, Purpose::Authentication)
                                 : Expected<std::optional<Found>>(tl::unexpected(directory.error()));
    if (!found && !isAboutThisFile(found.error()))
        return tl::unexpected(found.error());
    if (!found || !*found)
        return std::optional<Certificate>();
    return std::optional<Certificate>((*found)->certificate);
}

Expected<CardContents> LatvianEid::readForSigning(const CardTransaction&) {
    m_key.reset();
    const auto directory = readDirectory(literal(SigningAid));
    if (!directory)
        return tl::unexpected(directory.error());
    const auto found = findCertificate(*directory, Purpose::Signing);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(ErrorCode::CardNoSigningKey);
    const auto key = findKey(*directory, **found);
    if (!key)
        return tl::unexpected(key.error());
    m_key = *key;
    CardContents contents{typeName(), (*found)->certificate,   {},
                          {},         UsualPin2Length.minimum, UsualPin2Length.maximum};
    const Expected<void> pin = readPin2(*directory, contents);
    if (!pin)
        return tl::unexpected(pin.error());
    return contents;
}

Expected<pkcs15::ObjectDirectory> LatvianEid::readDirectory(QByteArrayView application) {
    const Expected<void> selected = m_commands.selectApplication(application);
    if (!selected)
        return tl::unexpected(selected.error());
    const Expected<QByteArray> file = m_commands.readFile(ObjectDirectoryFile);
    if (!file)
        return tl::unexpected(file.error());
    return pkcs15::readObjectDirectory(*file);
}

/** Directories of one kind, one after the other. */
Expected<QByteArray> LatvianEid::readAll(const QList<quint16>& files) {
    QByteArray all;
    for (const quint16 name : files.first(std::min<qsizetype>(files.size(), 4))) {
        const Expected<QByteArray> file = m_commands.readFile(name);
        if (!file)
            return file;
        all += *file;
    }
    return all;
}

Expected<std::optional<LatvianEid::Found>> LatvianEid::findCertificate(
    const pkcs15::ObjectDirectory& directory, Purpose purpose) {
    const Expected<QByteArray> file = readAll(directory.certificates);
    if (!file)
        return tl::unexpected(file.error());
    const QList<pkcs15::CertificateEntry> entries = pkcs15::readCertificates(*file);
    std::optional<base::Error> trouble;
    for (const auto& entry : entries.first(std::min(entries.size(), MaxCertificates))) {
        const Expected<std::optional<Certificate>> read = readCertificate(entry.path);
        if (!read && !isAboutThisFile(read.error()))
            return tl::unexpected(read.error());
        if (!read)
            trouble = read.error();
        if (!read || !*read)
            continue;
        const Certificate& certificate = **read;
        if (purpose == Purpose::Signing ? certificate.isForSigning() : certificate.isForAuthentication())
            return std::optional<Found>(Found{entry.id, certificate});
        trouble = base::Error(
            ErrorCode::CertificateWrongUsage,
            {certificate.commonName(), QCoreApplication::translate("signet::card::LatvianEid", "signing")});
    }
    if (trouble)
        return tl::unexpected(*trouble);
    return std::optional<Found>();
}

/** Nothing for the one-byte place-holders of some personalisations. */
Expected<std::optional<Certificate>> LatvianEid::readCertificate(const pkcs15::FilePath& path) {
    const Expected<QByteArray> file = m_commands.readFile(path.file);
    if (!file)
        return tl::unexpected(file.error());
    QByteArrayView bytes(*file);
    bytes = bytes.sliced(std::min(path.offset, bytes.size()));
    if (path.length)
        bytes = bytes.first(std::min(*path.length, bytes.size()));
    if (bytes.size() <= 1)
        return std::optional<Certificate>();
    const QByteArrayView der = firstObject(bytes);
    if (der.isEmpty())
        return fail(ErrorCode::CertificateInvalid, QStringList{},
                    QStringLiteral("no certificate in the file"));
    const Expected<Certificate> certificate = Certificate::fromDer(der);
    if (!certificate)
        return tl::unexpected(certificate.error());
    return std::optional<Certificate>(*certificate);
}

/** By PKCS#15's ID; where that leads nowhere, the only key of the certificate's kind, or the one that is for
 * signing. */
Expected<LatvianEid::SigningKey> LatvianEid::findKey(const pkcs15::ObjectDirectory& directory,
                                                     const Found& found) {
    const Expected<QByteArray> file = readAll(directory.privateKeys);
    if (!file)
        return tl::unexpected(file.error());
    const KeyType type = found.certificate.keyType();
    QList<pkcs15::PrivateKey> keys = pkcs15::readPrivateKeys(*file);
    keys.removeIf([type](const pkcs15::PrivateKey& key) { return key.type != type; });

    auto chosen = std::find_if(keys.cbegin(), keys.cend(), [&found](const pkcs15::PrivateKey& key) {
        return !key.id.isEmpty() && key.id == found.id;
    });
    if (chosen == keys.cend() && keys.size() == 1)
        chosen = keys.cbegin();
    if (chosen == keys.cend())
        chosen = std::find_if(keys.cbegin(), keys.cend(), [](const auto& key) { return key.nonRepudiation; });
    if (chosen == keys.cend())
        return fail(ErrorCode::CardNoSigningKey, QStringList{},
                    QStringLiteral("no private key for the certificate"));
    m_pin2AuthId = chosen->authId;
    return SigningKey{chosen->reference, type, found.certificate.keyBits()};
}

/** Lengths and tries of PIN2. A card that says nothing of them can still sign. */
Expected<void> LatvianEid::readPin2(const pkcs15::ObjectDirectory& directory, CardContents& contents) {
    const Expected<QByteArray> file = readAll(directory.authenticationObjects);
    if (!file && !isAboutThisFile(file.error()))
        return tl::unexpected(file.error());
    for (const pkcs15::PinEntry& pin : pkcs15::readPins(file.value_or(QByteArray()))) {
        const bool mine = pin.authId == m_pin2AuthId && (pin.reference & 0x7F) == (Pin2Reference & 0x7F);
        const bool sensible = pin.minimumLength >= 4 && pin.minimumLength <= pin.maximumLength &&
                              pin.maximumLength <= static_cast<int>(PinBlockSize);
        if (mine && sensible) {
            contents.pinMinimumLength = pin.minimumLength;
            contents.pinMaximumLength = pin.maximumLength;
        }
    }
    const Expected<std::optional<PinTries>> tries = readTries();
    if (!tries)
        return tl::unexpected(tries.error());
    contents.pin2 = *tries;
    return {};
}

/** In the signing application. */
Expected<std::optional<PinTries>> LatvianEid::readTries() {
    QByteArray request = QByteArray::fromHex("4D087006BF810002A080");
    request[6] = static_cast<char>(Pin2Reference & 0x7F);
    const Expected<QByteArray> tries = m_commands.getData(request);
    if (!tries && !isAboutThisFile(tries.error()))
        return tl::unexpected(tries.error());
    return triesFrom(tries.value_or(QByteArray()));
}

Expected<std::optional<PinTries>> LatvianEid::readPin2Tries(const CardTransaction&) {
    const Expected<void> selected = m_commands.selectApplication(literal(SigningAid));
    if (!selected)
        return tl::unexpected(selected.error());
    return readTries();
}

Expected<void> LatvianEid::openSigning(const CardTransaction&) {
    if (!m_key)
        return fail(ErrorCode::InternalError, QStringList{},
                    QStringLiteral("the card was not read before signing"));
    const Expected<void> selected = m_commands.selectApplication(literal(SigningAid));
    if (!selected)
        return selected;
    const quint8 algorithm = m_key->type == KeyType::Rsa ? RsaSha256 : EcdsaRaw;
    const std::array<quint8, 6> environment{0x80, 0x01, algorithm, 0x84, 0x01, m_key->reference};
    const Expected<QByteArray> set =
        m_commands.exchangeOk(CommandApdu(0x00, 0x22, 0x41, 0xB6, QByteArrayView(environment.data(), 6)));
    if (!set)
        return tl::unexpected(set.error());
    return {};
}

Expected<void> LatvianEid::verifyPin2(const CardTransaction&, const base::SecretBytes& pin) {
    // Straight to the wire: a VERIFY is never sent twice, whatever the status.
    const Expected<ResponseApdu> answer =
        m_transport->transmit(verifyCommand(Pin2Reference, pin, PinBlockSize));
    if (!answer)
        return tl::unexpected(answer.error());
    return verifyOutcome(answer->status, UsualPin2Length);
}

Expected<QByteArray> LatvianEid::sign(const CardTransaction&, const crypto::Digest& digest) {
    if (!m_key)
        return fail(ErrorCode::InternalError, QStringList{},
                    QStringLiteral("the card was not read before signing"));
    const bool rsa = m_key->type == KeyType::Rsa;
    if (rsa && digest.algorithm() != crypto::HashAlgorithm::Sha256)
        return fail(ErrorCode::DigestLength, QStringList{QString::number(digest.bytes().size())},
                    QStringLiteral("this card signs SHA-256 only"));
    const int fieldSize = (m_key->bits + 7) / 8;
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

Expected<void> LatvianEid::leaveSigning(const CardTransaction&) {
    return m_commands.selectApplication(literal(MainAid));
}

Expected<void> LatvianEid::reconnect() {
    const Expected<void> connected = m_transport->reconnect();
    if (connected && m_transport->atr() != m_atr)
        return fail(ErrorCode::CardChanged, QStringList{}, QStringLiteral("another card after a reset"));
    return connected;
}

}  // namespace signet::card
