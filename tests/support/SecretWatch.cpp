#include "support/SecretWatch.h"

#include <QElapsedTimer>
#include <QTest>

namespace signet::test {
namespace {

constexpr int WaitBetweenLooks = 100;
constexpr qint64 Patience = 60'000;

}  // namespace

void SecretWatch::look(const LiveProcess& process, const QList<SecretForms>& lockedAway) {
    ++looks;
    for (const MemoryHit& hit : process.find(lockedAway)) {
        inLockedMemory |= hit.isLocked;
        if (!hit.isLocked)
            elsewhere.append(QString(hit.secret % u": " % hit.mapping));
    }
    openly += process.argumentsAndEnvironment();
    coreLimit = process.coreSizeLimit();
}

bool SecretWatch::lookUntil(const std::function<bool()>& isReached, const QProcess& process,
                            const QList<SecretForms>& lockedAway) {
    const LiveProcess live(process.processId());
    QElapsedTimer clock;
    clock.start();
    while (!isReached()) {
        if (process.state() != QProcess::Running || clock.elapsed() > Patience)
            return false;
        look(live, lockedAway);
        QTest::qWait(WaitBetweenLooks);
    }
    return true;
}

}  // namespace signet::test
