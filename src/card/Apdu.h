#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

#include "base/SecretBytes.h"

namespace signet::card {

/** SW1 SW2 of an answer (ISO 7816-4, 5.6). */
struct StatusWord {
    quint16 value = 0;

    quint8 sw1() const { return static_cast<quint8>(value >> 8); }
    quint8 sw2() const { return static_cast<quint8>(value & 0xFF); }
    bool isOk() const { return value == 0x9000; }
    bool hasMoreData() const { return sw1() == 0x61; }       ///< T=0: GET RESPONSE fetches sw2 bytes
    bool wantsOtherLength() const { return sw1() == 0x6C; }  ///< T=0: repeat with Le = sw2
    /** 63Cx: x tries left (0 means blocked). Nothing for any other status. */
    std::optional<int> triesLeft() const;
    QString toString() const;  ///< four hexadecimal digits
    bool operator==(const StatusWord&) const = default;
};

/**
 * A command (ISO 7816-4, 5.1), short or extended by its lengths. Its encoded form lives in SecretBytes
 * because it may carry a PIN; therefore it moves and does not copy. Any thread.
 */
class CommandApdu {
public:
    static constexpr int NoLe = -1;

    /** `le`: bytes expected, 1 to 256 (short) or to 65536 (extended); NoLe where no answer data is expected.
     */
    CommandApdu(quint8 cla, quint8 ins, quint8 p1, quint8 p2, QByteArrayView data = {}, int le = NoLe);

    quint8 cla() const { return m_cla; }
    quint8 ins() const { return m_ins; }
    quint8 p1() const { return m_p1; }
    quint8 p2() const { return m_p2; }
    int le() const { return m_le; }
    QByteArrayView data() const { return m_data.view(); }

    base::SecretBytes encoded() const;
    /** The same command with another Le (6Cxx). */
    CommandApdu withLe(int le) const;
    /** For the log: header, lengths and data; of PIN commands (VERIFY, CHANGE, RESET RETRY COUNTER) header
     * and length only. */
    QString forLog() const;

    /** Nothing if the bytes are no well-formed command (wrong lengths, fewer than 4 bytes). */
    static std::optional<CommandApdu> parse(QByteArrayView bytes);

private:
    quint8 m_cla;
    quint8 m_ins;
    quint8 m_p1;
    quint8 m_p2;
    base::SecretBytes m_data;
    int m_le;
};

/** An answer: data and status. */
struct ResponseApdu {
    QByteArray data;
    StatusWord status;

    /** Nothing for fewer than two bytes: what a card pulled out mid-exchange can look like (card.md 4). */
    static std::optional<ResponseApdu> parse(QByteArrayView bytes);
    QByteArray encoded() const;
};

}  // namespace signet::card
