#include "signapi/NetworkErrorMap.h"

namespace signet::signapi {
namespace {

using base::ErrorCode;

constexpr NetworkVerdict beforeSending(ErrorCode code) {
    return {code, true, false};
}

constexpr NetworkVerdict underWay(ErrorCode code) {
    return {code, false, false};
}

constexpr NetworkVerdict status() {
    return {ErrorCode::ServiceError, false, true};
}

}  // namespace

NetworkVerdict verdictOf(QNetworkReply::NetworkError error) {
    switch (error) {
        case QNetworkReply::ConnectionRefusedError:
        case QNetworkReply::HostNotFoundError:
        case QNetworkReply::TemporaryNetworkFailureError:
        case QNetworkReply::NetworkSessionFailedError:
        case QNetworkReply::ProxyConnectionRefusedError:
        case QNetworkReply::ProxyConnectionClosedError:
        case QNetworkReply::ProxyNotFoundError:
        case QNetworkReply::ProxyTimeoutError:
        case QNetworkReply::UnknownNetworkError:
        case QNetworkReply::UnknownProxyError:
            return beforeSending(ErrorCode::NoConnection);
        case QNetworkReply::SslHandshakeFailedError:
            return beforeSending(ErrorCode::TlsUntrusted);
        case QNetworkReply::ProxyAuthenticationRequiredError:
            return beforeSending(ErrorCode::ProxyAuthentication);
        case QNetworkReply::TimeoutError:
        case QNetworkReply::OperationCanceledError:
            return beforeSending(ErrorCode::ServiceTimeout);
        case QNetworkReply::RemoteHostClosedError:
        case QNetworkReply::ContentReSendError:
        case QNetworkReply::ProtocolUnknownError:
        case QNetworkReply::ProtocolFailure:
        case QNetworkReply::BackgroundRequestNotAllowedError:
            return underWay(ErrorCode::ConnectionBroken);
        case QNetworkReply::TooManyRedirectsError:
        case QNetworkReply::InsecureRedirectError:
            return underWay(ErrorCode::RedirectRefused);
        case QNetworkReply::NoError:
        case QNetworkReply::ContentAccessDenied:
        case QNetworkReply::ContentOperationNotPermittedError:
        case QNetworkReply::ContentNotFoundError:
        case QNetworkReply::AuthenticationRequiredError:
        case QNetworkReply::ContentConflictError:
        case QNetworkReply::ContentGoneError:
        case QNetworkReply::UnknownContentError:
        case QNetworkReply::ProtocolInvalidOperationError:
        case QNetworkReply::InternalServerError:
        case QNetworkReply::OperationNotImplementedError:
        case QNetworkReply::ServiceUnavailableError:
        case QNetworkReply::UnknownServerError:
            return status();
    }
    return underWay(ErrorCode::ConnectionBroken);
}

}  // namespace signet::signapi
