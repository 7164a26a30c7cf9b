#include "card/PcscContext.h"

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;

}  // namespace

Expected<std::unique_ptr<PcscContext>> PcscContext::establish() {
    pcsc::Context handle = 0;
    const pcsc::Code code = pcsc::establish(handle);
    if (code != pcsc::Success)
        return tl::unexpected(pcscError(code, {}, "SCardEstablishContext"));
    return std::unique_ptr<PcscContext>(new PcscContext(handle));
}

PcscContext::~PcscContext() {
    pcsc::release(m_handle);
}

bool isContextLost(pcsc::Code code) {
    // PCSC-lite says ErrorComm when its service dies in the middle of a call
    return code == pcsc::ErrorComm || code == pcsc::ErrorNoService || code == pcsc::ErrorServiceStopped ||
           code == pcsc::ErrorInvalidHandle || code == pcsc::ErrorSystemCancelled;
}

Error pcscError(pcsc::Code code, const QString& reader, const char* call) {
    const QString number = QStringLiteral("0x%1").arg(code, 8, 16, QLatin1Char('0'));
    const QString detail = QString(QLatin1StringView(call) % u": " % number);
    if (isContextLost(code))
        return Error(pcsc::isServiceMissing() ? ErrorCode::PcscMissing : ErrorCode::PcscNotRunning, {},
                     detail);
    switch (code) {
        case pcsc::WarningSecurityViolation:
        case pcsc::ErrorNoAccess:
            return Error(ErrorCode::PcscDenied, {}, detail);
        case pcsc::ErrorSharingViolation:
            return Error(ErrorCode::CardInUse, {}, detail);
        case pcsc::WarningResetCard:
            return Error(ErrorCode::CardReset, {}, detail);
        case pcsc::WarningRemovedCard:
        case pcsc::ErrorReaderUnavailable:
            return Error(ErrorCode::CardRemoved, {}, detail);
        case pcsc::ErrorNoSmartcard:
            return Error(ErrorCode::NoCard, {reader}, detail);
        case pcsc::ErrorUnknownReader:
            return Error(ErrorCode::ReaderUnknown, {reader}, detail);
        case pcsc::ErrorNoReadersAvailable:
            return Error(ErrorCode::NoReader, {}, detail);
        case pcsc::WarningUnresponsiveCard:
        case pcsc::WarningUnpoweredCard:
        case pcsc::ErrorProtoMismatch:
        case pcsc::ErrorNotTransacted:
        case pcsc::ErrorCommDataLost:
            return Error(ErrorCode::CardSilent, {}, detail);
        default:
            return Error(ErrorCode::PcscFailed, {number}, detail);
    }
}

}  // namespace signet::card
