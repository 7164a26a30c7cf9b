#include "cli/LookCommands.h"

#include <QDir>

#include "cli/EventLoop.h"
#include "cli/Interrupts.h"
#include "cli/Looks.h"
#include "cli/ServiceAccess.h"
#include "signing/ServiceDesk.h"

namespace signet::cli {
namespace {

using MakeLook = std::function<Look(signing::ServiceDesk&)>;

Parsed<int> runLook(const RunArguments& arguments, Extra extra, const MakeLook& makeLook) {
    Parsed<ServiceAccess> access = serviceAccess(arguments);
    if (!access)
        return tl::unexpected(access.error());
    const Parsed<QStringList> identifiers = identifiersOf(arguments.picks);
    if (!identifiers)
        return tl::unexpected(identifiers.error());
    if (const auto folder = prepareOutputFolder(arguments.outputFolder); !folder)
        return tl::unexpected(folder.error());
    Interrupts interrupts;
    if (const auto complete = completeSecret(*access, arguments, interrupts); !complete)
        return tl::unexpected(complete.error());
    signing::ServiceDesk service;
    if (const auto connected = connectTo(service, std::move(*access), interrupts); !connected)
        return tl::unexpected(connected.error());
    const std::unique_ptr<Report> report = arguments.json ? makeJsonReport(extra) : makeTextReport();
    LookRun run(*identifiers, filesOf(arguments.picks), makeLook(service), *report, interrupts);
    return runToTheEnd(run);
}

}  // namespace

Parsed<int> runDownloadCommand(const DownloadArguments& arguments) {
    const QString folder = QDir(arguments.run.outputFolder).absolutePath();
    return runLook(arguments.run, Extra::Files,
                   [folder](signing::ServiceDesk& service) { return downloadLook(service, folder); });
}

Parsed<int> runValidateCommand(const ValidateArguments& arguments) {
    return runLook(arguments.run, Extra::Validation,
                   [](signing::ServiceDesk& service) { return validationLook(service); });
}

}  // namespace signet::cli
