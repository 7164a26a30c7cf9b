#include "signing/Unfinished.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "signing/SessionList.h"

namespace signet::signing {
namespace {

bool isUnsent(const JournalEntry& entry) {
    return entry.state == SessionState::Signed || entry.state == SessionState::Cancelled;
}

}  // namespace

int UnfinishedBatch::unsentCount() const {
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), isUnsent));
}

int UnfinishedBatch::sentCount() const {
    return static_cast<int>(entries.size()) - unsentCount();
}

QList<UnfinishedBatch> byBatch(const QList<UnfinishedEntry>& entries) {
    // Of a session that was begun more than once, the last signature counts: the earlier digests are void.
    using Place = std::tuple<QString, Operation, QString>;
    const auto placeOf = [](const UnfinishedEntry& one) {
        const QString session = one.entry.session ? one.entry.session->toString() : QString();
        return Place(one.batch.api, one.batch.operation, session);
    };
    std::map<Place, qint64> newest;
    for (const UnfinishedEntry& one : entries)
        newest[placeOf(one)] = one.entry.id;
    QList<UnfinishedBatch> batches;
    QHash<qint64, qsizetype> places;
    for (const UnfinishedEntry& one : entries) {
        if (newest[placeOf(one)] != one.entry.id)
            continue;
        if (!places.contains(one.batch.id)) {
            places.insert(one.batch.id, batches.size());
            batches.append(UnfinishedBatch{one.batch, one.batchSize, {}});
        }
        batches[places.value(one.batch.id)].entries.append(one.entry);
    }
    return batches;
}

BatchOrder orderToGoOn(SessionList& sessions, const UnfinishedBatch& unfinished, bool resend) {
    BatchOrder order;
    order.operation = unfinished.batch.operation;
    order.outputFolder = unfinished.batch.outputFolder;
    order.recalled = Recalled{unfinished.batch, {}, resend};
    for (const JournalEntry& entry : unfinished.entries) {
        if (!entry.session)
            continue;
        const QList<SessionKey> keys = sessions.addIdentifiers({entry.session->toString()});
        const SessionKey key = keys.value(0);
        if (keys.isEmpty() || sessions.isHeld(key))
            continue;
        if (isEnd(sessions.session(key).state))
            sessions.apply(key, SessionEvent::GoOn);
        if (sessions.session(key).state != SessionState::Picked)
            continue;  // it has been finished meanwhile
        order.sessions.append(key);
        order.recalled->entries.insert(key, entry);
    }
    return order;
}

}  // namespace signet::signing
