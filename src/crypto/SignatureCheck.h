#pragma once

#include "base/Expected.h"
#include "crypto/Certificate.h"
#include "crypto/Digest.h"

namespace signet::crypto {

/**
 * Checks a card's signature value over `digest` with the certificate's public key, without hashing anything
 * again. `signatureValue`: RSA as it is (PKCS#1 v1.5 over the DigestInfo), EC as DER. SignatureWrong if it
 * does not fit. Pure; any thread.
 */
Expected<void> checkSignature(const Certificate& certificate, const Digest& digest,
                              QByteArrayView signatureValue);

/** What a card gives (RSA as it is, EC as raw r‖s of BSI TR-03111 5.2.1) as the value that checkSignature()
 * takes. SignatureWrong if it is none. */
Expected<QByteArray> checkableValue(const Certificate& certificate, QByteArrayView cardValue);

/** DigestLength if a key of this kind cannot sign this digest (an RSA card of card.md 3 takes SHA-256 only).
 */
Expected<void> checkDigestFits(const Certificate& certificate, const Digest& digest);

}  // namespace signet::crypto
