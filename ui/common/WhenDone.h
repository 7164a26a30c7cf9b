#pragma once

#include <QFutureWatcher>
#include <utility>

namespace signet::ui {

/**
 * Calls `take` with the future's result, in the thread of `context`, once it has finished; never if `context`
 * is gone by then. QFuture::then() with a context does not bear that in Qt 6.4.
 */
template <typename Result, typename Taker>
void whenDone(const QFuture<Result>& future, QObject* context, Taker take) {
    auto* watcher = new QFutureWatcher<Result>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, take = std::move(take)] {
        watcher->deleteLater();
        take(watcher->result());
    });
    watcher->setFuture(future);
}

}  // namespace signet::ui
