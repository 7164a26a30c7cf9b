#include "cli/LookRun.h"

#include <QQueue>
#include <QTimer>

#include "cli/Interrupts.h"
#include "signing/SessionList.h"

namespace signet::cli {
namespace {

using base::ErrorCode;
using base::Stage;
using signing::Session;
using signing::SessionKey;

constexpr int MostAtOnce = 4;

ResultLine interruptedLine(const Session& picked) {
    ResultLine line = lineOf(picked);
    line.error = base::Error(ErrorCode::Cancelled).at(Stage::Confirm);
    return line;
}

}  // namespace

/** Shared with the workers, one of which may come home after the run has ended. */
struct LookRun::State {
    State(Look what, Report& report)
        : look(std::move(what)), results(report, {Outcome::Done, Outcome::Failed}) {}

    signing::SessionList sessions;
    Look look;
    Results results;
    ProgressLine progress;
    QQueue<SessionKey> waiting;
    QList<SessionKey> underWay;
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

LookRun::LookRun(const QStringList& identifiers, const QStringList& files, Look look, Report& report,
                 Interrupts& interrupts)
    : m_state(std::make_shared<State>(std::move(look), report)), m_interrupts(interrupts) {
    m_state->sessions.addIdentifiers(identifiers);
    m_state->sessions.addFiles(files);
    State* const state = m_state.get();
    m_state->progress.follow([state] {
        signing::BatchProgress progress;
        progress.total = state->sessions.size();
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
    m_state->results.begin(m_state->sessions.size());
    for (int row = 0; row < m_state->sessions.size(); ++row) {
        const Session& session = m_state->sessions.at(row);
        if (isEnd(session.state))
            m_state->tell(lineOf(session));
        else
            m_state->waiting.enqueue(session.key);
    }
}

QCoro::Task<> LookRun::work(std::shared_ptr<State> state) {
    while (!state->isOver && !state->waiting.isEmpty()) {
        const SessionKey key = state->waiting.dequeue();
        state->underWay.append(key);
        const ResultLine line = co_await state->look(state->sessions.session(key));
        if (state->isOver)
            co_return;
        state->underWay.removeOne(key);
        state->tell(line);
    }
    state->endIfDone();
}

void LookRun::interrupt(int count) {
    if (m_state->isOver)
        return;
    QList<SessionKey> left = m_state->waiting;
    m_state->waiting.clear();
    if (count > 1) {
        left = m_state->underWay + left;
        m_state->underWay.clear();
    }
    for (const SessionKey key : std::as_const(left))
        m_state->tell(interruptedLine(m_state->sessions.session(key)));
    m_state->endIfDone();
}

}  // namespace signet::cli
