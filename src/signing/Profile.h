#pragma once

#include <QString>
#include <QUrl>
#include <chrono>

#include "base/Expected.h"

namespace signet::signing {

/** A named environment: the service's address, where tokens come from, options. No secret is ever in it. */
struct Profile {
    enum class TokenSource { ClientCredentials, StaticToken };

    QString name;
    QUrl api;  ///< such as https://signapi.eparaksts.lv; a path before it (reverse proxy) is kept
    TokenSource tokenSource = TokenSource::ClientCredentials;
    QUrl tokenUrl;  ///< the whole address of the token endpoint
    QString clientId;
    bool encodeCredentials = true;  ///< form-encode identifier and secret before base64 (signapi.md 2)
    QString caFile;                 ///< PEM certificates to trust besides the system's; empty: none
    QString
        authCertificateFile;  ///< sent instead of the card's authentication certificate; empty: the card's
    bool authCertificateAsPem = false;  ///< as PEM text for seals and archive stamps (signapi.md 5.4)
    /** PIN2 is never kept from one signature to the next: the person is asked before each. */
    bool askForEachSignature = false;
    bool rawEcdsa = false;                 ///< signature values as r||s instead of DER (signapi.md 11.2)
    int chunkSize = 20;                    ///< sessions in one request
    std::chrono::seconds timeout{60};      ///< for CalculateDigest and finalizeSigning
    std::chrono::seconds confirmTime{30};  ///< how long an unclear end is looked up

    QString sealPfxFile;              ///< the e-seal; empty: none chosen
    QString sealAuthCertificateFile;  ///< the authentication certificate that belongs to it
    QString centralKeyFile;           ///< the key for the e-seal's password; empty: asked of the service
    QString centralKeyFingerprint;    ///< of the key that a person accepted (CentralKey); empty: none yet
    bool oaepPadding = false;         ///< for that password: OAEP with SHA-1 instead of PKCS#1 v1.5

    bool operator==(const Profile&) const = default;
};

/** ProfileIncomplete, AddressInvalid, AddressInsecure (http other than loopback), CaFileInvalid. */
base::Expected<void> check(const Profile& profile);

}  // namespace signet::signing
