#pragma once

#include <QObject>
#include <QQueue>
#include <QSet>

#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"

namespace signet::ui {

/**
 * Asks the service what is in the sessions that were picked by identifier, so that people see names before
 * they sign, and what a batch has left in them. A few at a time, and not for endless lists: what it does
 * not get to, the next batch finds out by itself.
 */
class DocumentLister : public QObject {
    Q_OBJECT
public:
    DocumentLister(signing::SessionList& sessions, signing::ServiceDesk& service, QObject* parent = nullptr);

    /** Whether the service can be asked. While it cannot, wishes are kept. */
    void setEnabled(bool enabled);
    /** After a batch: the results of those that were not looked up for being saved. */
    void lookForResults(const QList<signing::SessionKey>& keys);

private:
    void wish(int first, int count);
    void askNext();
    void take(signing::SessionKey key, const base::Expected<QList<signing::Document>>& documents);

    signing::SessionList& m_sessions;
    signing::ServiceDesk& m_service;
    QQueue<signing::SessionKey> m_wishes;
    int m_underWay = 0;
    bool m_enabled = false;
};

}  // namespace signet::ui
