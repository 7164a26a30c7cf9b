#include "card/ModuleWatch.h"

#include <algorithm>
#include <chrono>

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;
using namespace std::chrono_literals;

constexpr auto Pause = 1s;
constexpr auto LongestPause = 30s;
constexpr int LongestDoubling = 5;

}  // namespace

ModuleWatch::ModuleWatch(const std::shared_ptr<CardHost>& host) : m_calls(host) {
    m_calls.setStop(m_stop.get_token());
}

void ModuleWatch::cancel() {
    m_stop.request_stop();
}

Expected<QList<ReaderState>> ModuleWatch::next() {
    while (!m_stop.stop_requested()) {
        if (m_told)
            pause();
        auto seen = look();
        if (m_stop.stop_requested())
            break;
        m_failures = seen ? 0 : m_failures + 1;
        if (!seen) {
            m_known.clear();
            ReaderState state;
            state.name = m_calls.name();
            state.cardPresent = true;
            state.throughModule = true;
            state.problem = seen.error();
            seen = QList<ReaderState>{state};
        }
        if (*seen != m_told) {
            m_told = *seen;
            return *seen;
        }
    }
    return fail(ErrorCode::Cancelled);
}

/** Longer and longer while the module does not work: each look would start a process. */
void ModuleWatch::pause() {
    const auto pause = std::min<std::chrono::milliseconds>(
        Pause * (1 << std::min(m_failures, LongestDoubling)), LongestPause);
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, m_stop.get_token(), pause, [] { return false; });
}

Expected<QList<ReaderState>> ModuleWatch::look() {
    const auto present = m_calls.slotsWithTokens();
    if (!present)
        return tl::unexpected(present.error());
    std::map<quint64, std::pair<ModuleSlot, Known>> known;
    for (const ModuleSlot& slot : *present) {
        const auto before = m_known.find(slot.id);
        if (before != m_known.end() && before->second.first == slot) {
            known.insert(*before);
            continue;
        }
        const auto token = lookAt(slot);
        if (!token)
            return tl::unexpected(token.error());
        known.emplace(slot.id, std::pair(slot, *token));
    }
    m_known = std::move(known);
    return listing(*present);
}

Expected<ModuleWatch::Known> ModuleWatch::lookAt(const ModuleSlot& slot) {
    const auto token = m_calls.token(slot.id);
    if (!token && concernsProcess(token.error()))
        return tl::unexpected(token.error());
    return Known{token ? std::optional(*token) : std::nullopt, ++m_arrivals};
}

QList<ReaderState> ModuleWatch::listing(const QList<ModuleSlot>& present) const {
    QList<ModuleSlotToken> tokens;
    for (const ModuleSlot& slot : present) {
        const Known& known = m_known.at(slot.id).second;
        if (known.token)
            tokens.append({slot, *known.token});
    }
    QList<ReaderState> states;
    for (const ModuleGroup& group : groupsOf(tokens, m_calls.name())) {
        ReaderState state;
        state.name = group.name;
        state.cardPresent = true;
        state.throughModule = true;
        for (const ModuleSlotToken& member : group.members)
            state.insertions = std::max(state.insertions, m_known.at(member.slot.id).second.came);
        states.append(state);
    }
    return states;
}

}  // namespace signet::card
