#include "card/CardWork.h"

#include "card/CardDrivers.h"
#include "card/PinCareRun.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;

constexpr int MaxAttempts = 3;

}  // namespace

CardWork::~CardWork() {
    for (const auto& [number, run] : m_runs)
        run->close();
}

Expected<CardResult> CardWork::perform(CardJob&& job) {
    return std::visit([this, &job](auto&& work) { return perform(job.number, std::move(work)); },
                      std::move(job.work));
}

void CardWork::releaseCard() {
    if (m_active != nullptr)
        m_active->pause();
    m_active = nullptr;
}

/** One reading in a transaction of its own; once more from the start if another program resets the card
 * meanwhile. */
template <typename T>
Expected<T> CardWork::atCard(const QString& reader,
                             Expected<T> (SigningCard::*read)(const CardTransaction&)) {
    releaseCard();
    Expected<T> result = fail(ErrorCode::CardReset);
    for (int i = 0; !result && result.error().code() == ErrorCode::CardReset && i < MaxAttempts; ++i) {
        const Expected<std::unique_ptr<SigningCard>> card = connectSigningCard(m_readers, reader, m_known);
        if (!card)
            return tl::unexpected(card.error());
        const Expected<CardTransaction> transaction = CardTransaction::begin(**card);
        result =
            transaction ? ((**card).*read)(*transaction) : Expected<T>(tl::unexpected(transaction.error()));
    }
    return result;
}

Expected<CardResult> CardWork::perform(quint64, ReadCardJob&& job) {
    return atCard(job.reader, &SigningCard::read);
}

Expected<CardResult> CardWork::perform(quint64, ReadTriesJob&& job) {
    return atCard(job.reader, &SigningCard::readPin2Tries);
}

Expected<CardResult> CardWork::perform(quint64 number, OpenRunJob&& job) {
    releaseCard();
    Expected<std::unique_ptr<SigningCard>> card = connectSigningCard(m_readers, job.request.reader, m_known);
    if (!card && card.error().code() == ErrorCode::CardUnknown)
        return fail(ErrorCode::CardChanged, QStringList{}, card.error().detail());
    if (!card)
        return tl::unexpected(card.error());
    auto run = std::make_unique<SigningRun>(std::move(*card), std::move(job.request), m_limits.stretch,
                                            PadPlan{m_limits.padEntry, m_limits.padStretch, m_padNotice});
    const Expected<void> opened = run->open();
    if (!opened)
        return tl::unexpected(opened.error());
    m_runs[number] = std::move(run);
    activate(number);
    return CardResult();
}

Expected<CardResult> CardWork::perform(quint64, SignJob&& job) {
    if (job.stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    SigningRun* const run = activate(job.run);
    if (run == nullptr)
        return fail(ErrorCode::InternalError, QStringList{}, QStringLiteral("there is no such signing run"));
    return run->sign(job.digest, job.stop);
}

Expected<CardResult> CardWork::perform(quint64, CloseRunJob&& job) {
    SigningRun* const run = activate(job.run);
    if (run != nullptr) {
        run->close();
        m_active = nullptr;
        m_runs.erase(job.run);
    }
    return CardResult();
}

Expected<CardResult> CardWork::perform(quint64, PinCareJob&& job) {
    releaseCard();
    Expected<std::unique_ptr<SigningCard>> card = connectSigningCard(m_readers, job.request.reader, m_known);
    if (!card)
        return tl::unexpected(card.error());
    PinCareRun run(std::move(*card), std::move(job.request), m_limits.padEntry, m_padNotice);
    return run.perform();
}

Expected<CardResult> CardWork::perform(quint64, ForgetCardJob&& job) {
    m_known.forget(job.certificate);
    return CardResult();
}

/** Two runs must never wait for each other's transaction: the other one lets go first. */
SigningRun* CardWork::activate(quint64 run) {
    const auto found = m_runs.find(run);
    SigningRun* const next = found == m_runs.end() ? nullptr : found->second.get();
    if (next != m_active)
        releaseCard();
    m_active = next;
    return next;
}

}  // namespace signet::card
