#pragma once

#include <openssl/x509.h>

namespace signet::crypto {

/** Rounds of a password's hash that are still waited for: some seconds' worth. */
constexpr long long MostPbeRounds = 5'000'000;

/**
 * Whether the encryption by password that `algorithm` describes can be undone within `context`: PBES1 and its
 * relatives of PKCS #12 (RFC 7292, appendix C), or PBES2 (RFC 8018, 6.2), with a cipher that is there and
 * with no more than MostPbeRounds. Asked beforehand, so that a failure later means the password. Private to
 * crypto/.
 */
bool canDecrypt(const X509_ALGOR* algorithm, OSSL_LIB_CTX* context);

}  // namespace signet::crypto
