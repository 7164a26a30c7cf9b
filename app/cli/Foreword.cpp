#include "cli/Foreword.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QMap>
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
constexpr qsizetype FewestTogether = 4;  ///< fewer are exceptions, and named

void sayLine(const QString& text) {
    Console::error(QString(text % u'\n'));
}

QString counted(const char* text, qsizetype count) {
    return QCoreApplication::translate("Cli", text, nullptr, static_cast<int>(count));
}

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
    m_asked = keys.size();
    for (const signing::SessionKey key : keys) {
        const auto known = m_sessions.session(key).knownDocuments();
        if (known)
            take({key, *known});
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
            take({key, *documents});
        listNext();
        endWhenDone();
    });
    watcher->setFuture(m_service.listDocuments(*m_sessions.session(key).id));
}

void Foreword::take(const Known& known) {
    if (m_asked > MostOneByOne)
        m_known.append(known);
    else
        say(known);
}

void Foreword::say(const Known& known) const {
    const signing::Session& session = m_sessions.session(known.key);
    const QString who = session.id ? session.id->toString() : session.title();
    const QString what =
        signing::describe(m_order.operation, known.documents, session.form.value_or(m_order.form));
    sayLine(QString(shortLine(who) % u": " % oneLine(what)));
}

void Foreword::sayTogether() const {
    QMap<signing::Effect, QList<Known>> groups;
    QList<Known> impossible;
    for (const Known& known : m_known) {
        const auto form = m_sessions.session(known.key).form.value_or(m_order.form);
        const auto effect = signing::effectOn(known.documents, m_order.operation, form);
        if (effect && !known.documents.isEmpty())
            groups[*effect].append(known);
        else
            impossible.append(known);
    }
    QList<Known> exceptions;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        if (group->size() < FewestTogether)
            exceptions += *group;
        else
            sayLine(signing::describeMany(m_order.operation, group.key(), static_cast<int>(group->size())));
    }
    exceptions += impossible.first(qMin<qsizetype>(impossible.size(), MostOneByOne));
    for (const Known& known : std::as_const(exceptions))
        say(known);
    if (impossible.size() > MostOneByOne)
        sayLine(counted(QT_TRANSLATE_N_NOOP("Cli", "the same goes for %n more sessions: see their results"),
                        impossible.size() - MostOneByOne));
    if (m_asked > m_known.size())
        sayLine(counted(QT_TRANSLATE_N_NOOP("Cli", "what will be done to %n sessions is not known before"),
                        m_asked - m_known.size()));
}

void Foreword::endWhenDone() {
    if (m_underWay > 0 || !m_waiting.isEmpty())
        return;
    m_limit.stop();
    if (m_told && m_asked > MostOneByOne)
        sayTogether();
    if (const auto told = std::exchange(m_told, {}))
        told();
}

}  // namespace signet::cli
