#include "base/SecretBytes.h"

#include <openssl/crypto.h>

#include <cstring>
#include <mutex>
#include <utility>

#include "base/Log.h"
#include "base/WipingHeap.h"

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace signet::base {
namespace {

constexpr std::size_t HeapSize =
    256 * 1024;  // a power of two; PINs, tokens and a PFX password fit many times over
constexpr std::size_t SmallestBlock = 16;

/** OpenSSL keeps state of its own in the secure heap, and pointers to the ordinary one; a leak checker that
 * does not look there takes what they point to for lost. */
void showSecureHeapToLeakChecker() {
#ifdef __SANITIZE_ADDRESS__
    void* whole = OPENSSL_secure_malloc(HeapSize);  // fresh, the heap is one block: this is where it begins
    if (whole != nullptr)
        __lsan_register_root_region(whole, HeapSize);
    OPENSSL_secure_free(whole);
#endif
}

void ensureSecureHeap() {
    static std::once_flag once;
    std::call_once(once, [] {
        // Qt's threads are detached: at exit() one may still be giving back what OpenSSL keeps for it, and
        // OpenSSL must not tear itself down under it.
        OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
        CRYPTO_secure_malloc_init(HeapSize, SmallestBlock);
        showSecureHeapToLeakChecker();
    });
}

}  // namespace

SecretBytes::SecretBytes(std::size_t size) : m_size(size) {
    if (size == 0)
        return;
    ensureSecureHeap();
    m_data = static_cast<unsigned char*>(OPENSSL_secure_zalloc(size));
    if (m_data == nullptr)  // the secure heap is full (a secret file of absurd size): ordinary memory, wiped
                            // all the same
        m_data = static_cast<unsigned char*>(OPENSSL_zalloc(size));
    if (m_data == nullptr)
        qFatal("no memory for a secret");
}

SecretBytes::SecretBytes(QByteArrayView bytes) : SecretBytes(static_cast<std::size_t>(bytes.size())) {
    if (m_data != nullptr)
        std::memcpy(m_data, bytes.data(), m_size);
}

SecretBytes::~SecretBytes() {
    wipe();
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes SecretBytes::takeFrom(QString& text) {
    QByteArray utf8 = text.toUtf8();
    if (!text.isEmpty())
        OPENSSL_cleanse(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
    return takeFrom(utf8);
}

SecretBytes SecretBytes::takeFrom(QByteArray& bytes) {
    SecretBytes secret{QByteArrayView(bytes)};
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
    return secret;
}

SecretBytes SecretBytes::clone() const {
    return SecretBytes(view());
}

void SecretBytes::wipe() {
    if (m_data != nullptr)
        OPENSSL_secure_clear_free(m_data, m_size);
    m_data = nullptr;
    m_size = 0;
}

QByteArrayView SecretBytes::view() const {
    return {reinterpret_cast<const char*>(m_data), static_cast<qsizetype>(m_size)};
}

bool SecretBytes::operator==(const SecretBytes& other) const {
    return m_size == other.m_size && (m_size == 0 || CRYPTO_memcmp(m_data, other.m_data, m_size) == 0);
}

void protectProcessMemory() {
    if (!wipeWhatOpenSslFrees())
        qCWarning(logService) << "OpenSSL was in use already: what it frees is not overwritten";
    ensureSecureHeap();
#ifdef Q_OS_UNIX
    // Of the hard limit, too: nothing in this process can raise it again.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

}  // namespace signet::base
