#include "cli/LookRun.h"

#include <QQueue>
#include <QTimer>

#include "cli/Interrupts.h"
#include "signing/SessionList.h"

namespace signet::cli {
namespace {

using base::ErrorCode;
using base::SessionId;
using base::Stage;

constexpr int MostAtOnce = 4;

ResultLine interruptedLine(const SessionId& id) {
    ResultLine line;
    line.identifier = id.toString();
    line.title = line.identifier;
    line.error = base::Error(ErrorCode::Cancelled).at(Stage::Confirm);
    return line;
}

}  // namespace

/** Shared with the workers, one of which may come home after the run has ended. */
struct LookRun::State {
    State(const QStringList& names, Look what, Report& report)
        : identifiers(names), look(std::move(what)), results(report, {Outcome::Done, Outcome::Failed}) {}

    QStringList identifiers;
    Look look;
    Results results;
    ProgressLine progress;
    QQueue<SessionId> waiting;
    QList<SessionId> underWay;
    int picked = 0;
    int ended = 0;
    bool isOver = false;
    std::function<void()> end;

    void tell(const ResultLine& line) {
        ++ended;
        results.add(line);
        progress.noteChange();
    }
    void endIfDone() {
        if (!isOver && waiting.isEmpty() && underWay.isEmpty())
            end();
    }
};

LookRun::LookRun(const QStringList& identifiers, Look look, Report& report, Interrupts& interrupts)
    : m_state(std::make_shared<State>(identifiers, std::move(look), report)), m_interrupts(interrupts) {
    State* const state = m_state.get();
    m_state->progress.follow([state] {
        signing::BatchProgress progress;
        progress.total = state->picked;
        progress.ended = state->ended;
        return progress;
    });
    m_state->end = [this, state] {
        state->isOver = true;
        state->progress.end();
        const auto endedBy = m_interrupts.count() > 0
                                 ? std::optional(base::Error(ErrorCode::Cancelled).at(Stage::Confirm))
                                 : std::nullopt;
        const ExitCode code = state->results.end(m_interrupts.count() > 0, endedBy);
        QTimer::singleShot(0, this, [this, code] { Q_EMIT finished(code); });
    };
    connect(&m_interrupts, &Interrupts::arrived, this, &LookRun::interrupt);
}

LookRun::~LookRun() {
    m_state->isOver = true;
    m_state->progress.end();
}

void LookRun::start() {
    pick();
    if (m_interrupts.count() > 0)
        interrupt(m_interrupts.count());
    for (int i = 0; i < MostAtOnce && !m_state->waiting.isEmpty(); ++i)
        m_workers.push_back(work(m_state));
    m_state->endIfDone();
}

void LookRun::pick() {
    signing::SessionList sessions;
    for (const signing::SessionKey key : sessions.addIdentifiers(m_state->identifiers)) {
        ++m_state->picked;
        const signing::Session& session = sessions.session(key);
        if (session.id)
            m_state->waiting.enqueue(*session.id);
        else
            m_state->tell(lineOf(session));
    }
}

QCoro::Task<> LookRun::work(std::shared_ptr<State> state) {
    while (!state->isOver && !state->waiting.isEmpty()) {
        const SessionId id = state->waiting.dequeue();
        state->underWay.append(id);
        const ResultLine line = co_await state->look(id);
        if (state->isOver)
            co_return;
        state->underWay.removeOne(id);
        if (line.outcome == Outcome::Done)
            state->results.notePrepared();
        state->tell(line);
    }
    state->endIfDone();
}

void LookRun::interrupt(int count) {
    if (m_state->isOver)
        return;
    QList<SessionId> left = m_state->waiting;
    m_state->waiting.clear();
    if (count > 1) {
        left = m_state->underWay + left;
        m_state->underWay.clear();
    }
    for (const SessionId& id : left)
        m_state->tell(interruptedLine(id));
    m_state->endIfDone();
}

}  // namespace signet::cli
