#include "signapi/Pause.h"

#include <QPromise>
#include <QTimer>
#include <functional>
#include <optional>

namespace signet::signapi {
namespace {

/** Deletes itself when it has ended. */
class Sleeper final : public QObject {
public:
    Sleeper(std::chrono::milliseconds length, std::stop_token stop) {
        m_promise.start();
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);  // a coarse one may end early: before Retry-After
        connect(&m_timer, &QTimer::timeout, this, [this] { end(true); });
        m_timer.start(length);
        m_stopped.emplace(std::move(stop), [this] {
            QMetaObject::invokeMethod(
                this, [this] { end(false); }, Qt::QueuedConnection);
        });
    }

    QFuture<bool> future() { return m_promise.future(); }

private:
    void end(bool inTime) {
        if (m_ended)
            return;
        m_ended = true;
        m_timer.stop();
        m_stopped.reset();
        m_promise.addResult(inTime);
        m_promise.finish();
        deleteLater();
    }

    QPromise<bool> m_promise;
    QTimer m_timer;
    std::optional<std::stop_callback<std::function<void()>>> m_stopped;
    bool m_ended = false;
};

}  // namespace

QFuture<bool> pause(std::chrono::milliseconds length, std::stop_token stop) {
    return (new Sleeper(length, std::move(stop)))->future();
}

}  // namespace signet::signapi
