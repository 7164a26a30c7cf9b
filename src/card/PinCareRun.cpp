#include "card/PinCareRun.h"

#include "card/PinRules.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;
using Deed = PinCareRequest::Deed;

constexpr int MaxResets = 2;

/** It stands in the reader, but not as the card that was chosen. */
bool isOtherCard(const base::Error& error) {
    return error.code() == ErrorCode::CardUnknown || error.code() == ErrorCode::CardNoSigningKey ||
           error.code() == ErrorCode::CertificateInvalid || error.code() == ErrorCode::CertificateWrongUsage;
}

}  // namespace

PinCareRun::PinCareRun(std::unique_ptr<SigningCard> card, PinCareRequest request,
                       std::chrono::seconds padLimit, PadNotice notice)
    : m_card(std::move(card)),
      m_request(std::move(request)),
      m_padLimit(padLimit),
      m_notice(std::move(notice)) {}

Expected<PinStates> PinCareRun::perform() {
    Expected<PinStates> done = attempt();
    for (int i = 0; !done && done.error().code() == ErrorCode::CardReset && !m_begun && i < MaxResets; ++i) {
        const Expected<void> again = m_card->reconnect();
        done = again ? attempt() : Expected<PinStates>(tl::unexpected(again.error()));
    }
    m_request.present.wipe();
    m_request.fresh.wipe();
    return done;
}

Expected<PinStates> PinCareRun::attempt() {
    const Expected<CardTransaction> transaction = CardTransaction::begin(*m_card);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return attemptIn(*transaction);
}

Expected<PinStates> PinCareRun::attemptIn(const CardTransaction& transaction) {
    const Expected<void> right = checkCard(transaction);
    if (!right)
        return tl::unexpected(right.error());
    PinCare* const care = m_card->pinCare();
    if (care == nullptr)
        return fail(ErrorCode::PinCareMissing);
    Expected<PinStates> before = care->readStates(transaction);
    if (!before || m_request.deed == Deed::Look)
        return before;
    const Expected<void> checked = checkBefore(*before);
    if (!checked)
        return tl::unexpected(checked.error());
    m_begun = true;
    const Expected<void> done =
        m_request.pinPad ? carryOutOnPad(transaction, *care) : carryOut(transaction, *care);
    if (!done)
        return tl::unexpected(done.error());
    const Expected<PinStates> after = care->readStates(transaction);
    if (after)
        return after;
    // It is done, whatever the card says or does now.
    for (PinState* state : {&before->pin1, &before->pin2, &before->puk})
        state->tries.reset();
    return before;
}

Expected<void> PinCareRun::checkCard(const CardTransaction& transaction) {
    if (!m_request.certificate)
        return {};
    const Expected<CardContents> contents = m_card->readForSigning(transaction, *m_request.certificate);
    if (!contents && isOtherCard(contents.error()))
        return fail(ErrorCode::CardChanged, QStringList{}, contents.error().detail());
    if (!contents)
        return tl::unexpected(contents.error());
    if (!(contents->signingCertificate == *m_request.certificate))
        return fail(ErrorCode::CardChanged);
    return {};
}

PinKind PinCareRun::presented() const {
    return m_request.deed == Deed::Unblock ? PinKind::Puk : m_request.pin;
}

Expected<void> PinCareRun::checkBefore(const PinStates& states) const {
    const PinState& state = states.of(presented());
    const PinCodes& codes = codesOf(presented());
    if (state.isBlocked())
        return fail(codes.blocked);
    if (state.isOnLastTry() && !m_request.allowLastTry)
        return fail(codes.lastTry);
    if (!m_request.pinPad)
        return checkTyped(states);
    if (!states.pinPad)
        return fail(ErrorCode::PinPadMissing, QStringList{m_request.reader});
    return {};
}

Expected<void> PinCareRun::checkTyped(const PinStates& states) const {
    const Expected<void> present =
        checkPinFormat(presented(), m_request.present, states.of(presented()).length);
    if (!present)
        return present;
    const Expected<void> fresh =
        checkPinFormat(m_request.pin, m_request.fresh, states.of(m_request.pin).length);
    if (!fresh || m_request.deed == Deed::Unblock)
        return fresh;
    return checkIsNew(m_request.pin, m_request.present, m_request.fresh);
}

Expected<void> PinCareRun::carryOut(const CardTransaction& transaction, PinCare& care) {
    if (m_request.deed == Deed::Unblock)
        return care.unblock(transaction, m_request.pin, m_request.present, m_request.fresh);
    return care.change(transaction, m_request.pin, m_request.present, m_request.fresh);
}

Expected<void> PinCareRun::carryOutOnPad(const CardTransaction& transaction, PinCare& care) {
    PadMoment moment{m_request.reader, true, 0, m_padLimit};
    const auto tell = [this, &moment](PadPurpose purpose) {
        moment.purpose = purpose;
        m_notice(moment);
    };
    const PadTerms terms{m_padLimit, m_request.padLanguage};
    const Expected<void> done = m_request.deed == Deed::Unblock
                                    ? care.unblockOnPad(transaction, m_request.pin, terms, tell)
                                    : care.changeOnPad(transaction, m_request.pin, terms, tell);
    moment.waits = false;
    m_notice(moment);
    return done;
}

}  // namespace signet::card
