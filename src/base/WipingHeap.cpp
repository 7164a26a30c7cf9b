#include "base/WipingHeap.h"

#include <malloc.h>
#include <openssl/crypto.h>

#include <QtGlobal>
#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace signet::base {
namespace {

std::size_t sizeOf(void* block) {
#ifdef Q_OS_WIN
    return _msize(block);
#else
    return malloc_usable_size(block);
#endif
}

void* allocate(std::size_t size, const char*, int) {
    return std::malloc(size);
}

void release(void* block, const char*, int) {
    if (block == nullptr)
        return;
    OPENSSL_cleanse(block, sizeOf(block));
    std::free(block);
}

/** Never in place: what the allocator moves itself would leave its old bytes behind. */
void* reallocate(void* block, std::size_t size, const char* file, int line) {
    if (size == 0) {
        release(block, file, line);
        return nullptr;
    }
    void* const fresh = std::malloc(size);
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

}  // namespace signet::base
