#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

#include "card/CardReaders.h"
#include "card/PcscContext.h"

namespace signet::card {

/**
 * Waits in SCardGetStatusChange on a context of its own. A lost context is built anew; while there is no
 * service, it is looked for with pauses of up to two seconds, since there is nothing to wait on.
 */
class PcscReaderWatch : public ReaderWatch {
public:
    PcscReaderWatch() = default;
    ~PcscReaderWatch() override;
    PcscReaderWatch(const PcscReaderWatch&) = delete;
    PcscReaderWatch& operator=(const PcscReaderWatch&) = delete;

    Expected<QList<ReaderState>> next() override;
    void cancel() override;

private:
    using Listing = Expected<QList<ReaderState>>;

    /** What is there now; waits first, once a listing is known. Nothing: look again at once. */
    std::optional<Listing> look();
    pcsc::Code waitForReaders();
    std::optional<Listing> lost(pcsc::Code code, const char* call);
    std::optional<Listing> tellOnce(const base::Error& error);
    QList<ReaderState> listing() const;
    bool pauseUnlessCancelled();
    bool isCancelled();
    void setContext(std::unique_ptr<PcscContext> context);
    bool enter();
    void leave();

    std::shared_ptr<PcscContext> m_context;  // changed under m_mutex, by the watching thread alone
    QList<pcsc::ReaderEntry> m_readers;
    quint32 m_notification = 0;
    bool m_listed = false;
    quint32 m_contexts = 0;  ///< how many there have been
    std::optional<Listing> m_told;
    int m_pauses = 0;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_cancelled = false;
    bool m_waiting = false;
};

}  // namespace signet::card
