#pragma once

#include "base/SecretBytes.h"
#include "sandbox/pki/DemoPki.h"

namespace signet::sandbox {

/** What a PFX file is encrypted with. */
enum class PfxStyle {
    Modern,  ///< PBES2 with AES-256
    Old,     ///< RC2-40 for the certificates, triple DES for the key, as Windows wrote them for decades
};

/** A PFX file (PKCS #12, RFC 7292) with this key, its certificate and `others` (DER). */
Expected<QByteArray> makePfx(const KeyAndCertificate& own, const QList<QByteArray>& others,
                             const base::SecretBytes& password, PfxStyle style = PfxStyle::Modern);

/** OpenSSL's algorithms, the old ones with them, in a context that nothing else uses. */
OSSL_LIB_CTX* contextWithOldAlgorithms();

/** `secret` and a zero behind it, for functions that want text. */
base::SecretBytes zeroTerminated(const base::SecretBytes& secret);

}  // namespace signet::sandbox
