#pragma once

#include <QString>
#include <thread>
#include <vector>

#include "base/HandoverQueue.h"
#include "signing/journal/Journal.h"
#include "signing/journal/JournalJob.h"

namespace signet::signing {

/**
 * The one thread that touches the journal's file. Writes that wait share a transaction, and so a trip to the
 * disk; if that fails, each is tried by itself, so that one cannot fail the others. Any thread may post.
 */
class Journal::Thread {
public:
    explicit Thread(const QString& file);
    /** Everything that was posted is done before it ends. */
    ~Thread();
    Q_DISABLE_COPY_MOVE(Thread)

    template <typename T>
    QFuture<base::Expected<T>> post(JournalJob::Kind kind,
                                    std::function<base::Expected<T>(JournalFile&)> work,
                                    const std::function<bool()>& goesOn = nullptr) {
        auto [job, future] = makeJob<T>(kind, std::move(work));
        job.goesOn = goesOn;
        m_jobs.put(std::move(job));
        return future;
    }

private:
    using Jobs = std::vector<JournalJob>;
    void run(const QString& path);
    static void write(JournalFile& file, Jobs& jobs);
    static void finishAll(Jobs& jobs, const std::optional<base::Error>& error);
    static base::Expected<void> writeOne(JournalFile& file, JournalJob& job);
    static std::optional<base::Error> writeAlone(JournalFile& file, JournalJob& job);
    static Jobs answerAll(JournalFile& file, Jobs jobs);
    static std::optional<base::Error> answer(JournalFile& file, JournalJob& job);

    base::HandoverQueue<JournalJob> m_jobs;
    std::thread m_thread;
};

}  // namespace signet::signing
