#include "cli/ProgressLine.h"

#include <QCoreApplication>
#include <chrono>

#include "cli/Console.h"

namespace signet::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto Beat = 200ms;

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
    // Also without news: the remaining time changes by itself, and results take the line away.
    m_beat.callOnTimeout([this] { write(); });
}

ProgressLine::~ProgressLine() {
    end();
}

void ProgressLine::follow(std::function<signing::BatchProgress()> source) {
    m_source = std::move(source);
}

void ProgressLine::noteChange() {
    if (m_beat.isActive() || !Console::errorIsTerminal())
        return;
    write();
    m_beat.start(Beat);
}

void ProgressLine::write() {
    Console::setStatus(textOf(m_source()));
}

void ProgressLine::end() {
    m_beat.stop();
    Console::setStatus({});
}

}  // namespace signet::cli
