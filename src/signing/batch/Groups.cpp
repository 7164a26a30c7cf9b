#include "signing/batch/Groups.h"

namespace signet::signing {

SessionGroups inHalves(const QList<SessionKey>& keys) {
    if (keys.isEmpty())
        return {};
    if (keys.size() == 1)
        return {keys};
    const qsizetype middle = keys.size() / 2;
    return {keys.first(middle), keys.sliced(middle)};
}

QHash<base::SessionId, SessionKey> byIdentifier(const RunBook& book, const QList<SessionKey>& keys) {
    QHash<base::SessionId, SessionKey> found;
    for (const SessionKey key : keys)
        found.insert(*book.session(key).id, key);
    return found;
}

QHash<SessionKey, base::Error> namedIn(const signapi::CallFailure& failure, const RunBook& book,
                                       const QList<SessionKey>& keys) {
    QHash<SessionKey, base::Error> named;
    for (const SessionKey key : keys) {
        const auto entry = failure.bySession.constFind(*book.session(key).id);
        if (entry != failure.bySession.constEnd())
            named.insert(key, *entry);
    }
    return named;
}

}  // namespace signet::signing
