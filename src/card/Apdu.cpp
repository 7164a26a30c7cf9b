#include "card/Apdu.h"

#include <algorithm>

namespace signet::card {
namespace {

constexpr std::size_t HeaderSize = 4;
constexpr int ShortData = 255;
constexpr int ShortAnswer = 256;
constexpr int ExtendedAnswer = 65536;

/** VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER, in both of their forms (ISO 7816-4, 11.5). */
bool carriesPin(quint8 ins) {
    const int plain = ins & 0xFE;
    return plain == 0x20 || plain == 0x24 || plain == 0x2C;
}

quint8 byteOf(QByteArrayView bytes, qsizetype at) {
    return static_cast<quint8>(bytes[at]);
}

int wordOf(QByteArrayView bytes, qsizetype at) {
    return byteOf(bytes, at) << 8 | byteOf(bytes, at + 1);
}

/** Where data and Le stand in a command; Le 0 stands for the most there is. */
struct Layout {
    qsizetype dataAt = 0;
    qsizetype dataSize = 0;
    int le = CommandApdu::NoLe;
};

std::optional<Layout> shortLayout(QByteArrayView bytes) {
    const int first = byteOf(bytes, 4);
    if (bytes.size() == 5)
        return Layout{0, 0, first == 0 ? ShortAnswer : first};
    if (first == 0)
        return std::nullopt;
    if (bytes.size() == 5 + first)
        return Layout{5, first, CommandApdu::NoLe};
    if (bytes.size() != 6 + first)
        return std::nullopt;
    const int le = byteOf(bytes, 5 + first);
    return Layout{5, first, le == 0 ? ShortAnswer : le};
}

std::optional<Layout> extendedLayout(QByteArrayView bytes) {
    const int first = wordOf(bytes, 5);
    if (bytes.size() == 7)
        return Layout{0, 0, first == 0 ? ExtendedAnswer : first};
    if (first == 0)
        return std::nullopt;
    if (bytes.size() == 7 + first)
        return Layout{7, first, CommandApdu::NoLe};
    if (bytes.size() != 9 + first)
        return std::nullopt;
    const int le = wordOf(bytes, 7 + first);
    return Layout{7, first, le == 0 ? ExtendedAnswer : le};
}

std::optional<Layout> layoutOf(QByteArrayView bytes) {
    if (bytes.size() < static_cast<qsizetype>(HeaderSize))
        return std::nullopt;
    if (bytes.size() == static_cast<qsizetype>(HeaderSize))
        return Layout{};
    const bool extended = byteOf(bytes, 4) == 0 && bytes.size() >= 7;
    return extended ? extendedLayout(bytes) : shortLayout(bytes);
}

/** Writes into memory of a size that is known from the start, so that no copy of a PIN is left behind. */
class Writer {
public:
    explicit Writer(std::span<unsigned char> out) : m_out(out) {}
    void byte(int value) { m_out[m_at++] = static_cast<unsigned char>(value); }
    void word(int value) {
        byte(value >> 8 & 0xFF);
        byte(value & 0xFF);
    }
    void bytes(std::span<const unsigned char> data) {
        std::copy(data.begin(), data.end(), m_out.begin() + static_cast<std::ptrdiff_t>(m_at));
        m_at += data.size();
    }

private:
    std::span<unsigned char> m_out;
    std::size_t m_at = 0;
};

}  // namespace

std::optional<int> StatusWord::triesLeft() const {
    if ((value & 0xFFF0) != 0x63C0)
        return std::nullopt;
    return value & 0x0F;
}

QString StatusWord::toString() const {
    return QStringLiteral("%1").arg(value, 4, 16, QLatin1Char('0')).toUpper();
}

CommandApdu::CommandApdu(quint8 cla, quint8 ins, quint8 p1, quint8 p2, QByteArrayView data, int le)
    : m_cla(cla), m_ins(ins), m_p1(p1), m_p2(p2), m_data(data), m_le(le) {
    Q_ASSERT(data.size() < ExtendedAnswer);
    Q_ASSERT(le == NoLe || (le > 0 && le <= ExtendedAnswer));
}

base::SecretBytes CommandApdu::encoded() const {
    const auto dataSize = static_cast<int>(m_data.size());
    const bool extended = dataSize > ShortData || m_le > ShortAnswer;
    std::size_t size = HeaderSize + m_data.size();
    if (dataSize > 0)
        size += extended ? 3 : 1;
    if (m_le != NoLe)
        size += !extended ? 1 : (dataSize > 0 ? 2 : 3);

    base::SecretBytes result(size);
    Writer writer(result.bytes());
    for (const quint8 header : {m_cla, m_ins, m_p1, m_p2})
        writer.byte(header);
    if (extended)
        writer.byte(0);
    if (dataSize > 0) {
        extended ? writer.word(dataSize) : writer.byte(dataSize);
        writer.bytes(m_data.bytes());
    }
    if (m_le != NoLe)
        extended ? writer.word(m_le & 0xFFFF) : writer.byte(m_le & 0xFF);
    return result;
}

CommandApdu CommandApdu::withLe(int le) const {
    return {m_cla, m_ins, m_p1, m_p2, m_data.view(), le};
}

QString CommandApdu::forLog() const {
    QString text = QStringLiteral("%1 %2 %3 %4")
                       .arg(m_cla, 2, 16, QLatin1Char('0'))
                       .arg(m_ins, 2, 16, QLatin1Char('0'))
                       .arg(m_p1, 2, 16, QLatin1Char('0'))
                       .arg(m_p2, 2, 16, QLatin1Char('0'))
                       .toUpper();
    if (!m_data.isEmpty()) {
        text += QStringLiteral(" Lc=%1").arg(m_data.size());
        text += carriesPin(m_ins)
                    ? QStringLiteral(" ***")
                    : QString(u' ' % QString::fromLatin1(data().toByteArray().toHex().toUpper()));
    }
    if (m_le != NoLe)
        text += QStringLiteral(" Le=%1").arg(m_le);
    return text;
}

std::optional<CommandApdu> CommandApdu::parse(QByteArrayView bytes) {
    const std::optional<Layout> layout = layoutOf(bytes);
    if (!layout)
        return std::nullopt;
    return CommandApdu(byteOf(bytes, 0), byteOf(bytes, 1), byteOf(bytes, 2), byteOf(bytes, 3),
                       bytes.sliced(layout->dataAt, layout->dataSize), layout->le);
}

std::optional<ResponseApdu> ResponseApdu::parse(QByteArrayView bytes) {
    const qsizetype dataSize = bytes.size() - 2;
    if (dataSize < 0)
        return std::nullopt;
    return ResponseApdu{bytes.first(dataSize).toByteArray(),
                        StatusWord{static_cast<quint16>(wordOf(bytes, dataSize))}};
}

QByteArray ResponseApdu::encoded() const {
    QByteArray result = data;
    result.append(static_cast<char>(status.sw1()));
    result.append(static_cast<char>(status.sw2()));
    return result;
}

}  // namespace signet::card
