#pragma once

#include <QList>

#include "signing/Session.h"

namespace signet::signing {

/**
 * Deals the sessions of a run out in chunks. The first are small, so that the card begins soon, and so are
 * the last, so that it is not long after the card's last signature that the last answer comes. Pure.
 */
class ChunkQueue {
public:
    /** `first`: the size of the first chunk; 0: all chunks are as large as they may be. */
    ChunkQueue(QList<SessionKey> keys, int first);

    bool isEmpty() const { return m_next >= m_keys.size(); }
    /** The next chunk, of at most `most` sessions. */
    QList<SessionKey> take(int most);

private:
    qsizetype sizeOfNext(qsizetype most) const;

    QList<SessionKey> m_keys;
    qsizetype m_next = 0;
    qsizetype m_first;
    qsizetype m_previous = 0;
};

}  // namespace signet::signing
