#include "cli/DemoCommand.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include "cli/Console.h"
#include "cli/Interrupts.h"
#include "cli/RunSigning.h"
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
    SigningParts parts;
    parts.job.identifiers = demo.service().sessions;
    parts.job.options.outputFolder = folder;
    parts.readers = demo.readers();
    parts.profile = demoProfile(demo.service());
    parts.secret = demo.clientSecret();
    parts.pin = demo.pin2();
    parts.json = arguments.json;
    const Parsed<int> code = runSigning(std::move(parts), interrupts);
    if (code)
        sayWhere(folder, arguments.json);
    return code;
}

}  // namespace signet::cli
