#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

#include "base/Error.h"
#include "signing/Session.h"
#include "signing/Validation.h"

namespace signet::cli {

/** How a session ended, as the lines say it. */
enum class Outcome {
    Finalized,    ///< signed, sealed or archived
    Unconfirmed,  ///< the change may or may not have been made
    Done,         ///< downloaded, or validated with whatever result
    Failed,
    Cancelled,
};

/** Stable words for scripts: "finalized". */
QString toString(Outcome outcome);

/** What became of one picked session: what a line tells, whatever was to be done. */
struct ResultLine {
    QString identifier;  ///< the session's, or what was entered in its place; empty for a file without one
    bool isFileOnly = false;  ///< a file that the service never gave a session
    bool wasLetIn = false;    ///< service and authorisation were there for it, whatever came next
    QString title;            ///< what a person knows it by
    Outcome outcome = Outcome::Failed;
    std::optional<base::Error> error;      ///< why it is not as it was to be
    std::optional<base::Error> saveError;  ///< changed as it was to be, but the document is not here
    QString source;                        ///< the local file that it began as
    QStringList saved;                     ///< where its documents are now; the result first
    std::optional<signing::ValidationReport> report;

    /** All that was asked for has come true. */
    bool isSuccess() const;
};

/** Of a batch's session that has ended. */
ResultLine lineOf(const signing::Session& session);

/** How a run ended, counted. */
struct RunSummary {
    QList<Outcome> possible;  ///< in the order in which they are told
    QList<Outcome> outcomes;  ///< one for each picked session
    int unsaved = 0;
    double seconds = 0;
    /** What ended the run before its time. */
    std::optional<base::Error> endedBy;

    int count(Outcome outcome) const { return static_cast<int>(outcomes.count(outcome)); }
};

}  // namespace signet::cli
