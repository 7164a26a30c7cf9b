#include "card/ReaderTable.h"

#include <algorithm>

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;

constexpr int MaxRetries = 3;

/** Trouble that passes by itself: readers are slow to notice, programs let go. */
bool mayPass(ErrorCode code) {
    return code == ErrorCode::CardInUse || code == ErrorCode::CardRemoved || code == ErrorCode::CardReset ||
           code == ErrorCode::NoCard || code == ErrorCode::ReaderUnknown ||
           code == ErrorCode::PcscNotRunning || code == ErrorCode::ModuleCrashed;
}

/** Not a word of it before that has been tried. Of another program at the card, people want to know. */
bool isSoonReadAgain(ErrorCode code) {
    return mayPass(code) && code != ErrorCode::CardInUse;
}

}  // namespace

QList<ReaderStatus> ReaderTable::statuses() const {
    QList<ReaderStatus> result;
    for (const Entry& entry : m_entries)
        result.append(entry.status);
    return result;
}

QStringList ReaderTable::update(const Expected<QList<ReaderState>>& listing) {
    m_listed = true;
    m_problem = listing ? std::nullopt : std::optional(listing.error());
    QList<Entry> entries;
    QStringList toRead;
    for (const ReaderState& seen : listing.value_or(QList<ReaderState>())) {
        const Entry* const known = find(seen.name);
        if (known != nullptr && known->seen == seen) {
            entries.append(*known);
            continue;
        }
        entries.append(makeEntry(seen));
        if (entries.last().status.state == ReaderStatus::State::Reading)
            toRead.append(seen.name);
    }
    m_entries = entries;
    settle();
    return toRead;
}

ReaderTable::Entry ReaderTable::makeEntry(const ReaderState& seen) const {
    Entry entry;
    entry.seen = seen;
    entry.status.name = seen.name;
    entry.status.throughModule = seen.throughModule;
    if (seen.problem) {
        entry.status.state = ReaderStatus::State::Unusable;
        entry.status.problem = seen.problem;
    } else if (seen.cardPresent && seen.mute) {
        entry.status.state = ReaderStatus::State::Unusable;
        entry.status.problem = Error(ErrorCode::CardSilent);
    } else if (seen.cardPresent) {
        entry.status.state = ReaderStatus::State::Reading;
    }
    return entry;
}

QStringList ReaderTable::worthRetrying() {
    QStringList readers;
    for (Entry& entry : m_entries) {
        const auto& problem = entry.passing ? entry.passing : entry.status.problem;
        if (entry.hung || entry.seen.problem || !entry.seen.cardPresent || entry.job != 0 || !problem ||
            !mayPass(problem->code()))
            continue;
        if (problem->code() == ErrorCode::CardInUse || ++entry.retries <= MaxRetries)
            readers.append(entry.seen.name);
    }
    return readers;
}

bool ReaderTable::hasWorthRetrying() const {
    return std::any_of(m_entries.cbegin(), m_entries.cend(), [](const Entry& entry) {
        return entry.passing || (entry.status.problem && entry.status.state == ReaderStatus::State::Unusable);
    });
}

void ReaderTable::startReading(const QString& reader, quint64 job) {
    Entry* const entry = find(reader);
    if (entry == nullptr)
        return;
    entry->job = job;
    entry->passing.reset();
}

void ReaderTable::finishReading(quint64 job, const Expected<CardContents>& contents) {
    const auto entry =
        std::find_if(m_entries.begin(), m_entries.end(), [job](const Entry& e) { return e.job == job; });
    if (entry == m_entries.end())
        return;  // the card is another one by now
    entry->job = 0;
    ReaderStatus& status = entry->status;
    status.contents = contents ? std::optional(*contents) : std::nullopt;
    if (!contents && isSoonReadAgain(contents.error().code()) && entry->retries < MaxRetries) {
        entry->passing = contents.error();
        status.problem.reset();
        status.state = ReaderStatus::State::Reading;
        return;
    }
    status.problem = contents ? std::nullopt : std::optional(contents.error());
    status.state = status.problem ? ReaderStatus::State::Unusable : ReaderStatus::State::Usable;
    settle();
}

void ReaderTable::setTries(const QString& reader, const std::optional<PinTries>& tries) {
    Entry* const entry = find(reader);
    if (entry != nullptr && entry->status.contents)
        entry->status.contents->pin2 = tries;
}

void ReaderTable::noteVerified(const QString& reader) {
    const Entry* const entry = find(reader);
    if (entry != nullptr && entry->status.contents && entry->status.contents->pin2) {
        const int maximum = entry->status.contents->pin2->maximum;
        setTries(reader, maximum > 0 ? std::optional(PinTries{maximum, maximum}) : std::nullopt);
    }
}

bool ReaderTable::noteRefused(const QString& reader, const Error& error) {
    const Entry* const entry = find(reader);
    const bool counts = error.code() == ErrorCode::PinWrong || error.code() == ErrorCode::PinBlocked;
    if (!counts || entry == nullptr || !entry->status.contents)
        return false;
    const std::optional<PinTries>& known = entry->status.contents->pin2;
    const bool tells = error.count().has_value() || error.code() == ErrorCode::PinBlocked;
    if (!known && !tells)
        return false;
    const PinTries tries{error.count().value_or(0), known ? known->maximum : 0};
    const bool isNews = tries != known;
    setTries(reader, tries);
    return isNews;
}

void ReaderTable::setHung(const QString& reader, const Error& error) {
    Entry* const entry = find(reader);
    if (entry == nullptr)
        return;
    entry->hung = true;
    entry->job = 0;
    entry->passing.reset();
    entry->status.contents.reset();
    entry->status.problem = error;
    entry->status.state = ReaderStatus::State::Unusable;
    settle();
}

bool ReaderTable::release(const QString& reader) {
    Entry* const entry = find(reader);
    if (entry == nullptr || !entry->hung)
        return false;
    entry->hung = false;
    return entry->seen.cardPresent;
}

std::optional<Error> ReaderTable::hungBy(const QString& reader) const {
    const Entry* const entry = find(reader);
    return entry != nullptr && entry->hung ? entry->status.problem : std::nullopt;
}

bool ReaderTable::isUsable(const QString& reader) const {
    const Entry* const entry = find(reader);
    return entry != nullptr && entry->status.state == ReaderStatus::State::Usable;
}

bool ReaderTable::hasCard(const QString& reader) const {
    const Entry* const entry = find(reader);
    return entry != nullptr && entry->seen.cardPresent && !entry->seen.mute && !entry->seen.problem;
}

ReaderTable::Entry* ReaderTable::find(const QString& reader) {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&reader](const Entry& entry) { return entry.seen.name == reader; });
    return found == m_entries.end() ? nullptr : &*found;
}

const ReaderTable::Entry* ReaderTable::find(const QString& reader) const {
    return const_cast<ReaderTable*>(this)->find(reader);
}

/** Once settled, it stays so: a card that comes later is news. */
void ReaderTable::settle() {
    const bool reading = std::any_of(m_entries.cbegin(), m_entries.cend(), [](const Entry& entry) {
        return entry.status.state == ReaderStatus::State::Reading;
    });
    m_settled = m_settled || (m_listed && !reading);
}

}  // namespace signet::card
