#include "card/IdemiaDirectories.h"

#include <QCoreApplication>
#include <algorithm>

#include "card/IdemiaPin2.h"
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
constexpr quint16 SerialNumberFile = 0xD003;
constexpr quint16 ObjectDirectoryFile = 0x5031;
constexpr qsizetype MaxDirectories = 4;
constexpr qsizetype MaxCertificates = 8;

constexpr quint32 OctetString = 0x04;
constexpr quint32 Sequence = 0x30;
constexpr qsizetype ShortestSerialNumber = 6;

template <std::size_t Size>
constexpr QByteArrayView literal(const char (&text)[Size]) {
    return QByteArrayView(text, static_cast<qsizetype>(Size - 1));
}

/** Whether the outermost data object has been read to its end: files are larger than what is in them. */
bool holdsAnObject(QByteArrayView bytes) {
    return TlvReader(bytes).next().has_value();
}

/** Where the outermost object begins and ends, if it is a SEQUENCE. */
QByteArrayView firstSequence(QByteArrayView bytes) {
    const std::optional<Tlv> object = TlvReader(bytes).next();
    if (!object || object->tag != Sequence)
        return {};
    const auto start = bytes.indexOf(static_cast<char>(Sequence));
    return bytes.sliced(start, object->value.end() - bytes.begin() - start);
}

bool isNumberLike(QByteArrayView text) {
    return text.size() >= ShortestSerialNumber && std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= 'a' && letter <= 'z');
           });
}

base::Error wrongUsage(const Certificate& certificate) {
    return base::Error(
        ErrorCode::CertificateWrongUsage,
        {certificate.commonName(), QCoreApplication::translate("signet::card::IdemiaEid", "signing")});
}

}  // namespace

bool isAboutThisFile(const base::Error& error) {
    return error.code() == ErrorCode::CardFailed || error.code() == ErrorCode::CardDataInvalid ||
           error.code() == ErrorCode::CertificateInvalid || error.code() == ErrorCode::CertificateWrongUsage;
}

QByteArrayView IdemiaDirectories::mainApplication() {
    return literal(MainAid);
}

QByteArrayView IdemiaDirectories::authenticationApplication() {
    return literal(AuthenticationAid);
}

QByteArrayView IdemiaDirectories::signingApplication() {
    return literal(SigningAid);
}

Expected<QByteArray> IdemiaDirectories::readSerialNumber() {
    Expected<QByteArray> file = m_commands->readFile(SerialNumberFile);
    if (!file && !isAboutThisFile(file.error()))
        return file;
    const auto number = file ? findTlv(*file, {OctetString}) : std::nullopt;
    return number && isNumberLike(*number) ? number->toByteArray() : QByteArray();
}

Expected<std::optional<Certificate>> IdemiaDirectories::readAuthenticationCertificate() {
    const auto directory = readDirectory(authenticationApplication());
    const auto found = directory ? findCertificate(*directory, Purpose::Authentication)
                                 : Expected<std::optional<Found>>(tl::unexpected(directory.error()));
    if (!found && !isAboutThisFile(found.error()))
        return tl::unexpected(found.error());
    if (!found || !*found)
        return std::optional<Certificate>();
    return std::optional<Certificate>((*found)->certificate);
}

Expected<KnownCard> IdemiaDirectories::readSigning() {
    const auto directory = readDirectory(signingApplication());
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
    const auto length = readPin2Length(*directory, key->authId);
    if (!length)
        return tl::unexpected(length.error());
    return KnownCard{{}, (*found)->certificate, {}, (*found)->file, (*found)->offset, key->reference, *length,
                     {}};
}

Expected<pkcs15::ObjectDirectory> IdemiaDirectories::readDirectory(QByteArrayView application) {
    const Expected<void> selected = m_commands->selectApplication(application);
    if (!selected)
        return tl::unexpected(selected.error());
    const Expected<QByteArray> file = m_commands->readFile(ObjectDirectoryFile);
    if (!file)
        return tl::unexpected(file.error());
    return pkcs15::readObjectDirectory(*file);
}

/** Directories of one kind, one after the other. */
Expected<QByteArray> IdemiaDirectories::readAll(const QList<quint16>& files) {
    QByteArray all;
    for (const quint16 name : files.first(std::min<qsizetype>(files.size(), MaxDirectories))) {
        Expected<QByteArray> file = m_commands->readFile(name);
        if (!file)
            return file;
        all += *file;
    }
    return all;
}

Expected<std::optional<IdemiaDirectories::Found>> IdemiaDirectories::findCertificate(
    const pkcs15::ObjectDirectory& directory, Purpose purpose) {
    const Expected<QByteArray> file = readAll(directory.certificates);
    if (!file)
        return tl::unexpected(file.error());
    const QList<pkcs15::CertificateEntry> entries = pkcs15::readCertificates(*file);
    std::optional<base::Error> trouble;
    for (const auto& entry : entries.first(std::min(entries.size(), MaxCertificates))) {
        Expected<std::optional<Found>> read = readCertificate(entry);
        if (!read && !isAboutThisFile(read.error()))
            return read;
        if (!read)
            trouble = read.error();
        if (!read || !*read)
            continue;
        const Certificate& certificate = (*read)->certificate;
        if (purpose == Purpose::Signing ? certificate.isForSigning() : certificate.isForAuthentication())
            return read;
        trouble = wrongUsage(certificate);
    }
    if (trouble)
        return tl::unexpected(*trouble);
    return std::optional<Found>();
}

/** Nothing for the one-byte place-holders of some personalisations. */
Expected<std::optional<IdemiaDirectories::Found>> IdemiaDirectories::readCertificate(
    const pkcs15::CertificateEntry& entry) {
    const pkcs15::FilePath& path = entry.path;
    const Expected<std::optional<qsizetype>> size = m_commands->selectFile(path.file);
    if (!size)
        return tl::unexpected(size.error());
    if (*size && **size <= path.offset + 1)
        return std::optional<Found>();
    const auto end = path.length ? std::optional(path.offset + *path.length) : std::nullopt;
    const Expected<QByteArray> bytes = m_commands->readSelected(
        *size && end ? std::min(*size, end) : (end ? end : *size), path.offset, holdsAnObject);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (bytes->size() <= 1)
        return std::optional<Found>();
    const QByteArrayView der = firstSequence(*bytes);
    if (der.isEmpty())
        return fail(ErrorCode::CertificateInvalid, QStringList{},
                    QStringLiteral("no certificate in the file"));
    const Expected<Certificate> certificate = Certificate::fromDer(der);
    if (!certificate)
        return tl::unexpected(certificate.error());
    const qsizetype start = path.offset + (der.begin() - QByteArrayView(*bytes).begin());
    return std::optional<Found>(Found{entry.id, path.file, start, *certificate});
}

/** By PKCS#15's ID; where that leads nowhere, the only key of the certificate's kind, or the one that is for
 * signing. */
Expected<pkcs15::PrivateKey> IdemiaDirectories::findKey(const pkcs15::ObjectDirectory& directory,
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
    return *chosen;
}

/** A card that says nothing of it can still sign. */
Expected<std::optional<PinLength>> IdemiaDirectories::readPin2Length(const pkcs15::ObjectDirectory& directory,
                                                                     const QByteArray& authId) {
    const Expected<QByteArray> file = readAll(directory.authenticationObjects);
    if (!file && !isAboutThisFile(file.error()))
        return tl::unexpected(file.error());
    std::optional<PinLength> length;
    for (const pkcs15::PinEntry& pin : pkcs15::readPins(file.value_or(QByteArray()))) {
        const PinLength said{pin.minimumLength, pin.maximumLength};
        const bool mine = pin.authId == authId && (pin.reference & 0x7F) == (Pin2Reference & 0x7F);
        if (mine && isPossible(said))
            length = said;
    }
    return length;
}

}  // namespace signet::card
