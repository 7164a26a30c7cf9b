#pragma once

#include <QThread>

#include "unit/signing/ScriptedService.h"

namespace signet::test {

/** A scripted service in a thread of its own, so that its work is not counted as the client's. */
class ServiceThread {
public:
    ServiceThread();
    ~ServiceThread();
    Q_DISABLE_COPY_MOVE(ServiceThread)

    QUrl address() const;
    QStringList addSessions(int count) const;

private:
    QThread m_thread;
    ScriptedService* m_service = nullptr;
};

}  // namespace signet::test
