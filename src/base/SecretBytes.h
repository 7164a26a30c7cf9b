#pragma once

#include <QByteArrayView>
#include <QString>
#include <cstddef>
#include <span>

namespace signet::base {

/**
 * A PIN, password, client secret or token: bytes in OpenSSL's secure heap (locked in memory, kept out of core
 * dumps), wiped when they are released. Moves, never copies by itself (`clone()` says so where a second one
 * is needed). Never printed: there is no conversion to QString, and no operator for QDebug. Any thread; one
 * owner at a time.
 */
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);  ///< `size` zero bytes
    explicit SecretBytes(QByteArrayView bytes);
    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;

    /** UTF-8 of `text`; the text is overwritten and emptied, as far as Qt lets us reach its memory. */
    static SecretBytes takeFrom(QString& text);
    /** The bytes; the array is overwritten and emptied. */
    static SecretBytes takeFrom(QByteArray& bytes);

    SecretBytes clone() const;
    void wipe();

    bool isEmpty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    std::span<const unsigned char> bytes() const { return {m_data, m_size}; }
    std::span<unsigned char> bytes() { return {m_data, m_size}; }
    /** A view, not a copy; valid as long as this object is. */
    QByteArrayView view() const;

    /** Equal in constant time. */
    bool operator==(const SecretBytes& other) const;

private:
    unsigned char* m_data = nullptr;
    std::size_t m_size = 0;
};

/**
 * Call once at the start of main(), before anything else uses OpenSSL: sets up the secure heap, has OpenSSL
 * overwrite what it frees, switches core dumps off for this process, and leaves OpenSSL's global data to the
 * end of the process.
 */
void protectProcessMemory();

}  // namespace signet::base
