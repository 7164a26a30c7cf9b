#include "support/SecretWatch.h"

#include <QTest>

namespace signet::test {
namespace {

constexpr int WaitBetweenLooks = 100;
constexpr int Patience = 60'000;

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
    // The process's own time counts: it stands still during a look.
    for (int waited = 0; !isReached(); waited += WaitBetweenLooks) {
        if (process.state() != QProcess::Running || waited > Patience)
            return false;
        look(live, lockedAway);
        QTest::qWait(WaitBetweenLooks);
    }
    return true;
}

}  // namespace signet::test
