#include "crypto/Digest.h"

#include <algorithm>
#include <array>

namespace signet::crypto {
namespace {

struct Row {
    HashAlgorithm algorithm;
    qsizetype length;
    const char* name;
    QByteArrayView digestInfoPrefix;  // RFC 8017, 9.2, note 1: everything before the hash itself
};

template <std::size_t Size>
constexpr QByteArrayView bytes(const char (&literal)[Size]) {
    return {literal, static_cast<qsizetype>(Size - 1)};
}

constexpr std::array Rows{
    Row{HashAlgorithm::Sha1, 20, "SHA-1",
        bytes("\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14")},
    Row{HashAlgorithm::Sha224, 28, "SHA-224",
        bytes("\x30\x2d\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x04\x05\x00\x04\x1c")},
    Row{HashAlgorithm::Sha256, 32, "SHA-256",
        bytes("\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20")},
    Row{HashAlgorithm::Sha384, 48, "SHA-384",
        bytes("\x30\x41\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x02\x05\x00\x04\x30")},
    Row{HashAlgorithm::Sha512, 64, "SHA-512",
        bytes("\x30\x51\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03\x05\x00\x04\x40")},
};

const Row& rowOf(HashAlgorithm algorithm) {
    return *std::find_if(Rows.begin(), Rows.end(),
                         [algorithm](const Row& row) { return row.algorithm == algorithm; });
}

}  // namespace

QString toString(HashAlgorithm algorithm) {
    return QString::fromLatin1(rowOf(algorithm).name);
}

Expected<Digest> Digest::fromBytes(QByteArray bytes) {
    const auto row = std::find_if(Rows.begin(), Rows.end(),
                                  [&bytes](const Row& each) { return each.length == bytes.size(); });
    if (row == Rows.end())
        return base::fail(base::ErrorCode::DigestLength, QStringList{QString::number(bytes.size())});
    return Digest(std::move(bytes), row->algorithm);
}

QByteArray Digest::digestInfo() const {
    return rowOf(m_algorithm).digestInfoPrefix.toByteArray() + m_bytes;
}

QByteArray Digest::forEcField(int size) const {
    return m_bytes.size() >= size ? m_bytes.left(size) : m_bytes.rightJustified(size, '\0');
}

}  // namespace signet::crypto
