#pragma once

#include <QFuture>
#include <QPromise>
#include <functional>
#include <memory>
#include <optional>

#include "signing/journal/JournalFile.h"

namespace signet::signing {

/** One thing that the journal's thread is asked for. */
struct JournalJob {
    enum class Kind {
        Write,  ///< shares its transaction with the other writes that wait
        Other,  ///< answered one by one, after the writes
    };
    Kind kind = Kind::Other;
    /** Does it and keeps the result; may be called again if that did not last. Its error, if there is one. */
    std::function<std::optional<base::Error>(JournalFile&)> perform;
    /** For what takes long: whether there is more to perform, after the writes that have come meanwhile. */
    std::function<bool()> goesOn;
    /** Finishes the future, with the result that was kept or with this error. */
    std::function<void(const std::optional<base::Error>&)> finish;
};

/** A job whose result comes home as the future. */
template <typename T>
std::pair<JournalJob, QFuture<base::Expected<T>>> makeJob(
    JournalJob::Kind kind, std::function<base::Expected<T>(JournalFile&)> work) {
    struct Matter {
        QPromise<base::Expected<T>> promise;
        std::optional<base::Expected<T>> result;
    };
    const auto matter = std::make_shared<Matter>();
    matter->promise.start();
    JournalJob job;
    job.kind = kind;
    job.perform = [matter, work = std::move(work)](JournalFile& file) -> std::optional<base::Error> {
        matter->result = work(file);
        if (*matter->result)
            return std::nullopt;
        return matter->result->error();
    };
    job.finish = [matter](const std::optional<base::Error>& error) {
        base::Expected<T> result =
            error ? base::Expected<T>(tl::unexpected(*error)) : std::move(matter->result).value();
        matter->promise.addResult(std::move(result));
        matter->promise.finish();
    };
    return {std::move(job), matter->promise.future()};
}

}  // namespace signet::signing
