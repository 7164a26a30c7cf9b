#pragma once

#include <QList>
#include <optional>

#include "card/CardReaders.h"
#include "card/ReaderStatus.h"

namespace signet::card {

/**
 * What is known of every reader: put together from the watch's listings and from what came of reading the
 * cards. Says which cards have to be read. No threads of its own; main thread.
 */
class ReaderTable {
public:
    QList<ReaderStatus> statuses() const;
    std::optional<base::Error> problem() const { return m_problem; }
    bool isSettled() const { return m_settled; }

    /** A new listing; the names of the readers whose cards are to be read now. */
    QStringList update(const Expected<QList<ReaderState>>& listing);
    /** There may be some that are worthRetrying(). */
    bool hasWorthRetrying() const;
    /** Readers where it is worth trying again after a while. */
    QStringList worthRetrying();
    /** A card is being read by the job of this number; older readings of it count no more. */
    void startReading(const QString& reader, quint64 job);
    /** After trouble that may pass by itself the card is still being read: worthRetrying(). */
    void finishReading(quint64 job, const Expected<CardContents>& contents);

    void setTries(const QString& reader, const std::optional<PinTries>& tries);
    /** After a VERIFY: what its outcome says of the tries. */
    void noteVerified(const QString& reader);
    /** True if the tries are others than before. */
    bool noteRefused(const QString& reader, const base::Error& error);

    /** The card thread hangs at this reader. It is not touched again until the card goes out, or release().
     */
    void setHung(const QString& reader, const base::Error& error);
    /** Another program has let go: true if the card is to be read now. */
    bool release(const QString& reader);
    std::optional<base::Error> hungBy(const QString& reader) const;
    /** Whether asking for the tries is enough, or everything has to be read. */
    bool isUsable(const QString& reader) const;
    bool hasCard(const QString& reader) const;

private:
    struct Entry {
        ReaderState seen;
        ReaderStatus status;
        quint64 job = 0;  ///< that reads the card; 0: none
        int retries = 0;
        std::optional<base::Error> passing;  ///< why the last reading failed, if another one is to come
        bool hung = false;
    };

    Entry makeEntry(const ReaderState& seen) const;
    Entry* find(const QString& reader);
    const Entry* find(const QString& reader) const;
    void settle();

    QList<Entry> m_entries;
    std::optional<base::Error> m_problem;
    bool m_listed = false;
    bool m_settled = false;
};

}  // namespace signet::card
