#include "card/PcscReaderWatch.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;
using namespace std::chrono_literals;

constexpr std::array Pauses{100ms, 200ms, 400ms, 800ms, 1400ms, 2000ms};
constexpr auto CancelPause = 10ms;

bool isPresent(const pcsc::ReaderEntry& reader) {
    return (reader.state & pcsc::StatePresent) != 0;
}

}  // namespace

PcscReaderWatch::~PcscReaderWatch() {
    cancel();
}

Expected<QList<ReaderState>> PcscReaderWatch::next() {
    while (!isCancelled()) {
        std::optional<Listing> seen = look();
        if (seen && seen != m_told) {
            m_told = seen;
            return *seen;
        }
    }
    return fail(ErrorCode::Cancelled);
}

std::optional<PcscReaderWatch::Listing> PcscReaderWatch::look() {
    if (!m_context) {
        Expected<std::unique_ptr<PcscContext>> context = PcscContext::establish();
        if (!context)
            return tellOnce(context.error());
        setContext(std::move(*context));
        ++m_contexts;
        m_readers.clear();
        m_listed = false;
    }
    const pcsc::Code waited = waitForReaders();
    if (waited != pcsc::Success && waited != pcsc::ErrorTimeout && waited != pcsc::ErrorUnknownReader)
        return waited == pcsc::ErrorCancelled ? std::nullopt : lost(waited, "SCardGetStatusChange");

    QStringList names;
    const pcsc::Code listed = pcsc::listReaders(m_context->handle(), names);
    if (listed != pcsc::Success && listed != pcsc::ErrorNoReadersAvailable)
        return lost(listed, "SCardListReaders");
    QList<pcsc::ReaderEntry> readers;
    bool changed = !m_listed || waited == pcsc::ErrorUnknownReader;
    for (const QString& name : names) {
        const auto known = std::find_if(m_readers.cbegin(), m_readers.cend(),
                                        [&name](const pcsc::ReaderEntry& r) { return r.name == name; });
        changed = changed || known == m_readers.cend();
        readers.append(known == m_readers.cend() ? pcsc::ReaderEntry{name, pcsc::StateUnaware, 0, {}}
                                                 : *known);
    }
    m_readers = readers;
    m_pauses = 0;
    if (changed) {  // asks for the state of all, without waiting
        m_listed = false;
        for (pcsc::ReaderEntry& reader : m_readers)
            reader.known = pcsc::StateUnaware;
        const pcsc::Code code = waitForReaders();
        if (code != pcsc::Success && code != pcsc::ErrorTimeout)
            return code == pcsc::ErrorUnknownReader ? std::nullopt : lost(code, "SCardGetStatusChange");
        m_listed = true;
    }
    return Listing(listing());
}

/** Without waiting until the first listing is complete. */
pcsc::Code PcscReaderWatch::waitForReaders() {
    if (!m_listed && m_readers.isEmpty())
        return pcsc::Success;
    QList<pcsc::ReaderEntry> entries = m_readers;
    if (m_listed)
        entries.append(pcsc::ReaderEntry{pcsc::pnpNotification(), m_notification, 0, {}});
    if (!enter())
        return pcsc::ErrorCancelled;
    const pcsc::Code code =
        pcsc::waitForChange(m_context->handle(), m_listed ? pcsc::WaitForever : 0, entries);
    leave();
    if (code != pcsc::Success)
        return code;
    if (m_listed)
        m_notification = entries.takeLast().state & ~static_cast<quint32>(pcsc::StateChanged);
    m_readers = entries;
    for (pcsc::ReaderEntry& reader : m_readers)
        reader.known = reader.state & ~static_cast<quint32>(pcsc::StateChanged);
    return code;
}

std::optional<PcscReaderWatch::Listing> PcscReaderWatch::lost(pcsc::Code code, const char* call) {
    setContext(nullptr);
    const base::Error error = pcscError(code, {}, call);
    // a service that only restarts, or a context lost in sleep, is nobody's business
    if (isContextLost(code) && m_pauses == 0) {
        pauseUnlessCancelled();
        return std::nullopt;
    }
    return tellOnce(error);
}

std::optional<PcscReaderWatch::Listing> PcscReaderWatch::tellOnce(const base::Error& error) {
    Listing trouble = tl::unexpected(error);
    const bool noReaders = error.code() == ErrorCode::PcscNotRunning && pcsc::serviceEndsWithLastReader();
    if (noReaders)
        trouble = QList<ReaderState>();
    const bool same =
        m_told && (noReaders ? *m_told == trouble : !*m_told && m_told->error().code() == error.code());
    if (!same)
        return trouble;
    pauseUnlessCancelled();
    return std::nullopt;
}

/** Nobody has watched between two contexts: what is in the readers may be another card by now, although a
 * service that was started anew counts from 0 again. */
QList<ReaderState> PcscReaderWatch::listing() const {
    QList<ReaderState> result;
    for (const pcsc::ReaderEntry& reader : m_readers) {
        const bool present = isPresent(reader);
        const bool mute = present && (reader.state & pcsc::StateMute) != 0;
        const quint32 insertions = m_contexts << 16 | reader.state >> 16;
        result.append(
            ReaderState{reader.name, present, mute, present ? reader.atr : QByteArray(), insertions});
    }
    return result;
}

bool PcscReaderWatch::pauseUnlessCancelled() {
    const auto pause = Pauses[static_cast<std::size_t>(std::min<int>(m_pauses, Pauses.size() - 1))];
    ++m_pauses;
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, pause, [this] { return m_cancelled; });
}

bool PcscReaderWatch::isCancelled() {
    const std::lock_guard lock(m_mutex);
    return m_cancelled;
}

void PcscReaderWatch::setContext(std::unique_ptr<PcscContext> context) {
    std::shared_ptr<PcscContext> old;  // released outside of the lock
    const std::lock_guard lock(m_mutex);
    old = std::exchange(m_context, std::move(context));
}

bool PcscReaderWatch::enter() {
    const std::lock_guard lock(m_mutex);
    m_waiting = !m_cancelled;
    return m_waiting;
}

void PcscReaderWatch::leave() {
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = false;
    }
    m_changed.notify_all();
}

/** SCardCancel is lost if the waiting begins just after it: so it is sent until the waiting has ended. */
void PcscReaderWatch::cancel() {
    std::unique_lock lock(m_mutex);
    m_cancelled = true;
    m_changed.notify_all();
    while (m_waiting) {
        const std::shared_ptr<PcscContext> context = m_context;
        lock.unlock();
        context->cancel();
        lock.lock();
        m_changed.wait_for(lock, CancelPause, [this] { return !m_waiting; });
    }
}

}  // namespace signet::card
