#pragma once

#include <openssl/pkcs12.h>

#include <vector>

#include "base/SecretBytes.h"
#include "crypto/OpenSsl.h"

namespace signet::crypto {

/** What a PFX holds, as OpenSSL's objects. Private to crypto/. */
struct PfxContents {
    std::vector<KeyHandle> keys;
    std::vector<X509Handle> certificates;
};

/** Why a PFX did not open. */
enum class PfxProblem { None, Unreadable, Algorithm, Password };

/** Reads the whole of `bytes`; on a problem `contents` is not to be used, and OpenSSL's queue says more. */
PfxProblem readPfx(QByteArrayView bytes, const base::SecretBytes& password, PfxContents& contents);

}  // namespace signet::crypto
