#pragma once

#include <QByteArrayView>
#include <QList>
#include <initializer_list>
#include <optional>

namespace signet::card {

/** One BER-TLV data object (ISO 7816-4, 5.2.2). The value is a view into the bytes that were read. */
struct Tlv {
    quint32 tag = 0;  ///< as it stands, such as 0x30, 0x9A or 0xBF8105
    QByteArrayView value;
};

/**
 * Reads data objects one after the other from bytes that nobody vouches for: tags of up to four bytes,
 * lengths of up to 83 xx xx xx. A length beyond the end is an error. Filling with 00 or FF between objects is
 * passed over. Never goes into a value by itself, so nesting costs nothing: whoever wants the inside makes a
 * reader for it.
 */
class TlvReader {
public:
    explicit TlvReader(QByteArrayView bytes) : m_rest(bytes) {}

    /** Nothing at the end, and nothing more once something was malformed. */
    std::optional<Tlv> next();
    bool isMalformed() const { return m_malformed; }

private:
    std::optional<Tlv> malformed();
    std::optional<quint32> takeTag();
    std::optional<qsizetype> takeLength();

    QByteArrayView m_rest;
    bool m_malformed = false;
};

/** At most this many objects are taken from one level. */
inline constexpr qsizetype MaxTlvObjects = 256;

/** The objects of one level; those before a malformed one are kept. */
QList<Tlv> tlvObjects(QByteArrayView bytes);

/** The value at the end of a path of tags, the first of each level; nothing if a step is missing. */
std::optional<QByteArrayView> findTlv(QByteArrayView bytes, std::initializer_list<quint32> path);

/** A non-negative number of up to four significant bytes, as INTEGER and length objects hold it. */
std::optional<quint32> tlvNumber(QByteArrayView value);

}  // namespace signet::card
