#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "base/Error.h"

namespace signet::signing {

/** One thing that a checkup looked at, and what it found. */
struct Finding {
    enum class Subject { CardService, Reader, Card, Certificate, Clock, Proxy, Service, Token };
    enum class Verdict {
        Good,
        Warning,  ///< works now, and will not for long, or not for everything
        Trouble,  ///< signing fails until it is mended
        Skipped,  ///< there was nothing to look at
    };

    Subject subject = Subject::CardService;
    Verdict verdict = Verdict::Good;
    QString about;                     ///< the reader, the certificate's owner, the address; may be empty
    QString words;                     ///< what was found, for people
    std::optional<base::Error> error;  ///< of Warning and Trouble: what to do about it

    static Finding good(Subject subject, const QString& about, const QString& words);
    static Finding skipped(Subject subject, const QString& about, const QString& words);
    static Finding warning(Subject subject, const QString& about, const base::Error& error);
    static Finding trouble(Subject subject, const QString& about, const base::Error& error);
};

/** Stable words for scripts: "card-service", "trouble". */
QString toString(Finding::Subject subject);
QString toString(Finding::Verdict verdict);
/** How many of them have this verdict. */
int count(const QList<Finding>& findings, Finding::Verdict verdict);
/** For people: "Smart card service", "Card". */
QString subjectName(Finding::Subject subject);

}  // namespace signet::signing
