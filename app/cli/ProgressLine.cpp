#include "cli/ProgressLine.h"

#include <QCoreApplication>
#include <chrono>

#include "cli/Console.h"

namespace signet::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto TerminalPause = 200ms;
constexpr auto LogPause = 5000ms;

QString textOf(const signing::BatchProgress& progress) {
    QString counts =
        QCoreApplication::translate("Cli", "%1 of %2 done").arg(progress.ended).arg(progress.total);
    if (progress.signedCount > 0)
        counts += u", " % QCoreApplication::translate("Cli", "%1 signed").arg(progress.signedCount);
    if (!progress.remaining)
        return counts;
    const QString left =
        QCoreApplication::translate("Cli", "about %1 s left").arg(progress.remaining->count());
    return QString(counts % u", " % left);
}

}  // namespace

ProgressLine::ProgressLine() {
    m_pause.setSingleShot(true);
    // On a terminal also without news: the remaining time changes by itself.
    m_pause.callOnTimeout([this] {
        if (m_isStale || Console::errorIsTerminal())
            write();
    });
}

ProgressLine::~ProgressLine() {
    end();
}

void ProgressLine::follow(std::function<signing::BatchProgress()> source) {
    m_source = std::move(source);
}

void ProgressLine::noteChange() {
    m_isStale = true;
    if (!m_pause.isActive())
        write();
}

void ProgressLine::write() {
    m_isStale = false;
    const QString text = textOf(m_source());
    if (Console::errorIsTerminal())
        Console::setStatus(text);
    else
        Console::error(QString(text % u'\n'));
    m_pause.start(Console::errorIsTerminal() ? TerminalPause : LogPause);
}

void ProgressLine::end() {
    m_pause.stop();
    m_isStale = false;
    Console::setStatus({});
}

}  // namespace signet::cli
