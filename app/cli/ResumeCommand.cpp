#include "cli/ResumeCommand.h"

#include <QCoreApplication>
#include <algorithm>

#include "cli/AccessNote.h"
#include "cli/BatchRun.h"
#include "cli/EventLoop.h"
#include "cli/Interrupts.h"
#include "cli/ResumeList.h"
#include "cli/ServiceAccess.h"
#include "signing/ProfileStore.h"
#include "signing/ServiceDesk.h"
#include "signing/journal/Journal.h"

namespace signet::cli {
namespace {

using signing::Journal;
using signing::UnfinishedBatch;

/** What goes on with one batch: its sessions, and the way to their service. */
struct Resumption {
    UnfinishedBatch unfinished;
    RunArguments arguments;
    ServiceAccess access;
};

Parsed<QList<UnfinishedBatch>> unfinishedOf(Journal& journal, const std::optional<RunArguments>& given) {
    QString api;
    if (given) {
        const Parsed<ServiceAccess> access = serviceAccess(*given);
        if (!access)
            return tl::unexpected(access.error());
        api = access->profile.api.toString();
    }
    const auto found = journal.unfinished(api).result();
    if (!found)
        return tl::unexpected(asUsageError(found.error()));
    return signing::byBatch(*found);
}

/** The window keeps no note: whoever works with a profile is reached with the profile. */
std::optional<RunArguments> wayBack(const signing::JournalBatch& batch) {
    if (!batch.access.isEmpty() || !signing::ProfileStore().find(batch.profile))
        return accessFromNote(batch.access);
    RunArguments way;
    way.authorisation = ProfileByName{batch.profile};
    return way;
}

Parsed<Resumption> resumptionOf(const UnfinishedBatch& unfinished, const ResumeArguments& arguments) {
    const std::optional<RunArguments> way = arguments.service ? arguments.service : wayBack(unfinished.batch);
    if (!way)
        return tl::unexpected(usageError(
            QT_TRANSLATE_NOOP("Cli",
                              "How %1 is reached is not known any more: give --profile, or --api and what "
                              "belongs to it."),
            unfinished.batch.api));
    Parsed<ServiceAccess> access = serviceAccess(*way);
    if (!access)
        return tl::unexpected(access.error());
    if (access->profile.api.toString() != unfinished.batch.api)
        return tl::unexpected(usageError(
            QT_TRANSLATE_NOOP(
                "Cli", "The profile “%1” is not that of %2 any more: give --api and what belongs to it."),
            access->profile.name, unfinished.batch.api));
    return Resumption{unfinished, *way, std::move(*access)};
}

/** All of them, before anything is done with the first. */
Parsed<std::vector<Resumption>> resumptionsOf(const QList<UnfinishedBatch>& batches,
                                              const ResumeArguments& arguments, Interrupts& interrupts) {
    std::vector<Resumption> all;
    for (const UnfinishedBatch& unfinished : batches) {
        Parsed<Resumption> one = resumptionOf(unfinished, arguments);
        if (!one)
            return tl::unexpected(one.error());
        const auto complete = completeSecret(one->access, one->arguments, interrupts);
        if (!complete)
            return tl::unexpected(complete.error());
        all.push_back(std::move(*one));
    }
    return all;
}

BatchJob jobOf(const Resumption& one, const ResumeArguments& arguments, std::shared_ptr<Journal> journal) {
    BatchJob job;
    job.unfinished = one.unfinished;
    job.resend = arguments.resend;
    job.order.journal = std::move(journal);
    job.order.chunkSize = one.access.profile.chunkSize;
    job.order.confirmTime = arguments.confirmTime.value_or(one.access.profile.confirmTime);
    return job;
}

int sessionsIn(const std::vector<Resumption>& all) {
    int sessions = 0;
    for (const Resumption& one : all)
        sessions += static_cast<int>(one.unfinished.entries.size());
    return sessions;
}

}  // namespace

Parsed<int> runResumeCommand(const ResumeArguments& arguments) {
    const auto journal = std::make_shared<Journal>();
    const Parsed<QList<UnfinishedBatch>> batches = unfinishedOf(*journal, arguments.service);
    if (!batches)
        return tl::unexpected(batches.error());
    if (arguments.list || (batches->isEmpty() && !arguments.json)) {
        listUnfinished(*batches, arguments.json);
        return ExitDone;
    }
    Interrupts interrupts;
    Parsed<std::vector<Resumption>> all = resumptionsOf(*batches, arguments, interrupts);
    if (!all)
        return tl::unexpected(all.error());
    const std::unique_ptr<Report> report = arguments.json ? makeJsonReport(Extra::None) : makeTextReport();
    Results results(*report, BatchRun::outcomes());
    results.begin(sessionsIn(*all));
    std::optional<base::Error> endedBy;
    for (Resumption& one : *all) {
        signing::ServiceDesk service;
        BatchJob job = jobOf(one, arguments, journal);
        if (const auto connected = connectTo(service, std::move(one.access), interrupts); !connected)
            return tl::unexpected(connected.error());
        BatchRun run(std::move(job), BatchPartners{service, interrupts, *report, nullptr, nullptr, &results});
        runToTheEnd(run);
        if (!endedBy)
            endedBy = run.endedBy();
    }
    return static_cast<int>(results.end(interrupts.count() > 0, endedBy));
}

}  // namespace signet::cli
