#include "cli/ProgressLine.h"

#include <QCoreApplication>

#include "cli/Console.h"

namespace signet::cli {
namespace {

constexpr qint64 TerminalPause = 200;  // milliseconds
constexpr qint64 LogPause = 5000;

QString textOf(const signing::BatchProgress& progress) {
    const QString counts = QCoreApplication::translate("Cli", "%1 of %2 done, %3 signed")
                               .arg(progress.ended)
                               .arg(progress.total)
                               .arg(progress.signedCount);
    if (!progress.remaining)
        return counts;
    const QString left =
        QCoreApplication::translate("Cli", "about %1 s left").arg(progress.remaining->count());
    return QString(counts % u", " % left);
}

}  // namespace

void ProgressLine::show(const signing::BatchProgress& progress) {
    const bool isTerminal = Console::errorIsTerminal();
    const qint64 pause = isTerminal ? TerminalPause : LogPause;
    if (m_sinceLast.isValid() && m_sinceLast.elapsed() < pause)
        return;
    m_sinceLast.start();
    if (isTerminal)
        Console::error(QString(u"\r\033[K" % textOf(progress)));
    else
        Console::error(QString(textOf(progress) % u'\n'));
    m_isShown = isTerminal;
}

void ProgressLine::say(const QString& message) {
    clear();
    Console::error(QString(message % u'\n'));
}

void ProgressLine::clear() {
    if (m_isShown)
        Console::error(QStringLiteral("\r\033[K"));
    m_isShown = false;
}

}  // namespace signet::cli
