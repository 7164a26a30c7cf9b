#pragma once

#include <QList>
#include <QString>

#include "base/Error.h"

namespace signet::cli {

/** Of more sessions than this, texts for people tell of groups and exceptions. */
constexpr int MostOneByOne = 20;

/** Text from outside as one line for a terminal: white space simplified, nothing that a terminal obeys. */
QString oneLine(const QString& text);
/** The same, cut to a length that nobody minds reading: for identifiers and arguments that may be rubbish. */
QString shortLine(const QString& text);
/** What happened and what to do, in one line. */
QString inWords(const base::Error& error);
/** The same of what is to be known and stops nobody, with a word before it that says so. */
QString asWarning(const base::Error& error);
/** Each on a line of standard error. */
void tellWarnings(const QList<base::Error>& warnings);

}  // namespace signet::cli
