#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <stop_token>

#include "card/CardReaders.h"
#include "card/ModuleGroups.h"

namespace signet::card {

/**
 * Looks every second or so which tokens a PKCS#11 module has: C_WaitForSlotEvent is missing in many modules,
 * and wakes up wrongly in others. Only C_GetSlotList and C_GetSlotInfo are called for that, which do not
 * speak to a card that is known; a token is looked at once, when it comes. A module that cannot be used, or
 * whose process ended, is told as a reader with a problem.
 */
class ModuleWatch : public ReaderWatch {
public:
    explicit ModuleWatch(const std::shared_ptr<CardHost>& host);
    ~ModuleWatch() override { cancel(); }
    ModuleWatch(const ModuleWatch&) = delete;
    ModuleWatch& operator=(const ModuleWatch&) = delete;

    /** Never an error but Cancelled. */
    Expected<QList<ReaderState>> next() override;
    void cancel() override;

private:
    struct Known {
        std::optional<ModuleToken> token;  ///< nothing: of no use, and not looked at again
        quint32 came = 0;
    };
    Expected<QList<ReaderState>> look();
    Expected<Known> lookAt(const ModuleSlot& slot);
    QList<ReaderState> listing(const QList<ModuleSlot>& present) const;
    void pause();

    ModuleCalls m_calls;
    std::map<quint64, std::pair<ModuleSlot, Known>> m_known;
    std::optional<QList<ReaderState>> m_told;
    quint32 m_arrivals = 0;
    int m_failures = 0;

    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
};

}  // namespace signet::card
