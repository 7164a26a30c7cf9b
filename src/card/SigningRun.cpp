#include "card/SigningRun.h"

#include "card/Pin2.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;

constexpr int MaxResets = 2;

/** Trouble of one digest or one exchange; everything else is trouble of the whole run. */
bool concernsOneSignature(ErrorCode code) {
    return code == ErrorCode::CardFailed || code == ErrorCode::CardDataInvalid ||
           code == ErrorCode::DigestLength;
}

}  // namespace

SigningRun::SigningRun(std::unique_ptr<SigningCard> card, SigningRunRequest request,
                       std::chrono::milliseconds stretch)
    : m_card(std::move(card)), m_request(std::move(request)), m_stretch(stretch) {}

Expected<void> SigningRun::open() {
    // Signet has no way to have a PIN typed on the reader yet, whatever the reader offers.
    if (m_request.pinPad)
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
    return checkPinFormat(m_request.pin2, {contents.pinMinimumLength, contents.pinMaximumLength});
}

Expected<QByteArray> SigningRun::sign(const crypto::Digest& digest) {
    if (m_end)
        return tl::unexpected(*m_end);
    Expected<QByteArray> signature = trySign(digest);
    for (int i = 0;
         !signature && signature.error().code() == ErrorCode::CardReset && m_mayVerify && i < MaxResets;
         ++i) {
        const Expected<void> recovered = recover();
        signature = recovered ? trySign(digest) : Expected<QByteArray>(tl::unexpected(recovered.error()));
    }
    if (!signature)
        endIfOver(signature.error());
    return signature;
}

Expected<QByteArray> SigningRun::trySign(const crypto::Digest& digest) {
    const Expected<void> prepared = prepare();
    if (!prepared)
        return tl::unexpected(prepared.error());
    const bool verifiesFirst = m_pin.mustVerify();
    const Expected<void> verified = verifiesFirst ? verify() : Expected<void>();
    if (!verified)
        return tl::unexpected(verified.error());
    Expected<QByteArray> signature = m_card->sign(*m_transaction, digest);
    if (!signature && signature.error().code() == ErrorCode::PinNotVerified && !verifiesFirst) {
        m_pin.refused();
        const Expected<void> again = verify();
        if (!again)
            return tl::unexpected(again.error());
        signature = m_card->sign(*m_transaction, digest);
    }
    if (signature)
        m_pin.signedOnce();
    else
        m_prepared = false;
    return signature;
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
    const Expected<void> verified = m_card->verifyPin2(*m_transaction, m_request.pin2);
    if (!verified)
        return verified;
    m_mayVerify = true;
    m_everVerified = true;
    m_pin.verified();
    return {};
}

/** After a reset nothing is left on the card: neither application nor key nor PIN. */
Expected<void> SigningRun::recover() {
    pause();
    m_pin.lost();
    m_prepared = false;
    return m_card->reconnect();
}

void SigningRun::endIfOver(const base::Error& error) {
    if (m_mayVerify && concernsOneSignature(error.code()))
        return;
    m_end = error;
    m_request.pin2.wipe();
    pause();
}

void SigningRun::close() {
    m_request.pin2.wipe();
    m_card->learn(m_pin.habits());
    if (m_everVerified) {
        m_everVerified = false;
        const Expected<void> begun = begin();
        if (begun)
            static_cast<void>(m_card->leaveSigning(*m_transaction));
    }
    pause();
}

}  // namespace signet::card
