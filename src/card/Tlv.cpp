#include "card/Tlv.h"

#include <algorithm>

namespace signet::card {
namespace {

constexpr int MaxTagBytes = 4;
constexpr int MaxLengthBytes = 3;

quint8 at(QByteArrayView bytes, qsizetype index) {
    return static_cast<quint8>(bytes[index]);
}

bool isFilling(quint8 byte) {
    return byte == 0x00 || byte == 0xFF;
}

}  // namespace

std::optional<Tlv> TlvReader::next() {
    while (!m_rest.isEmpty() && isFilling(at(m_rest, 0)))
        m_rest = m_rest.sliced(1);
    if (m_rest.isEmpty() || m_malformed)
        return std::nullopt;
    const std::optional<quint32> tag = takeTag();
    if (!tag)
        return malformed();
    const std::optional<qsizetype> length = takeLength();
    if (!length || *length > m_rest.size())
        return malformed();
    const Tlv object{*tag, m_rest.first(*length)};
    m_rest = m_rest.sliced(*length);
    return object;
}

std::optional<Tlv> TlvReader::malformed() {
    m_malformed = true;
    m_rest = {};
    return std::nullopt;
}

std::optional<quint32> TlvReader::takeTag() {
    quint32 tag = at(m_rest, 0);
    qsizetype used = 1;
    if ((tag & 0x1F) == 0x1F) {
        quint8 byte = 0x80;
        while ((byte & 0x80) != 0) {
            if (used == MaxTagBytes || used == m_rest.size())
                return std::nullopt;
            byte = at(m_rest, used++);
            tag = tag << 8 | byte;
        }
    }
    m_rest = m_rest.sliced(used);
    return tag;
}

std::optional<qsizetype> TlvReader::takeLength() {
    if (m_rest.isEmpty())
        return std::nullopt;
    const quint8 first = at(m_rest, 0);
    m_rest = m_rest.sliced(1);
    if (first < 0x80)
        return first;
    const int count = first & 0x7F;
    if (count == 0 || count > MaxLengthBytes || count > m_rest.size())
        return std::nullopt;
    qsizetype length = 0;
    for (int i = 0; i < count; ++i)
        length = length << 8 | at(m_rest, i);
    m_rest = m_rest.sliced(count);
    return length;
}

QList<Tlv> tlvObjects(QByteArrayView bytes) {
    QList<Tlv> objects;
    TlvReader reader(bytes);
    while (objects.size() < MaxTlvObjects) {
        const std::optional<Tlv> object = reader.next();
        if (!object)
            break;
        objects.append(*object);
    }
    return objects;
}

std::optional<QByteArrayView> findTlv(QByteArrayView bytes, std::initializer_list<quint32> path) {
    QByteArrayView level = bytes;
    for (const quint32 tag : path) {
        const QList<Tlv> objects = tlvObjects(level);
        const auto found =
            std::find_if(objects.begin(), objects.end(), [tag](const Tlv& o) { return o.tag == tag; });
        if (found == objects.end())
            return std::nullopt;
        level = found->value;
    }
    return level;
}

std::optional<quint32> tlvNumber(QByteArrayView value) {
    while (value.size() > 1 && at(value, 0) == 0)
        value = value.sliced(1);
    if (value.isEmpty() || value.size() > 4)
        return std::nullopt;
    quint32 number = 0;
    for (qsizetype i = 0; i < value.size(); ++i)
        number = number << 8 | at(value, i);
    return number;
}

}  // namespace signet::card
