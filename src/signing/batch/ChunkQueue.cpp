#include "signing/batch/ChunkQueue.h"

#include <algorithm>

namespace signet::signing {

ChunkQueue::ChunkQueue(QList<SessionKey> keys, int first)
    : m_keys(std::move(keys)), m_first(std::max(0, first)) {}

qsizetype ChunkQueue::sizeOfNext(qsizetype most) const {
    const qsizetype left = m_keys.size() - m_next;
    if (m_first == 0)
        return std::min(most, left);
    const qsizetype rising = m_previous == 0 ? m_first : 2 * m_previous;
    const qsizetype falling = std::max((left + 1) / 2, m_first);
    return std::min({most, left, std::max(rising, m_first), falling});
}

QList<SessionKey> ChunkQueue::take(int most) {
    const qsizetype size = sizeOfNext(std::max(1, most));
    const QList<SessionKey> chunk = m_keys.sliced(m_next, size);
    m_next += size;
    m_previous = size;
    return chunk;
}

}  // namespace signet::signing
