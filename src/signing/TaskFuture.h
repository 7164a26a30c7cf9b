#pragma once

#include <QCoroTask>
#include <QFuture>
#include <QPromise>
#include <exception>
#include <memory>

#include "base/Expected.h"

namespace signet::signing {

/** Runs `task` to its end and hands its result to `promise`. The coroutine owns both; nobody has to keep it.
 */
template <typename T>
QCoro::Task<> fulfil(QCoro::Task<base::Expected<T>> task,
                     std::shared_ptr<QPromise<base::Expected<T>>> promise) {
    try {
        base::Expected<T> result = co_await std::move(task);
        promise->addResult(std::move(result));
    } catch (const std::exception& failure) {
        base::Expected<T> result =
            base::fail(base::ErrorCode::InternalError, QStringList{}, QString::fromUtf8(failure.what()));
        promise->addResult(std::move(result));
    }
    promise->finish();
}

/**
 * A coroutine's result as a future that always finishes with a value or an Error, for callers that are no
 * coroutines. The coroutine goes on even if the future is dropped.
 */
template <typename T>
QFuture<base::Expected<T>> toFuture(QCoro::Task<base::Expected<T>> task) {
    auto promise = std::make_shared<QPromise<base::Expected<T>>>();
    promise->start();
    QFuture<base::Expected<T>> future = promise->future();
    fulfil<T>(std::move(task), std::move(promise));
    return future;
}

/** A future that has finished already. */
template <typename T>
QFuture<base::Expected<T>> readyFuture(base::Expected<T> result) {
    QPromise<base::Expected<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

}  // namespace signet::signing
