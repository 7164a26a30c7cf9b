#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "base/ErrorCode.h"

namespace signet::base {

/**
 * One thing that went wrong, as a value: a stable code for scripts, a sentence and a hint for people, the
 * technical detail for the log. The sentence is made when it is asked for, so a change of language rewords an
 * old error. Never holds a secret. Any thread.
 */
class Error {
public:
    /** `arguments` fill %1, %2 ... of the catalogue's sentence; `detail` is technical and goes to the log
     * only. */
    explicit Error(ErrorCode code, QStringList arguments = {}, QString detail = {});

    /** A refusal in the service's own words; both are kept verbatim and may be empty (signapi.md 9.1). */
    static Error fromService(QString serviceCode, QString serviceMessage, int httpStatus,
                             QString detail = {});

    ErrorCode code() const { return m_code; }
    ErrorKind kind() const { return kindOf(m_code); }
    Stage stage() const { return m_stage; }
    int httpStatus() const { return m_httpStatus; }
    std::optional<int> count() const { return m_count; }
    const QStringList& arguments() const { return m_arguments; }

    /** What scripts read: the service's code verbatim where it gave one, "service-error" where it gave only a
     * message, otherwise Signet's stable name. */
    QString publicCode() const;
    /** What happened, for people: the service's message verbatim where it gave one. Plain text. */
    QString message() const;
    /** What to do next, for people; never the service's. Plain text. */
    QString hint() const;
    QString detail() const { return m_detail; }
    /** The service's own words, verbatim; empty where it gave none. */
    const QString& serviceCode() const { return m_serviceCode; }
    const QString& serviceMessage() const { return m_serviceMessage; }

    /** The same error, at a stage / with the number that its sentence counts (PIN tries left) / with more
     * detail. */
    Error at(Stage stage) const;
    Error withCount(int count) const;
    Error withDetail(const QString& detail) const;
    /** The same error, with the service's own words laid over Signet's (for example a 401 with a message). */
    Error withServiceWords(const QString& serviceCode, const QString& serviceMessage, int httpStatus) const;

    bool operator==(const Error&) const = default;

private:
    ErrorCode m_code;
    Stage m_stage = Stage::None;
    QStringList m_arguments;
    std::optional<int> m_count;
    QString m_serviceCode;
    QString m_serviceMessage;
    int m_httpStatus = 0;
    QString m_detail;
};

}  // namespace signet::base
