#include "card/PcscTransport.h"

#include <chrono>
#include <thread>

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;
using base::fail;
using namespace std::chrono_literals;

// another program that takes the card exclusively mostly does so for a moment
constexpr auto SharingPause = 100ms;
constexpr int SharingAttempts = 20;
// PC/SC services notice a removal by looking now and then
constexpr auto RemovalPause = 100ms;
constexpr int RemovalLooks = 8;

/** Tries `call` again as long as another program has the card for itself. */
template <typename Call>
pcsc::Code whileShared(const Call& call) {
    pcsc::Code code = call();
    for (int i = 1; code == pcsc::ErrorSharingViolation && i < SharingAttempts; ++i) {
        std::this_thread::sleep_for(SharingPause);
        code = call();
    }
    return code;
}

Error asRemoval(const Error& error) {
    const bool gone = error.code() == ErrorCode::NoCard || error.code() == ErrorCode::ReaderUnknown;
    return gone ? Error(ErrorCode::CardRemoved, {}, error.detail()) : error;
}

}  // namespace

Expected<std::unique_ptr<CardTransport>> PcscTransport::connect(const QString& reader) {
    Expected<std::unique_ptr<PcscContext>> context = PcscContext::establish();
    if (!context)
        return tl::unexpected(context.error());
    std::unique_ptr<PcscTransport> transport(new PcscTransport(std::move(*context), reader));
    const Expected<void> connected = transport->connectCard();
    if (!connected)
        return tl::unexpected(connected.error());
    return transport;
}

PcscTransport::PcscTransport(std::unique_ptr<PcscContext> context, QString reader)
    : m_context(std::move(context)), m_reader(std::move(reader)) {}

PcscTransport::~PcscTransport() {
    endTransaction();
    if (m_connected)
        pcsc::disconnect(m_card);
}

Expected<void> PcscTransport::connectCard() {
    const pcsc::Code code = whileShared(
        [this] { return pcsc::connectShared(m_context->handle(), m_reader, m_card, m_protocol); });
    if (code != pcsc::Success)
        return tl::unexpected(pcscError(code, m_reader, "SCardConnect"));
    m_connected = true;
    const pcsc::Code status = pcsc::status(m_card, m_atr);
    if (status != pcsc::Success)
        return tl::unexpected(asRemoval(pcscError(status, m_reader, "SCardStatus")));
    lookForPad();
    return {};
}

/** The driver on the computer answers this: the reader is not spoken to. */
void PcscTransport::lookForPad() {
    QByteArray features;
    if (!claimsPadFalsely(m_reader) &&
        pcsc::control(m_card, pcsc::featureRequest(), {}, features) == pcsc::Success) {
        m_verifyOnPad = verifyPinDirect(features);
        m_changeOnPad = modifyPinDirect(features);
    }
}

Expected<void> PcscTransport::beginTransaction() {
    const pcsc::Code code = whileShared([this] { return pcsc::beginTransaction(m_card); });
    if (code != pcsc::Success)
        return tl::unexpected(asRemoval(pcscError(code, m_reader, "SCardBeginTransaction")));
    m_inTransaction = true;
    return {};
}

void PcscTransport::endTransaction() {
    if (m_inTransaction)
        pcsc::endTransaction(m_card, m_resetAtEnd ? pcsc::AtEnd::Reset : pcsc::AtEnd::Leave);
    m_inTransaction = false;
    m_resetAtEnd = false;
}

/** T=0 has no Le beside data: the card announces its answer by 61xx (ISO 7816-3, 12.2.5). */
base::SecretBytes PcscTransport::encodedForProtocol(const CommandApdu& command) const {
    const bool leBesideData = command.le() != CommandApdu::NoLe && !command.data().isEmpty();
    if (m_protocol != pcsc::Protocol::T0 || !leBesideData)
        return command.encoded();
    return CommandApdu(command.cla(), command.ins(), command.p1(), command.p2(), command.data()).encoded();
}

Expected<ResponseApdu> PcscTransport::transmit(const CommandApdu& command) {
    QByteArray bytes;
    const pcsc::Code code = pcsc::transmit(m_card, m_protocol, encodedForProtocol(command), bytes);
    return answerFrom(code, bytes, "SCardTransmit");
}

Expected<ResponseApdu> PcscTransport::verifyOnPad(const PadEntry& entry) {
    if (!m_verifyOnPad)
        return fail(ErrorCode::PinPadMissing, QStringList{m_reader});
    QByteArray bytes;
    const pcsc::Code code = pcsc::control(m_card, *m_verifyOnPad, verifyStructure(entry), bytes);
    return answerFrom(code, bytes, "SCardControl");
}

Expected<ResponseApdu> PcscTransport::changeOnPad(const PadChange& change) {
    if (!m_changeOnPad)
        return fail(ErrorCode::PinPadMissing, QStringList{m_reader});
    QByteArray bytes;
    const pcsc::Code code = pcsc::control(m_card, *m_changeOnPad, modifyStructure(change), bytes);
    return answerFrom(code, bytes, "SCardControl");
}

Expected<ResponseApdu> PcscTransport::answerFrom(pcsc::Code code, const QByteArray& bytes,
                                                 const char* call) const {
    if (code != pcsc::Success)
        return tl::unexpected(exchangeError(code, call));
    std::optional<ResponseApdu> answer = ResponseApdu::parse(bytes);
    if (!answer)
        return tl::unexpected(exchangeError(pcsc::ErrorCommDataLost, call));
    return std::move(*answer);
}

/** A card pulled out in the middle looks like a broken line at first: looks whether it is still there. */
Error PcscTransport::exchangeError(pcsc::Code code, const char* call) const {
    const Error error = asRemoval(pcscError(code, m_reader, call));
    if (error.code() != ErrorCode::CardSilent)
        return error;
    for (int i = 0; i < RemovalLooks; ++i) {
        QByteArray atr;
        const pcsc::Code status = pcsc::status(m_card, atr);
        if (status != pcsc::Success)
            return asRemoval(pcscError(status, m_reader, call)).withDetail(error.detail());
        std::this_thread::sleep_for(RemovalPause);
    }
    return error;
}

Expected<void> PcscTransport::reconnect() {
    m_inTransaction = false;  // a reset has ended it
    const pcsc::Code code = whileShared([this] { return pcsc::reconnectShared(m_card, m_protocol); });
    if (code != pcsc::Success)
        return tl::unexpected(asRemoval(pcscError(code, m_reader, "SCardReconnect")));
    const pcsc::Code status = pcsc::status(m_card, m_atr);
    if (status != pcsc::Success)
        return tl::unexpected(asRemoval(pcscError(status, m_reader, "SCardStatus")));
    return {};
}

}  // namespace signet::card
