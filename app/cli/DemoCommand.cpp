#include "cli/DemoCommand.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include "cli/CardPreparation.h"
#include "cli/Console.h"
#include "cli/Interrupts.h"
#include "cli/RunBatch.h"
#include "cli/TerminalAttendant.h"
#include "sandbox/Demo.h"

namespace signet::cli {
namespace {

signing::Profile demoProfile(const sandbox::SandboxInfo& service) {
    signing::Profile profile;
    profile.name = QCoreApplication::translate("Cli", "Demo");
    profile.api = service.api;
    profile.tokenUrl = service.tokenUrl;
    profile.clientId = service.clientId;
    profile.caFile = service.caFile;
    return profile;
}

/** A folder that stays, because people want to look at what was signed. */
QString newFolder() {
    QTemporaryDir folder(QDir::temp().filePath(QStringLiteral("signet-demo-XXXXXX")));
    folder.setAutoRemove(false);
    return folder.path();
}

/** Beside the results; but not among the lines of JSON. */
void sayWhere(const QString& folder, bool json) {
    const QString text = QCoreApplication::translate("Cli", "The signed documents are in %1")
                             .arg(QDir::toNativeSeparators(folder));
    if (json)
        Console::error(QString(text % u'\n'));
    else
        Console::output(QString(text % u'\n').toUtf8());
}

}  // namespace

Parsed<int> runDemoCommand(const DemoArguments& arguments) {
    const QString wanted = arguments.outputFolder.isEmpty() ? newFolder() : arguments.outputFolder;
    const QString folder = QDir(wanted).absolutePath();
    if (const auto prepared = prepareOutputFolder(folder); !prepared)
        return tl::unexpected(prepared.error());
    sandbox::Demo demo;
    if (const auto started = demo.start(); !started) {
        Console::error(QString(started.error().message() % u' ' % started.error().detail() % u'\n'));
        return ExitNotAll;
    }
    Interrupts interrupts;
    BatchParts parts;
    parts.job.identifiers = demo.service().sessions;
    parts.job.order.outputFolder = folder;
    parts.job.tellsBefore = !arguments.json;
    parts.access.profile = demoProfile(demo.service());
    parts.access.secret = demo.clientSecret();
    parts.preparation = std::make_unique<CardPreparation>(demo.readers(), QString());
    parts.attendant = std::make_unique<TerminalAttendant>(PinWay(demo.pin2()), false);
    parts.json = arguments.json;
    const Parsed<int> code = runBatch(std::move(parts), interrupts);
    if (code)
        sayWhere(folder, arguments.json);
    return code;
}

}  // namespace signet::cli
