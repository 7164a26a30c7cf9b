#include "card/SigningRun.h"

#include "card/Pin2.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;

constexpr int MaxResets = 2;
constexpr int LeaveAttempts = 2;

/** Trouble of one digest or one exchange; everything else is trouble of the whole run. */
bool concernsOneSignature(ErrorCode code) {
    return code == ErrorCode::CardFailed || code == ErrorCode::CardDataInvalid ||
           code == ErrorCode::DigestLength;
}

/** Whatever was open on the card, is closed. */
bool hasClosedCard(ErrorCode code) {
    return code == ErrorCode::CardReset || code == ErrorCode::CardRemoved;
}

/** A VERIFY that has certainly opened nothing. */
bool isRefusal(ErrorCode code) {
    return code == ErrorCode::PinWrong || code == ErrorCode::PinBlocked || code == ErrorCode::PinFormat ||
           code == ErrorCode::PinPadCancelled || code == ErrorCode::PinPadTimeout ||
           code == ErrorCode::PinPadMissing;
}

}  // namespace

SigningRun::SigningRun(std::unique_ptr<SigningCard> card, SigningRunRequest request,
                       std::chrono::milliseconds stretch, PadPlan pad)
    : m_card(std::move(card)),
      m_request(std::move(request)),
      m_stretch(m_request.pinPad ? pad.stretch : stretch),
      m_pad(std::move(pad)) {}

Expected<void> SigningRun::open() {
    if (m_request.pinPad && !m_card->hasPinPad())
        return fail(ErrorCode::PinPadMissing, QStringList{m_request.reader});
    Expected<void> opened = tryOpen();
    for (int i = 0; !opened && opened.error().code() == ErrorCode::CardReset && m_mayVerify && i < MaxResets;
         ++i) {
        opened = recover();
        if (opened)
            opened = tryOpen();
    }
    if (!opened) {
        m_end = opened.error();
        m_request.pin2.wipe();
        leave();
        pause();
    }
    return opened;
}

Expected<void> SigningRun::tryOpen() {
    const Expected<void> begun = begin();
    if (!begun)
        return begun;
    const Expected<CardContents> contents = m_card->readForSigning(*m_transaction, m_request.certificate);
    if (!contents)
        return tl::unexpected(contents.error());
    m_pin = Pin2State(m_card->pin2Habits());
    const Expected<void> checked = checkBeforePin(*contents);
    if (!checked)
        return checked;
    const Expected<void> prepared = prepare();
    return prepared ? verify() : prepared;
}

Expected<void> SigningRun::checkBeforePin(const CardContents& contents) const {
    if (!(contents.signingCertificate == m_request.certificate))
        return fail(ErrorCode::CardChanged);
    if (contents.pin2 && contents.pin2->left == 0)
        return fail(ErrorCode::PinBlocked);
    if (contents.pin2 && contents.pin2->left == 1 && !m_request.allowLastTry)
        return fail(ErrorCode::PinLastTry);
    if (m_request.pinPad)
        return {};  // the reader counts the digits
    return checkPinFormat(m_request.pin2, {contents.pinMinimumLength, contents.pinMaximumLength});
}

Expected<QByteArray> SigningRun::sign(const crypto::Digest& digest, const std::stop_token& stop) {
    if (m_end)
        return tl::unexpected(*m_end);
    Expected<QByteArray> signature = trySign(digest, stop);
    for (int i = 0;
         !signature && signature.error().code() == ErrorCode::CardReset && m_mayVerify && i < MaxResets;
         ++i) {
        Expected<void> recovered = recover();
        if (recovered)
            recovered = checkCardAgain();
        signature =
            recovered ? trySign(digest, stop) : Expected<QByteArray>(tl::unexpected(recovered.error()));
    }
    if (!signature)
        endIfOver(signature.error());
    else if (m_request.oneSignature)
        m_end = base::Error(ErrorCode::PinNotVerified);
    return signature;
}

Expected<QByteArray> SigningRun::trySign(const crypto::Digest& digest, const std::stop_token& stop) {
    const Expected<void> prepared = prepare();
    if (!prepared)
        return tl::unexpected(prepared.error());
    const bool verifiesFirst = m_pin.mustVerify();
    const Expected<void> verified = verifiesFirst ? verify() : Expected<void>();
    if (!verified)
        return tl::unexpected(verified.error());
    Expected<QByteArray> signature = signOpened(digest, stop);
    if (!signature && signature.error().code() == ErrorCode::PinNotVerified && !verifiesFirst) {
        m_pin.refused();
        const Expected<void> again = verify();
        if (!again)
            return tl::unexpected(again.error());
        signature = signOpened(digest, stop);
    }
    if (signature)
        m_pin.signedOnce();
    else
        m_prepared = false;
    m_signatures += signature ? 1 : 0;
    return signature;
}

/** Who stops the run while the reader waits for PIN2 does not want what would be signed with it. */
Expected<QByteArray> SigningRun::signOpened(const crypto::Digest& digest, const std::stop_token& stop) {
    if (m_request.pinPad && stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return m_card->sign(*m_transaction, digest);
}

Expected<void> SigningRun::begin() {
    const auto now = std::chrono::steady_clock::now();
    if (m_transaction && now - m_begun < m_stretch)
        return {};
    pause();
    Expected<CardTransaction> transaction = CardTransaction::begin(*m_card);
    if (!transaction)
        return tl::unexpected(transaction.error());
    m_transaction.emplace(std::move(*transaction));
    m_begun = std::chrono::steady_clock::now();
    m_prepared = false;
    return {};
}

/** Between two transactions another program may have selected elsewhere, without any sign of it. */
Expected<void> SigningRun::prepare() {
    const Expected<void> begun = begin();
    if (!begun || m_prepared)
        return begun;
    const Expected<void> opened = m_card->openSigning(*m_transaction);
    m_pin.selected();
    m_prepared = opened.has_value();
    return opened;
}

Expected<void> SigningRun::verify() {
    if (!m_mayVerify)
        return fail(ErrorCode::PinNotVerified);
    m_mayVerify = false;  // unless the card says that the PIN is right
    const Expected<void> verified =
        m_request.pinPad ? verifyOnPad() : m_card->verifyPin2(*m_transaction, m_request.pin2);
    if (verified || !isRefusal(verified.error().code()))
        m_mayBeOpen = true;
    if (!verified)
        return verified;
    m_mayVerify = !m_request.oneSignature;
    if (m_request.oneSignature)
        m_request.pin2.wipe();
    m_pin.verified();
    return {};
}

/** The stretch counts from the person's entry on: in it the card has been busy for nobody. */
Expected<void> SigningRun::verifyOnPad() {
    PadMoment moment{m_request.reader, true, m_signatures, m_pad.limit};
    if (m_pad.notice)
        m_pad.notice(moment);
    Expected<void> verified =
        m_card->verifyPin2OnPad(*m_transaction, PadTerms{m_pad.limit, m_request.padLanguage});
    moment.waits = false;
    if (m_pad.notice)
        m_pad.notice(moment);
    m_begun = std::chrono::steady_clock::now();
    return verified;
}

/** After a reset nothing is left on the card: neither application nor key nor PIN. */
Expected<void> SigningRun::recover() {
    pause();
    m_pin.lost();
    m_mayBeOpen = false;
    m_prepared = false;
    return m_card->reconnect();
}

/** A card that came in another one's place can look like one that was reset: PIN2 is not for it. And whoever
 * has reset it may have used tries. */
Expected<void> SigningRun::checkCardAgain() {
    const Expected<void> begun = begin();
    if (!begun)
        return begun;
    const Expected<CardContents> contents = m_card->readForSigning(*m_transaction, m_request.certificate);
    return contents ? checkBeforePin(*contents) : Expected<void>(tl::unexpected(contents.error()));
}

void SigningRun::endIfOver(const base::Error& error) {
    if (m_mayVerify && concernsOneSignature(error.code()))
        return;
    m_end = error;
    m_request.pin2.wipe();
    if (m_transaction)
        leave();
    pause();
}

/** So that PIN2 does not stay open for others; also where the answer to its VERIFY was lost. */
void SigningRun::leave() {
    if (m_end && hasClosedCard(m_end->code()))
        m_mayBeOpen = false;
    for (int i = 0; m_mayBeOpen && i < LeaveAttempts; ++i) {
        const Expected<void> begun = begin();
        const Expected<void> left = begun ? m_card->leaveSigning(*m_transaction) : begun;
        m_mayBeOpen = !left && !hasClosedCard(left.error().code());
    }
}

void SigningRun::close() {
    m_request.pin2.wipe();
    m_card->learn(m_pin.habits());
    leave();
    pause();
}

}  // namespace signet::card
