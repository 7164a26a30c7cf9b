#include "cli/Foreword.h"

#include <QFutureWatcher>
#include <chrono>

#include "cli/Console.h"
#include "cli/Shown.h"
#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"

namespace signet::cli {
namespace {

using Listed = base::Expected<QList<signing::Document>>;

constexpr int MostAtOnce = 4;
constexpr std::chrono::seconds LongestWait{10};

}  // namespace

Foreword::Foreword(signing::ServiceDesk& service, const signing::SessionList& sessions)
    : m_service(service), m_sessions(sessions) {
    m_limit.setSingleShot(true);
    m_limit.callOnTimeout(this, [this] {
        m_waiting.clear();
        m_underWay = 0;
        endWhenDone();
    });
}

void Foreword::tell(const QList<signing::SessionKey>& keys, const signing::BatchOrder& order,
                    std::function<void()> told) {
    m_order = order;
    m_told = std::move(told);
    for (const signing::SessionKey key : keys) {
        const auto known = m_sessions.session(key).knownDocuments();
        if (known)
            say(key, *known);
        else if (m_sessions.session(key).id)
            m_waiting.append(key);
    }
    m_limit.start(LongestWait);
    for (int i = 0; i < MostAtOnce; ++i)
        listNext();
    endWhenDone();
}

void Foreword::listNext() {
    if (m_waiting.isEmpty())
        return;
    const signing::SessionKey key = m_waiting.takeFirst();
    ++m_underWay;
    auto* watcher = new QFutureWatcher<Listed>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, key, watcher] {
        watcher->deleteLater();
        if (!m_told)
            return;  // too late
        --m_underWay;
        if (const Listed documents = watcher->result())
            say(key, *documents);
        listNext();
        endWhenDone();
    });
    watcher->setFuture(m_service.listDocuments(*m_sessions.session(key).id));
}

void Foreword::say(signing::SessionKey key, const QList<signing::Document>& documents) const {
    const signing::Session& session = m_sessions.session(key);
    const QString who = session.id ? session.id->toString() : session.title();
    const QString what = signing::describe(m_order.operation, documents, session.form.value_or(m_order.form));
    Console::error(QString(shortLine(who) % u": " % oneLine(what) % u'\n'));
}

void Foreword::endWhenDone() {
    if (m_underWay > 0 || !m_waiting.isEmpty())
        return;
    m_limit.stop();
    if (const auto told = std::exchange(m_told, {}))
        told();
}

}  // namespace signet::cli
