#include "cli/RunSigning.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryFile>

#include "cli/Interrupts.h"

namespace signet::cli {

Parsed<int> runSigning(SigningParts parts, Interrupts& interrupts) {
    signing::ServiceDesk service;
    const auto connected = service.connectTo(parts.profile, std::move(parts.secret));
    if (!connected)
        return tl::unexpected(asUsageError(connected.error()));
    TerminalAttendant attendant(std::move(parts.pin), parts.allowLastTry);
    const std::unique_ptr<Report> report = parts.json ? makeJsonReport() : makeTextReport();
    SignRun run(std::move(parts.job), std::move(parts.readers), service, attendant, *report, interrupts);
    QObject::connect(&run, &SignRun::finished, qApp, [](int exitCode) { QCoreApplication::exit(exitCode); });
    QMetaObject::invokeMethod(&run, &SignRun::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

Parsed<void> prepareOutputFolder(const QString& folder) {
    if (folder.isEmpty())
        return {};
    QTemporaryFile trial(QDir(folder).filePath(QStringLiteral(".signet-XXXXXX")));
    if (QDir().mkpath(folder) && trial.open())
        return {};
    return tl::unexpected(UsageError{
        QCoreApplication::translate("Cli", "Nothing can be saved in the folder “%1”.").arg(folder)});
}

UsageError asUsageError(const base::Error& error) {
    return UsageError{QString(error.message() % u' ' % error.hint()).trimmed()};
}

}  // namespace signet::cli
