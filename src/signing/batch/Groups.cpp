#include "signing/batch/Groups.h"

#include <algorithm>

namespace signet::signing {

QList<SessionKey> filesWithoutSession(const RunContext& ctx, const QList<SessionKey>& keys) {
    QList<SessionKey> files;
    for (const SessionKey key : keys) {
        const Session& session = ctx.book.session(key);
        if (!isEnd(session.state) && !session.id && !session.file.isEmpty())
            files.append(key);
    }
    return files;
}

QList<SessionKey> without(const QList<SessionKey>& keys, const QList<SessionKey>& other) {
    QList<SessionKey> rest = keys;
    rest.removeIf([&other](SessionKey key) { return other.contains(key); });
    return rest;
}

SessionGroups inHalves(const QList<SessionKey>& keys) {
    if (keys.isEmpty())
        return {};
    if (keys.size() == 1)
        return {keys};
    const qsizetype middle = keys.size() / 2;
    return {keys.first(middle), keys.sliced(middle)};
}

SessionGroups inPieces(const QList<SessionKey>& keys, int most) {
    const qsizetype pieces = (keys.size() + most - 1) / std::max(1, most);
    SessionGroups groups;
    for (qsizetype i = 0; i < pieces; ++i) {
        const qsizetype first = keys.size() * i / pieces;
        groups.append(keys.sliced(first, keys.size() * (i + 1) / pieces - first));
    }
    return groups;
}

SessionGroups byChoice(const QList<SessionKey>& keys, const QHash<SessionKey, Choice>& choices) {
    QList<Choice> kinds;
    SessionGroups groups;
    for (const SessionKey key : keys) {
        const Choice choice = choices.value(key);
        if (!kinds.contains(choice)) {
            kinds.append(choice);
            groups.append(QList<SessionKey>());
        }
        groups[kinds.indexOf(choice)].append(key);
    }
    return groups;
}

QHash<base::SessionId, SessionKey> byIdentifier(const RunBook& book, const QList<SessionKey>& keys) {
    QHash<base::SessionId, SessionKey> found;
    for (const SessionKey key : keys) {
        if (const auto& id = book.session(key).id)
            found.insert(*id, key);
    }
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
