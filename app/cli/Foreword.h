#pragma once

#include <QList>
#include <QObject>
#include <QTimer>
#include <functional>

#include "signing/BatchOrder.h"
#include "signing/Document.h"

namespace signet::signing {
class ServiceDesk;
class SessionList;
}  // namespace signet::signing

namespace signet::cli {

/**
 * Says of each session on standard error what is about to be done to its documents. One whose documents
 * cannot be listed in a few seconds is left out: what is wrong with it, the run will tell. Main thread.
 */
class Foreword : public QObject {
    Q_OBJECT
public:
    /** Both outlive it. */
    Foreword(signing::ServiceDesk& service, const signing::SessionList& sessions);

    /** `told` is called once, from the event loop or at once. */
    void tell(const QList<signing::SessionKey>& keys, const signing::BatchOrder& order,
              std::function<void()> told);

private:
    void listNext();
    void say(signing::SessionKey key, const QList<signing::Document>& documents) const;
    void endWhenDone();

    signing::ServiceDesk& m_service;
    const signing::SessionList& m_sessions;
    signing::BatchOrder m_order;
    QList<signing::SessionKey> m_waiting;
    int m_underWay = 0;
    QTimer m_limit;
    std::function<void()> m_told;
};

}  // namespace signet::cli
