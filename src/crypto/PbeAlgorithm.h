#pragma once

#include <openssl/x509.h>

#include <cstdint>
#include <optional>

namespace signet::crypto {

/** Rounds of a password's hash that are still waited for, in all of a file: some seconds' worth. */
constexpr std::int64_t MostPbeRounds = 5'000'000;

/**
 * How many rounds it takes to undo the encryption by password that `algorithm` describes within `context`:
 * PBES1 and its relatives of PKCS #12 (RFC 7292, appendix C), or PBES2 (RFC 8018, 6.2) with PBKDF2 or scrypt.
 * Nothing if it cannot be done, for want of a cipher or a hash, or takes more than MostPbeRounds. Asked
 * beforehand, so that a failure later means the password. Private to crypto/.
 */
std::optional<std::int64_t> roundsToDecrypt(const X509_ALGOR* algorithm, OSSL_LIB_CTX* context);

}  // namespace signet::crypto
