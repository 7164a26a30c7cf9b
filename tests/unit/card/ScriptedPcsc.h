#pragma once

#include <QHash>
#include <QList>
#include <condition_variable>
#include <mutex>
#include <set>

#include "card/PcscPlatform.h"

namespace signet::test {

/**
 * A smart card service in software, in place of the computer's: a test that is linked with ScriptedPcsc.cpp
 * calls it through card/PcscPlatform.h, whose functions are defined there anew. One reader, one card, and the
 * codes that a test wants. Any thread.
 */
class ScriptedPcsc {
public:
    static constexpr char Reader[] = "Scripted reader";
    /** The only one. */
    static ScriptedPcsc& instance();

    /** As at the start of the computer: it runs, the card is in, it speaks T=1. */
    void startAnew();
    /** Every context and handle is void from now on, as after sleep or a restart of the service. */
    void invalidate();
    /** No service, and this is what it says; nothing: it runs again. Whoever waits is told so. */
    void setService(std::optional<card::pcsc::Code> trouble);
    void setProtocol(card::pcsc::Protocol protocol);
    /** What the `call` ("SCardTransmit" ...) gives the next times, before it does what it usually does. */
    void answerNext(const QByteArray& call, const QList<card::pcsc::Code>& codes);
    /** What the card answers next, as bytes. */
    void cardAnswers(const QList<QByteArray>& answers);
    void setEndsWithLastReader(bool ends);

    QList<QByteArray> commands() const;             ///< that the card got
    QList<card::pcsc::Protocol> protocols() const;  ///< with which it got them
    int count(const QByteArray& call) const;

private:
    friend struct ScriptedCalls;
    card::pcsc::Code begin(const QByteArray& call, card::pcsc::Code otherwise);
    card::pcsc::Code forContext(const QByteArray& call, card::pcsc::Context context);
    card::pcsc::Code forCard(const QByteArray& call, card::pcsc::Handle card);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<card::pcsc::Code> m_trouble;
    std::set<std::intptr_t> m_valid;  ///< contexts and handles
    std::set<std::intptr_t> m_cancelled;
    std::intptr_t m_last = 0;
    card::pcsc::Protocol m_protocol = card::pcsc::Protocol::T1;
    QHash<QByteArray, QList<card::pcsc::Code>> m_codes;
    QHash<QByteArray, int> m_counts;
    QList<QByteArray> m_answers;
    QList<QByteArray> m_commands;
    QList<card::pcsc::Protocol> m_protocols;
    bool m_endsWithLastReader = false;
};

}  // namespace signet::test
