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
    while (std::optional<JournalJob> job = m_jobs.take()) {
        Jobs writes;
        Jobs others;
        do {
            Jobs& kind = job->kind == JournalJob::Kind::Write ? writes : others;
            kind.push_back(std::move(*job));
            job = m_jobs.takeNow();
        } while (job);
        write(file, writes);
        for (JournalJob& other : others)
            other.finish(answer(file, other));
    }
}

void Journal::Thread::write(JournalFile& file, Jobs& jobs) {
    if (jobs.empty())
        return;
    const Expected<void> opened = file.open();
    if (opened && jobs.size() > 1 && writeTogether(file, jobs, 0, jobs.size())) {
        for (JournalJob& job : jobs)
            job.finish(std::nullopt);
        return;
    }
    for (size_t i = 0; i < jobs.size(); ++i)
        jobs[i].finish(opened ? writeAlone(file, jobs, i) : errorOf(opened));
}

Expected<void> Journal::Thread::writeTogether(JournalFile& file, Jobs& jobs, size_t first, size_t count) {
    return file.connection().transact([&]() -> Expected<void> {
        for (size_t i = first; i < first + count; ++i) {
            const std::optional<Error> error = jobs[i].perform(file);
            if (error)
                return tl::unexpected(*error);
        }
        return {};
    });
}

std::optional<Error> Journal::Thread::writeAlone(JournalFile& file, Jobs& jobs, size_t index) {
    const Expected<void> opened = file.open();
    if (!opened)
        return opened.error();
    const bool wasSound = !file.connection().metDamage();
    Expected<void> written;
    if (wasSound)
        written = writeTogether(file, jobs, index, 1);
    if (!file.connection().metDamage())
        return errorOf(written);
    // A new file takes what stands by itself; what builds on the old one's content fails there.
    const Expected<void> replaced = file.replaceDamaged();
    return errorOf(replaced ? writeTogether(file, jobs, index, 1) : replaced);
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
