#pragma once

namespace signet::base {

/**
 * From now on everything that OpenSSL gives back to the ordinary heap is overwritten first. OpenSSL clears
 * most of its copies of a password itself, but not all: the key derivation of PKCS #12 frees a block that is
 * filled with it in UTF-16. Only before OpenSSL has allocated anything; false if that is too late. Called by
 * protectProcessMemory().
 */
bool wipeWhatOpenSslFrees();

}  // namespace signet::base
