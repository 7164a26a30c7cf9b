#include "card/CkrErrors.h"

#include <p11-kit/pkcs11.h>

#include <algorithm>
#include <array>
#include <optional>

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;

struct Row {
    CK_RV rv;
    QLatin1StringView name;
    std::optional<ErrorCode> code = {};
};

#define ROW(name, ...)                                            \
    Row {                                                         \
        name, QLatin1StringView(#name) __VA_OPT__(, ) __VA_ARGS__ \
    }
constexpr std::array Rows{
    ROW(CKR_PIN_INCORRECT, ErrorCode::PinWrong),
    ROW(CKR_PIN_LOCKED, ErrorCode::PinBlocked),
    ROW(CKR_PIN_INVALID, ErrorCode::PinFormat),
    ROW(CKR_PIN_LEN_RANGE, ErrorCode::PinFormat),
    ROW(CKR_USER_NOT_LOGGED_IN, ErrorCode::PinNotVerified),
    ROW(CKR_FUNCTION_CANCELED, ErrorCode::PinPadCancelled),
    ROW(CKR_TOKEN_NOT_PRESENT, ErrorCode::CardRemoved),
    ROW(CKR_DEVICE_REMOVED, ErrorCode::CardRemoved),
    ROW(CKR_SESSION_HANDLE_INVALID, ErrorCode::CardRemoved),
    ROW(CKR_SESSION_CLOSED, ErrorCode::CardRemoved),
    ROW(CKR_SLOT_ID_INVALID, ErrorCode::CardRemoved),
    ROW(CKR_KEY_HANDLE_INVALID, ErrorCode::CardRemoved),
    ROW(CKR_TOKEN_NOT_RECOGNIZED, ErrorCode::CardDataInvalid),
    ROW(CKR_DATA_LEN_RANGE),
    ROW(CKR_DATA_INVALID),
    ROW(CKR_PIN_EXPIRED),
    ROW(CKR_USER_PIN_NOT_INITIALIZED),
    ROW(CKR_USER_ALREADY_LOGGED_IN),
    ROW(CKR_USER_ANOTHER_ALREADY_LOGGED_IN),
    ROW(CKR_USER_TYPE_INVALID),
    ROW(CKR_FUNCTION_FAILED),
    ROW(CKR_FUNCTION_REJECTED),
    ROW(CKR_FUNCTION_NOT_SUPPORTED),
    ROW(CKR_GENERAL_ERROR),
    ROW(CKR_HOST_MEMORY),
    ROW(CKR_DEVICE_ERROR),
    ROW(CKR_DEVICE_MEMORY),
    ROW(CKR_MECHANISM_INVALID),
    ROW(CKR_MECHANISM_PARAM_INVALID),
    ROW(CKR_KEY_TYPE_INCONSISTENT),
    ROW(CKR_KEY_FUNCTION_NOT_PERMITTED),
    ROW(CKR_OPERATION_ACTIVE),
    ROW(CKR_OPERATION_NOT_INITIALIZED),
    ROW(CKR_ARGUMENTS_BAD),
    ROW(CKR_BUFFER_TOO_SMALL),
    ROW(CKR_CANT_LOCK),
    ROW(CKR_CRYPTOKI_NOT_INITIALIZED),
};
#undef ROW

const Row* find(quint64 rv) {
    const auto* const found =
        std::find_if(Rows.begin(), Rows.end(), [rv](const Row& row) { return row.rv == rv; });
    return found == Rows.end() ? nullptr : found;
}

}  // namespace

QString ckrName(quint64 rv) {
    const Row* const row = find(rv);
    return row != nullptr ? QString(row->name) : QString(u"CKR 0x" % QString::number(rv, 16));
}

Error ckrError(quint64 rv, const QString& call) {
    const QString detail = QString(call % u" answered " % ckrName(rv));
    const Row* const row = find(rv);
    if (row != nullptr && row->code)
        return Error(*row->code, {}, detail);
    return Error(ErrorCode::CardFailed, {ckrName(rv)}, detail);
}

}  // namespace signet::card
