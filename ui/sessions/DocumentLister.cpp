#include "ui/sessions/DocumentLister.h"

#include "ui/common/WhenDone.h"

namespace signet::ui {
namespace {

constexpr int MostAtOnce = 4;
constexpr int MostWishes = 500;

using signing::SessionState;

bool wantsListing(const signing::Session& session) {
    if (session.state == SessionState::Finalized)
        return session.id && session.results.isEmpty();
    return session.state == SessionState::Picked && session.id && !session.documentsBefore;
}

void keep(signing::Session& session, const QList<signing::Document>& documents) {
    if (session.state == SessionState::Finalized)
        session.results =
            signing::newDocuments(session.documentsBefore.value_or(QList<signing::Document>()), documents);
    else
        session.documentsBefore = documents;
}

}  // namespace

DocumentLister::DocumentLister(signing::SessionList& sessions, signing::ServiceDesk& service, QObject* parent)
    : QObject(parent), m_sessions(sessions), m_service(service) {
    connect(&sessions, &signing::SessionList::added, this, &DocumentLister::wish);
}

void DocumentLister::setEnabled(bool enabled) {
    m_enabled = enabled;
    askNext();
}

void DocumentLister::lookForResults(const QList<signing::SessionKey>& keys) {
    for (const signing::SessionKey key : keys) {
        const int row = m_sessions.rowOf(key);
        if (row >= 0 && m_wishes.size() < MostWishes && m_sessions.at(row).state == SessionState::Finalized)
            m_wishes.enqueue(key);
    }
    askNext();
}

void DocumentLister::wish(int first, int count) {
    for (int row = first; row < first + count && m_wishes.size() < MostWishes; ++row) {
        if (wantsListing(m_sessions.at(row)))
            m_wishes.enqueue(m_sessions.at(row).key);
    }
    askNext();
}

void DocumentLister::askNext() {
    while (m_enabled && m_underWay < MostAtOnce && !m_wishes.isEmpty()) {
        const signing::SessionKey key = m_wishes.dequeue();
        const int row = m_sessions.rowOf(key);
        if (row < 0 || !wantsListing(m_sessions.at(row)))
            continue;
        ++m_underWay;
        whenDone(
            m_service.listDocuments(*m_sessions.at(row).id), this,
            [this, key](const base::Expected<QList<signing::Document>>& documents) { take(key, documents); });
    }
}

void DocumentLister::take(signing::SessionKey key,
                          const base::Expected<QList<signing::Document>>& documents) {
    --m_underWay;
    const int row = m_sessions.rowOf(key);
    if (documents && row >= 0 && wantsListing(m_sessions.at(row)))
        m_sessions.update(key, [&](signing::Session& session) { keep(session, *documents); });
    askNext();
}

}  // namespace signet::ui
