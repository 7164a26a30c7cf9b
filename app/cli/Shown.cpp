#include "cli/Shown.h"

#include "base/PrintableText.h"

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

}  // namespace signet::cli
