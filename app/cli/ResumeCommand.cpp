#include "cli/ResumeCommand.h"

#include <QCoreApplication>
#include <map>

#include "cli/AccessNote.h"
#include "cli/BatchRun.h"
#include "cli/EventLoop.h"
#include "cli/Interrupts.h"
#include "cli/JournalEnd.h"
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
    ServiceAccess access;
};

/** The ways to services, each read once: neither standard input nor a variable tells a second time. */
class Ways {
public:
    /** Empty if there is no service given. */
    Parsed<QString> addressOf(const std::optional<RunArguments>& given) {
        if (!given)
            return QString();
        const Parsed<Way*> way = find(*given);
        if (!way)
            return tl::unexpected(way.error());
        return (*way)->access.profile.api.toString();
    }

    Parsed<ServiceAccess> take(const RunArguments& arguments, Interrupts& interrupts) {
        const Parsed<Way*> found = find(arguments);
        if (!found)
            return tl::unexpected(found.error());
        Way& way = **found;
        if (!way.isComplete) {
            const auto complete = completeSecret(way.access, arguments, interrupts);
            if (!complete)
                return tl::unexpected(complete.error());
            way.isComplete = true;
        }
        return ServiceAccess{way.access.profile, way.access.secret.clone()};
    }

    /** Without a named profile's secret. */
    Parsed<signing::Profile> profileOf(const RunArguments& arguments) {
        return find(arguments).map([](Way* way) { return way->access.profile; });
    }

private:
    struct Way {
        ServiceAccess access;
        bool isComplete = false;
    };

    Parsed<Way*> find(const RunArguments& arguments) {
        const QString name = accessNote(arguments);
        const auto known = m_ways.find(name);
        if (known != m_ways.end())
            return &known->second;
        Parsed<ServiceAccess> access = serviceAccess(arguments);
        if (!access)
            return tl::unexpected(access.error());
        return &m_ways.emplace(name, Way{std::move(*access)}).first->second;
    }

    std::map<QString, Way> m_ways;  ///< by note; what came from standard input has none, and is one
};

Parsed<QList<UnfinishedBatch>> unfinishedOf(Journal& journal, const std::optional<RunArguments>& given,
                                            Ways& ways) {
    const Parsed<QString> api = ways.addressOf(given);
    if (!api)
        return tl::unexpected(api.error());
    const auto found = journal.unfinished(*api).result();
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

Parsed<Resumption> resumptionOf(const UnfinishedBatch& unfinished, const ResumeArguments& arguments,
                                Ways& ways, Interrupts& interrupts) {
    const std::optional<RunArguments> way = arguments.service ? arguments.service : wayBack(unfinished.batch);
    if (!way)
        return tl::unexpected(usageError(
            QT_TRANSLATE_NOOP("Cli",
                              "How %1 is reached is not known any more: give --profile, or --api and what "
                              "belongs to it."),
            unfinished.batch.api));
    const Parsed<signing::Profile> profile = ways.profileOf(*way);
    if (!profile)
        return tl::unexpected(profile.error());
    if (profile->api.toString() != unfinished.batch.api)
        return tl::unexpected(usageError(
            QT_TRANSLATE_NOOP(
                "Cli", "The profile “%1” is not that of %2 any more: give --api and what belongs to it."),
            profile->name, unfinished.batch.api));
    Parsed<ServiceAccess> access = ways.take(*way, interrupts);
    if (!access)
        return tl::unexpected(access.error());
    return Resumption{unfinished, std::move(*access)};
}

/** All of them, before anything is done with the first. */
Parsed<std::vector<Resumption>> resumptionsOf(const QList<UnfinishedBatch>& batches,
                                              const ResumeArguments& arguments, Ways& ways,
                                              Interrupts& interrupts) {
    std::vector<Resumption> all;
    for (const UnfinishedBatch& unfinished : batches) {
        Parsed<Resumption> one = resumptionOf(unfinished, arguments, ways, interrupts);
        if (!one)
            return tl::unexpected(one.error());
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
    auto journal = std::make_shared<Journal>();
    Ways ways;
    const Parsed<QList<UnfinishedBatch>> batches = unfinishedOf(*journal, arguments.service, ways);
    if (!batches)
        return tl::unexpected(batches.error());
    if (arguments.list || (batches->isEmpty() && !arguments.json)) {
        listUnfinished(*batches, arguments.json);
        return ExitDone;
    }
    Interrupts interrupts;
    Parsed<std::vector<Resumption>> all = resumptionsOf(*batches, arguments, ways, interrupts);
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
    endJournal(std::move(journal));
    return static_cast<int>(results.end(interrupts.count() > 0, endedBy));
}

}  // namespace signet::cli
