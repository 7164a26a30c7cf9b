#pragma once

#include <QByteArray>
#include <QList>
#include <memory>

#include "base/SecretBytes.h"
#include "crypto/Certificate.h"
#include "crypto/RsaPublicKey.h"

namespace signet::signing {

/** All that a batch needs to seal: what goes into eSealCreate (signapi.md 5.4), and whose seal it is. */
struct SealIdentity {
    crypto::Certificate certificate;
    crypto::Certificate authCertificate;
    QByteArray pfx;                ///< the file as it is: never in a log or a journal
    QByteArray encryptedPassword;  ///< for the service's central key (signapi.md 11.4)
};

/** An e-seal's file that opened: password, key, validity and kind are as they should be. */
struct OpenedSeal {
    crypto::Certificate certificate;
    crypto::Certificate authCertificate;
    QByteArray pfx;
    std::shared_ptr<const base::SecretBytes> password;

    /** What is to be known before it is sealed, and does not stop anybody (appraise()). */
    QList<base::Error> warnings() const;
    /** With the password encrypted for `key`; the plain one can then go. PasswordTooLong. */
    base::Expected<SealIdentity> encryptedFor(const crypto::RsaPublicKey& key,
                                              crypto::RsaPadding padding) const;
};

}  // namespace signet::signing
