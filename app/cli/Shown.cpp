#include "cli/Shown.h"

#include <QCoreApplication>

#include "base/PrintableText.h"
#include "cli/Console.h"

namespace signet::cli {
namespace {

constexpr qsizetype LongestShown = 200;

}  // namespace

QString oneLine(const QString& text) {
    return base::printable(text.simplified());
}

QString shortLine(const QString& text) {
    const QString line = oneLine(text.left(2 * LongestShown));
    const bool fits = line.size() <= LongestShown && text.size() <= 2 * LongestShown;
    return fits ? line : QString(line.left(LongestShown) % u'…');
}

QString inWords(const base::Error& error) {
    return oneLine(QString(error.message() % u' ' % error.hint()));
}

QString asWarning(const base::Error& error) {
    return QCoreApplication::translate("Cli", "Note: %1").arg(inWords(error));
}

void tellWarnings(const QList<base::Error>& warnings) {
    for (const base::Error& warning : warnings)
        Console::error(QString(asWarning(warning) % u'\n'));
}

}  // namespace signet::cli
