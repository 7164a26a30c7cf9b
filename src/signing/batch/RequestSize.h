#pragma once

#include <QtGlobal>
#include <algorithm>
#include <memory>

namespace signet::signing {

/**
 * How many sessions go into one request: as many as was ordered, and fewer once the service has shown that it
 * takes fewer. Within a run it only falls. Pure.
 */
class RequestSize {
public:
    explicit RequestSize(int most) : m_most(std::max(1, most)) {}

    int most() const { return m_most; }
    /** A request with so many sessions was too large for the service. */
    void wasTooLarge(qsizetype sessions) { m_most = std::clamp(static_cast<int>(sessions / 2), 1, m_most); }

private:
    int m_most;
};

/** A request that was refused as a whole, and what its parts tell: if each of them is accepted, then none of
 * its sessions was to blame, but their number. */
struct RefusedWhole {
    qsizetype sessions = 0;
    int open = 0;  ///< parts that have not been answered yet
    bool isGuilty = false;
};
using RefusedWholePtr = std::shared_ptr<RefusedWhole>;

inline void partAccepted(const RefusedWholePtr& whole, RequestSize& size) {
    if (whole && --whole->open == 0 && !whole->isGuilty)
        size.wasTooLarge(whole->sessions);
}

inline void partRefused(const RefusedWholePtr& whole) {
    if (whole)
        whole->isGuilty = true;
}

}  // namespace signet::signing
