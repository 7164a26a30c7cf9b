#pragma once

namespace signet::base {

/**
 * From now on everything that OpenSSL gives back to the ordinary heap is overwritten first. OpenSSL clears
 * most of its copies of a password itself, but not all: the key derivation of PKCS #12 frees a block that is
 * filled with it in UTF-16. Only before OpenSSL has allocated anything; false if that is too late. Called by
 * protectProcessMemory().
 */
bool wipeWhatOpenSslFrees();

/**
 * While one of these lives, what OpenSSL allocates in this thread comes from the locked heap, if it is of a
 * size that a password may have: key derivation keeps a plain copy of its own for as long as it works. Only
 * after wipeWhatOpenSslFrees(); without it, or with the locked heap full, it is ordinary memory.
 */
class LockedOpenSslHeap {
public:
    LockedOpenSslHeap();
    ~LockedOpenSslHeap();
    LockedOpenSslHeap(const LockedOpenSslHeap&) = delete;
    LockedOpenSslHeap& operator=(const LockedOpenSslHeap&) = delete;
};

}  // namespace signet::base
