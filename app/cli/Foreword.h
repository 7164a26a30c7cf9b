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
 * Says of each session on standard error what is about to be done to its documents; of many sessions, what
 * will be done to how many, and which are exceptions. One whose documents cannot be listed in a few seconds
 * is left out: what is wrong with it, the run will tell. Main thread.
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
    struct Known {
        signing::SessionKey key;
        QList<signing::Document> documents;
    };

    void listNext();
    void take(const Known& known);
    void say(const Known& known) const;
    void sayTogether() const;
    void endWhenDone();

    signing::ServiceDesk& m_service;
    const signing::SessionList& m_sessions;
    signing::BatchOrder m_order;
    qsizetype m_asked = 0;  ///< how many sessions it is about
    QList<Known> m_known;   ///< those to be spoken of together
    QList<signing::SessionKey> m_waiting;
    int m_underWay = 0;
    QTimer m_limit;
    std::function<void()> m_told;
};

}  // namespace signet::cli
