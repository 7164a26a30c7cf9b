#pragma once

#include <QByteArray>
#include <QList>
#include <optional>

#include "crypto/Certificate.h"

namespace signet::card::pkcs15 {

/** Where an object stands (ISO 7816-15, Path): a file of the application, or a piece of one. */
struct FilePath {
    quint16 file = 0;
    qsizetype offset = 0;
    std::optional<qsizetype> length;
    bool operator==(const FilePath&) const = default;
};

/** EF.OD: where the directories are. Several of one kind are possible, none is needed. */
struct ObjectDirectory {
    QList<quint16> privateKeys;
    QList<quint16> certificates;
    QList<quint16> authenticationObjects;
};

struct PrivateKey {
    QByteArray id;
    QByteArray authId;  ///< of the PIN that guards it
    crypto::KeyType type = crypto::KeyType::Other;
    quint8 reference = 0;         ///< the low byte of the key reference (card.md 1)
    bool nonRepudiation = false;  ///< its usage, where the directory says one
    bool userConsent = false;     ///< a hint that each signature wants its own PIN
};

struct CertificateEntry {
    QByteArray id;
    FilePath path;
};

struct PinEntry {
    QByteArray authId;
    quint8 reference = 0;
    int minimumLength = 0;
    int maximumLength = 0;
};

/**
 * Reads the directories (ISO 7816-15 / PKCS#15 v1.1) by their tags. Entries that cannot be understood are
 * left out: cards carry more than Signet needs, and some of it oddly. Pure functions over bytes that nobody
 * vouches for.
 */
ObjectDirectory readObjectDirectory(QByteArrayView file);
QList<PrivateKey> readPrivateKeys(QByteArrayView file);
QList<CertificateEntry> readCertificates(QByteArrayView file);
QList<PinEntry> readPins(QByteArrayView file);

}  // namespace signet::card::pkcs15
