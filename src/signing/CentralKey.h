#pragma once

#include <QString>

#include "base/Expected.h"
#include "crypto/RsaPublicKey.h"

namespace signet::signing {

struct Profile;

/**
 * The key that protects an e-seal's password on its way, where it came from, and whether it is the one that a
 * person has accepted before. Whoever could put another key in its place could read the password.
 */
struct CentralKey {
    enum class Source {
        NamedFile,    ///< named for this run: the person's word, compared with nothing
        ProfileFile,  ///< named in the profile
        Service,      ///< told by the service (signapi.md 7.2)
    };
    enum class Standing {
        Accepted,  ///< go on
        New,  ///< none was accepted yet: show the fingerprint, then keep it (ProfileStore::acceptCentralKey)
        Changed,  ///< not the accepted one: only a person may go on, and then keep the new one
    };

    crypto::RsaPublicKey key;
    Source source = Source::Service;
    Standing standing = Standing::New;
    QString accepted;  ///< the fingerprint in the profile; empty: none

    /** SHA-256 over the SubjectPublicKeyInfo, 64 hexadecimal digits in small letters. */
    QString fingerprint() const;
    /** CentralKeyChanged, with both fingerprints. */
    base::Expected<void> check() const;
};

/** Compares with the fingerprint that the profile keeps; its spelling (capitals, colons) does not matter. */
CentralKey centralKeyFor(const Profile& profile, crypto::RsaPublicKey key, CentralKey::Source source);

}  // namespace signet::signing
