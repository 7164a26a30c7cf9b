#include "sandbox/card/TlvWriter.h"

#include <QString>  // brings the operators of QByteArray
#include <algorithm>

namespace signet::sandbox::tlv {
namespace {

/** Big-endian without leading zero bytes, at least one byte. */
QByteArray bigEndian(quint32 value) {
    QByteArray bytes;
    do {
        bytes.prepend(static_cast<char>(value & 0xFF));
        value >>= 8;
    } while (value != 0);
    return bytes;
}

QByteArray length(qsizetype size) {
    const QByteArray bytes = bigEndian(static_cast<quint32>(size));
    if (size < 0x80)
        return bytes;
    return QByteArray(1, static_cast<char>(0x80 | bytes.size())) + bytes;
}

}  // namespace

QByteArray node(quint32 tag, const QByteArray& content) {
    return bigEndian(tag) + length(content.size()) + content;
}

QByteArray node(quint32 tag, std::initializer_list<QByteArray> parts) {
    QByteArray content;
    for (const QByteArray& part : parts)
        content += part;
    return node(tag, content);
}

QByteArray sequence(std::initializer_list<QByteArray> parts) {
    return node(0x30, parts);
}

QByteArray integer(quint32 value) {
    QByteArray bytes = bigEndian(value);
    if ((static_cast<quint8>(bytes.front()) & 0x80) != 0)
        bytes.prepend('\0');
    return node(0x02, bytes);
}

QByteArray octets(const QByteArray& bytes) {
    return node(0x04, bytes);
}

QByteArray utf8(const char* text) {
    return node(0x0C, QByteArray(text));
}

QByteArray boolean(bool value) {
    return node(0x01, QByteArray(1, value ? '\xFF' : '\0'));
}

QByteArray enumerated(quint8 value) {
    return node(0x0A, QByteArray(1, static_cast<char>(value)));
}

QByteArray bits(std::initializer_list<int> set) {
    const int last = set.size() == 0 ? -1 : std::max(set);
    QByteArray bytes(last / 8 + (last >= 0 ? 1 : 0), '\0');
    for (const int bit : set)
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] | (0x80 >> (bit % 8)));
    const int unused = last < 0 ? 0 : 7 - last % 8;
    return node(0x03, QByteArray(1, static_cast<char>(unused)) + bytes);
}

}  // namespace signet::sandbox::tlv
