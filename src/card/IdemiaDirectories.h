#pragma once

#include <QByteArray>
#include <optional>

#include "card/Iso7816.h"
#include "card/KnownCard.h"
#include "card/Pkcs15.h"

namespace signet::card {

/** A refusal by the card or nonsense, as against trouble with the wire: other files may still be readable. */
bool isAboutThisFile(const base::Error& error);

/**
 * The walk through the PKCS#15 directories of IDEMIA's eID cards (card.md 1): what is where is read, never
 * assumed, and no further than is needed. Card thread only, within a transaction.
 */
class IdemiaDirectories {
public:
    static QByteArrayView mainApplication();
    static QByteArrayView authenticationApplication();
    static QByteArrayView signingApplication();

    explicit IdemiaDirectories(Iso7816& commands) : m_commands(&commands) {}

    /** The card's number, from the main application, which has to be selected; empty if it says none. */
    Expected<QByteArray> readSerialNumber();
    /** Selects the authentication application. Nothing where it is missing or makes no sense. */
    Expected<std::optional<crypto::Certificate>> readAuthenticationCertificate();
    /** Selects the signing application; nameless, and without the authentication certificate.
     * CardNoSigningKey, CertificateWrongUsage, CertificateInvalid. */
    Expected<KnownCard> readSigning();

private:
    struct Found {
        QByteArray id;  ///< PKCS#15's: the same at a key and its certificate
        quint16 file = 0;
        qsizetype offset = 0;
        crypto::Certificate certificate;
    };
    enum class Purpose { Signing, Authentication };

    Expected<pkcs15::ObjectDirectory> readDirectory(QByteArrayView application);
    Expected<QByteArray> readAll(const QList<quint16>& files);
    Expected<std::optional<Found>> findCertificate(const pkcs15::ObjectDirectory& directory, Purpose purpose);
    Expected<std::optional<Found>> readCertificate(const pkcs15::CertificateEntry& entry);
    Expected<pkcs15::PrivateKey> findKey(const pkcs15::ObjectDirectory& directory, const Found& found);
    Expected<std::optional<PinLength>> readPin2Length(const pkcs15::ObjectDirectory& directory,
                                                      const QByteArray& authId);

    Iso7816* m_commands;
};

}  // namespace signet::card
