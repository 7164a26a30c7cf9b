#include "signing/batch/Waiting.h"

namespace signet::signing {

QCoro::Task<> pause(std::chrono::milliseconds time, std::stop_token stop) {
    QPromise<void> promise;
    promise.start();
    QFuture<void> future = promise.future();
    const std::function<void()> end = [&promise] {
        if (!promise.future().isFinished())
            promise.finish();
    };
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &timer, end);
    timer.start(time);
    const std::stop_callback<std::function<void()>> onStop(stop, end);
    co_await future;
}

TimeLimit::TimeLimit(const std::stop_token& outer)
    : m_outer(outer, std::function<void()>([this] { endNow(); })) {
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { endNow(); });
}

TimeLimit::TimeLimit(const std::stop_token& outer, std::chrono::milliseconds time) : TimeLimit(outer) {
    start(time);
}

void TimeLimit::start(std::chrono::milliseconds time) {
    m_timer.start(time);
}

void TimeLimit::endNow() {
    m_source.request_stop();
}

QCoro::Task<> allOf(std::vector<QCoro::Task<>> tasks) {
    for (QCoro::Task<>& task : tasks)
        co_await task;
}

QCoro::Task<> RequestGate::enter() {
    if (m_free > 0) {
        --m_free;
        co_return;
    }
    auto turn = std::make_shared<QPromise<void>>();
    turn->start();
    QFuture<void> come = turn->future();
    m_waiting.enqueue(turn);
    co_await come;
}

void RequestGate::leave() {
    if (m_waiting.isEmpty()) {
        ++m_free;
        return;
    }
    m_waiting.dequeue()->finish();
}

}  // namespace signet::signing
