#pragma once

#include <QByteArray>
#include <initializer_list>

/** Writes BER-TLV with definite lengths (ISO 8825-1), as DER wherever the contents are given so. Pure. */
namespace signet::sandbox::tlv {

/** Tag of one to three bytes, length, and the parts one after another. */
QByteArray node(quint32 tag, const QByteArray& content);
QByteArray node(quint32 tag, std::initializer_list<QByteArray> parts);

QByteArray sequence(std::initializer_list<QByteArray> parts);
QByteArray integer(quint32 value);
QByteArray octets(const QByteArray& bytes);
QByteArray utf8(const char* text);
QByteArray boolean(bool value);
QByteArray enumerated(quint8 value);
/** A named bit list: bit 0 is the first; trailing zeros are left out (X.690, 11.2.2). */
QByteArray bits(std::initializer_list<int> set);

}  // namespace signet::sandbox::tlv
