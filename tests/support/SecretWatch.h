#pragma once

#include <QProcess>
#include <functional>

#include "support/SecretSearch.h"

namespace signet::test {

/** What was seen of a process while it lived. */
struct SecretWatch {
    int looks = 0;
    bool inLockedMemory = false;
    QStringList elsewhere;  ///< secrets of the locked heap in other memory
    QByteArray openly;      ///< arguments and environment
    QString coreLimit;

    void look(const LiveProcess& process, const QList<SecretForms>& lockedAway);
    /** Looks again and again until it is reached; false if the process ends first, or has had a minute for
     * it. */
    bool lookUntil(const std::function<bool()>& isReached, const QProcess& process,
                   const QList<SecretForms>& lockedAway);
};

}  // namespace signet::test
