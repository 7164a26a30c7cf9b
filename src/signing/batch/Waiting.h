#pragma once

#include <QCoroFuture>
#include <QCoroTask>
#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QQueue>
#include <QTimer>
#include <chrono>
#include <coroutine>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "base/Expected.h"

namespace signet::signing {

/** Awaits a future's end without taking its result: one that was given up has none. */
template <typename T>
struct FutureEnd {
    QFuture<T> future;

    bool await_ready() const { return future.isFinished(); }
    void await_suspend(std::coroutine_handle<> waiting) {
        auto* watcher = new QFutureWatcher<T>();
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, waiting] {
            watcher->deleteLater();
            waiting.resume();
        });
        watcher->setFuture(future);
    }
    void await_resume() const {}
};

/** The result of a future, or InternalError where whoever owed it has gone. */
template <typename T>
QCoro::Task<base::Expected<T>> resultOf(QFuture<base::Expected<T>> future) {
    FutureEnd<base::Expected<T>> end{future};
    co_await end;
    if (future.resultCount() > 0)
        co_return future.result();
    base::Expected<T> none = base::fail(base::ErrorCode::InternalError, QStringList{},
                                        QStringLiteral("a future ended without a result"));
    co_return none;
}

/** Ends after `time`, or at once when `stop` is requested. Main thread. */
QCoro::Task<> pause(std::chrono::milliseconds time, std::stop_token stop);

/** A stop that comes when `outer` does, or when a time is over that runs from start() on. Main thread. */
class TimeLimit {
public:
    explicit TimeLimit(const std::stop_token& outer);
    /** Started at once. */
    TimeLimit(const std::stop_token& outer, std::chrono::milliseconds time);
    void start(std::chrono::milliseconds time);
    void endNow();
    std::stop_token token() const { return m_source.get_token(); }
    Q_DISABLE_COPY_MOVE(TimeLimit)

private:
    std::stop_source m_source;
    QTimer m_timer;
    std::stop_callback<std::function<void()>> m_outer;
};

/** Ends when all of them have. */
QCoro::Task<> allOf(std::vector<QCoro::Task<>> tasks);

/** Lets a bounded number through at a time, in the order of arrival; whoever was let through leaves again. */
class RequestGate {
public:
    explicit RequestGate(int width) : m_free(width) {}

    QCoro::Task<> enter();
    void leave();

private:
    int m_free;
    QQueue<std::shared_ptr<QPromise<void>>> m_waiting;
};

/** One place inside a gate, given back at the end of the scope; the gate has to live longer. */
class GatePlace {
public:
    explicit GatePlace(RequestGate& gate) : m_gate(gate) {}
    ~GatePlace() { m_gate.leave(); }
    Q_DISABLE_COPY_MOVE(GatePlace)

private:
    RequestGate& m_gate;
};

}  // namespace signet::signing
