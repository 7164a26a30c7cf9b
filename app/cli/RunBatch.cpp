#include "cli/RunBatch.h"

#include <QCoreApplication>
#include <QDir>

#include "cli/AccessNote.h"
#include "cli/Console.h"
#include "cli/EventLoop.h"
#include "cli/Interrupts.h"
#include "cli/JournalEnd.h"
#include "cli/Shown.h"
#include "signing/Attendant.h"
#include "signing/CardDesk.h"
#include "signing/ServiceDesk.h"
#include "signing/journal/Journal.h"

namespace signet::cli {

Parsed<BatchParts> batchParts(const ChangeArguments& arguments) {
    auto access = serviceAccess(arguments.run);
    if (!access)
        return tl::unexpected(access.error());
    auto identifiers = identifiersOf(arguments.run.picks);
    if (!identifiers)
        return tl::unexpected(identifiers.error());
    const QString& folder = arguments.run.outputFolder;
    BatchParts parts;
    parts.json = arguments.run.json;
    parts.job.identifiers = std::move(*identifiers);
    parts.job.files = filesOf(arguments.run.picks);
    parts.job.tellsBefore = !parts.json;
    parts.job.order.chunkSize = arguments.chunkSize.value_or(access->profile.chunkSize);
    parts.job.order.confirmTime = arguments.confirmTime.value_or(access->profile.confirmTime);
    parts.job.order.outputFolder = folder.isEmpty() ? QString() : QDir(folder).absolutePath();
    parts.job.order.journal = std::make_shared<signing::Journal>();
    parts.job.order.access = accessNote(arguments.run);
    if (arguments.force)
        parts.job.order.kept = signing::KeptSignature::Ignore;
    parts.access = std::move(*access);
    return parts;
}

namespace {

/** Nothing of a journal that could not be read is lost; but what it held is not known any more. */
void tellSetAside(signing::Journal* journal) {
    const auto opening = journal != nullptr
                             ? journal->opened().result()
                             : base::Expected<signing::Journal::Opening>(signing::Journal::Opening());
    if (!opening || opening->setAside.isEmpty())
        return;
    const QString sentence = QCoreApplication::translate(
        "Cli",
        "The journal of earlier runs could not be read. It is kept as %1, and a new one has been begun.");
    Console::error(QString(sentence.arg(oneLine(opening->setAside)) % u'\n'));
}

}  // namespace

Parsed<int> runBatch(BatchParts parts, Interrupts& interrupts) {
    signing::ServiceDesk service;
    const auto connected = connectTo(service, std::move(parts.access), interrupts);
    if (!connected)
        return tl::unexpected(connected.error());
    const std::unique_ptr<Report> report = parts.json ? makeJsonReport(Extra::None) : makeTextReport();
    std::shared_ptr<signing::Journal> journal = parts.job.order.journal;
    tellSetAside(journal.get());
    int code = ExitDone;
    {
        BatchRun run(std::move(parts.job), BatchPartners{service, interrupts, *report,
                                                         parts.preparation.get(), parts.attendant.get()});
        code = runToTheEnd(run);
    }
    parts = {};
    endJournal(std::move(journal));
    return code;
}

}  // namespace signet::cli
