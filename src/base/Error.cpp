#include "base/Error.h"

#include "base/ErrorCatalog.h"

namespace signet::base {

Error::Error(ErrorCode code, QStringList arguments, QString detail)
    : m_code(code), m_arguments(std::move(arguments)), m_detail(std::move(detail)) {}

Error Error::fromService(QString serviceCode, QString serviceMessage, int httpStatus, QString detail) {
    // The catalogue's sentence is used when the service gave no message: it then names all there is, code or
    // status.
    const QString named = serviceCode.isEmpty() ? QString::number(httpStatus) : serviceCode;
    Error error(ErrorCode::ServiceError, {named}, std::move(detail));
    error.m_serviceCode = std::move(serviceCode);
    error.m_serviceMessage = std::move(serviceMessage);
    error.m_httpStatus = httpStatus;
    return error;
}

QString Error::publicCode() const {
    if (!m_serviceCode.isEmpty())
        return m_serviceCode;
    return toString(m_serviceMessage.isEmpty() ? m_code : ErrorCode::ServiceError);
}

QString Error::message() const {
    if (!m_serviceMessage.isEmpty())
        return m_serviceMessage;
    return catalogSentence(m_code, m_arguments, m_count);
}

QString Error::hint() const {
    return catalogHint(m_code, m_stage, m_arguments);
}

Error Error::at(Stage stage) const {
    Error copy = *this;
    copy.m_stage = stage;
    return copy;
}

Error Error::withCount(int count) const {
    Error copy = *this;
    copy.m_count = count;
    return copy;
}

Error Error::withDetail(const QString& detail) const {
    Error copy = *this;
    copy.m_detail = m_detail.isEmpty() ? detail : QString(m_detail % u"; " % detail);
    return copy;
}

Error Error::withServiceWords(const QString& serviceCode, const QString& serviceMessage,
                              int httpStatus) const {
    Error copy = *this;
    copy.m_serviceCode = serviceCode;
    copy.m_serviceMessage = serviceMessage;
    copy.m_httpStatus = httpStatus;
    return copy;
}

}  // namespace signet::base
