#pragma once

#include <QtEndian>
#include <algorithm>

#include "card/CardReaders.h"

namespace signet::test {

/**
 * A card whose answers are a list in bytes, whatever it is asked: of each the length in two bytes
 * (big-endian), and the answer. FFFF in the length's place is a reset. After the last one the card is out, or
 * the list begins anew, for ever.
 */
class AnsweringTransport : public card::CardTransport {
public:
    enum class AtEnd { CardOut, FromTheStart };

    AnsweringTransport(QByteArray atr, QByteArrayView answers, AtEnd atEnd, int& exchanges)
        : m_atr(std::move(atr)), m_answers(answers), m_atEnd(atEnd), m_exchanges(&exchanges) {}

    /** One entry of such a list. */
    static QByteArray entry(const QByteArray& answer) {
        QByteArray length(2, '\0');
        qToBigEndian(static_cast<quint16>(answer.size()), length.data());
        return length.append(answer);
    }

    QByteArray atr() const override { return m_atr; }
    card::Expected<void> beginTransaction() override { return {}; }
    void endTransaction() override {}
    card::Expected<void> reconnect() override { return {}; }

    card::Expected<card::ResponseApdu> transmit(const card::CommandApdu& command) override {
        ++*m_exchanges;
        command.encoded();
        if (m_atEnd == AtEnd::FromTheStart && m_answers.size() - m_at < 2)
            m_at = 0;
        if (m_answers.size() - m_at < 2)
            return base::fail(base::ErrorCode::CardRemoved);
        const qsizetype length = qFromBigEndian<quint16>(m_answers.data() + m_at);
        m_at += 2;
        if (length == Reset)
            return base::fail(base::ErrorCode::CardReset);
        const QByteArrayView bytes = m_answers.sliced(m_at, std::min(length, m_answers.size() - m_at));
        m_at += bytes.size();
        const auto answer = card::ResponseApdu::parse(bytes);
        if (!answer)
            return base::fail(base::ErrorCode::CardRemoved);
        return *answer;
    }

private:
    static constexpr qsizetype Reset = 0xFFFF;

    QByteArray m_atr;
    QByteArrayView m_answers;
    AtEnd m_atEnd;
    int* m_exchanges;
    qsizetype m_at = 0;
};

}  // namespace signet::test
