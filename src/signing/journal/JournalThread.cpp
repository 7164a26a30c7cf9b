#include "signing/journal/JournalThread.h"

namespace signet::signing {
namespace {

using base::Error;
using base::Expected;

std::optional<Error> errorOf(const Expected<void>& result) {
    return result ? std::nullopt : std::optional(result.error());
}

}  // namespace

Journal::Thread::Thread(const QString& file) : m_thread([this, file] { run(file); }) {}

Journal::Thread::~Thread() {
    m_jobs.close();
    m_thread.join();
}

void Journal::Thread::run(const QString& path) {
    JournalFile file(path);
    Jobs others;
    while (true) {
        std::optional<JournalJob> job = others.empty() ? m_jobs.take() : m_jobs.takeNow();
        if (!job && others.empty())
            return;
        Jobs writes;
        for (; job; job = m_jobs.takeNow()) {
            Jobs& kind = job->kind == JournalJob::Kind::Write ? writes : others;
            kind.push_back(std::move(*job));
        }
        write(file, writes);
        others = answerAll(file, std::move(others));
    }
}

/** Those that have more to do. */
Journal::Thread::Jobs Journal::Thread::answerAll(JournalFile& file, Jobs jobs) {
    Jobs goOn;
    for (JournalJob& job : jobs) {
        const std::optional<Error> error = answer(file, job);
        if (!error && job.goesOn && job.goesOn())
            goOn.push_back(std::move(job));
        else
            job.finish(error);
    }
    return goOn;
}

void Journal::Thread::finishAll(Jobs& jobs, const std::optional<Error>& error) {
    for (JournalJob& job : jobs)
        job.finish(error);
}

void Journal::Thread::write(JournalFile& file, Jobs& jobs) {
    if (jobs.empty())
        return;
    const Expected<void> opened = file.open();
    if (!opened)
        return finishAll(jobs, opened.error());
    size_t tried = 0;
    const Expected<void> written = file.connection().transact([&]() -> Expected<void> {
        for (JournalJob& job : jobs) {
            ++tried;
            const std::optional<Error> error = job.perform(file);
            if (error)
                return tl::unexpected(*error);
        }
        return {};
    });
    // where nobody may write at all, or one was alone, there is nothing to try once more
    if (written || (!file.connection().metDamage() && (tried == 0 || jobs.size() == 1)))
        return finishAll(jobs, errorOf(written));
    for (JournalJob& job : jobs)
        job.finish(writeAlone(file, job));
}

Expected<void> Journal::Thread::writeOne(JournalFile& file, JournalJob& job) {
    return file.connection().transact([&]() -> Expected<void> {
        const std::optional<Error> error = job.perform(file);
        if (error)
            return tl::unexpected(*error);
        return {};
    });
}

std::optional<Error> Journal::Thread::writeAlone(JournalFile& file, JournalJob& job) {
    const Expected<void> opened = file.open();
    if (!opened)
        return opened.error();
    if (!file.connection().metDamage()) {
        const Expected<void> written = writeOne(file, job);
        if (written || !file.connection().metDamage())
            return errorOf(written);
    }
    // A new file takes what stands by itself; what builds on the old one's content fails there.
    const Expected<void> replaced = file.replaceDamaged();
    return errorOf(replaced ? writeOne(file, job) : replaced);
}

std::optional<Error> Journal::Thread::answer(JournalFile& file, JournalJob& job) {
    const Expected<void> opened = file.open();
    if (!opened)
        return opened.error();
    std::optional<Error> error = job.perform(file);
    if (!file.connection().metDamage())
        return error;
    const Expected<void> replaced = file.replaceDamaged();
    return replaced ? job.perform(file) : errorOf(replaced);
}

}  // namespace signet::signing
