#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

#include "BatchBench.h"
#include "card/CardLimits.h"

namespace signet::test {

/**
 * One desk of cards, over readers in which a test lets things go wrong, and whole batches with it: what
 * became of them, in a few letters.
 */
class CardFaultBench {
public:
    CardFaultBench(std::shared_ptr<card::CardReaders> readers, const card::CardLimits& limits);

    /**
     * A batch over `count` new sessions. One letter for each (F finalized, x failed), and what ended the run:
     * "Fxx card-removed". What is not true or not said is added in words: a session without a message or a
     * hint, a document that was signed for a failed session, a second question.
     */
    QString run(int count);
    /**
     * The card that is there now is said as it is, and works: it is the desk's, the tries that are told are
     * those that it counts, and a batch of two is signed with it, which gives it all its tries back. Empty,
     * or what is not so.
     */
    QString untruthsOf(sandbox::VirtualCard& card, sandbox::CardPersonalisation personalisation);
    /** PIN2 can be used by whoever is at the card. */
    static bool isPin2Open(sandbox::VirtualCard& card);
    /** The card has been left: what the last batch had still to do there is done. */
    void settle();
    /** There is a card to sign with. */
    bool waitForSigner();
    /** Every card has been read, or given up. */
    bool waitForReading();

    /** Turns the event loop until it holds. */
    template <typename Condition>
    static bool waitUntil(Condition condition, int milliseconds = 20'000) {
        QTimer heartbeat;
        heartbeat.start(50);
        for (const QDeadlineTimer deadline(milliseconds); !condition();) {
            if (deadline.hasExpired())
                return false;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        return true;
    }

    signing::CardDesk cards;
    ScriptedAttendant attendant;

private:
    QString untruths(const signing::SessionList& sessions) const;

    ScriptedService m_service;
    signing::ServiceDesk m_desk;
};

}  // namespace signet::test
