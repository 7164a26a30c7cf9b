#include "base/WipingHeap.h"

#include <malloc.h>
#include <openssl/crypto.h>

#include <QtGlobal>
#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace signet::base {
namespace {

constexpr std::size_t LargestPassword = 512;

thread_local int lockedHeaps = 0;

std::size_t sizeOf(void* block) {
    if (CRYPTO_secure_allocated(block) == 1)
        return CRYPTO_secure_actual_size(block);
#ifdef Q_OS_WIN
    return _msize(block);
#else
    return malloc_usable_size(block);
#endif
}

void* allocateLocked(std::size_t size, const char* file, int line) {
    if (lockedHeaps == 0 || size > LargestPassword || CRYPTO_secure_malloc_initialized() != 1)
        return nullptr;
    return CRYPTO_secure_malloc(size, file, line);
}

void* allocate(std::size_t size, const char* file, int line) {
    void* const locked = allocateLocked(size, file, line);
    return locked != nullptr ? locked : std::malloc(size);
}

void release(void* block, const char* file, int line) {
    if (block == nullptr)
        return;
    if (CRYPTO_secure_allocated(block) == 1) {
        CRYPTO_secure_clear_free(block, CRYPTO_secure_actual_size(block), file, line);
        return;
    }
    OPENSSL_cleanse(block, sizeOf(block));
    std::free(block);
}

/** Never in place: what the allocator moves itself would leave its old bytes behind. */
void* reallocate(void* block, std::size_t size, const char* file, int line) {
    if (size == 0) {
        release(block, file, line);
        return nullptr;
    }
    void* const fresh = allocate(size, file, line);
    if (fresh != nullptr && block != nullptr) {
        std::memcpy(fresh, block, std::min(size, sizeOf(block)));
        release(block, file, line);
    }
    return fresh;
}

}  // namespace

bool wipeWhatOpenSslFrees() {
    return CRYPTO_set_mem_functions(allocate, reallocate, release) == 1;
}

LockedOpenSslHeap::LockedOpenSslHeap() {
    ++lockedHeaps;
}

LockedOpenSslHeap::~LockedOpenSslHeap() {
    --lockedHeaps;
}

}  // namespace signet::base
