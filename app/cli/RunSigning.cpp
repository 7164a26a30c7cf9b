#include "cli/RunSigning.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryFile>
#include <filesystem>

#include "cli/Interrupts.h"

namespace signet::cli {

Parsed<int> runSigning(SigningParts parts, Interrupts& interrupts) {
    signing::ServiceDesk service;
    // A run that was interrupted this early only reports its sessions: it meets no service.
    if (interrupts.count() == 0) {
        const auto connected = service.connectTo(parts.profile, std::move(parts.secret));
        if (!connected)
            return tl::unexpected(asUsageError(connected.error()));
    }
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
    std::error_code failure;
    std::filesystem::create_directories(QFile::encodeName(folder).toStdString(), failure);
    QTemporaryFile trial(QDir(folder).filePath(QStringLiteral(".signet-XXXXXX")));
    if (!failure && trial.open())
        return {};
    const QString reason = failure ? QString::fromLocal8Bit(failure.message().c_str()) : trial.errorString();
    return tl::unexpected(
        usageError(QT_TRANSLATE_NOOP("Cli", "Nothing can be saved in the folder “%1”: %2."), folder, reason));
}

UsageError asUsageError(const base::Error& error) {
    return UsageError{QString(error.message() % u' ' % error.hint()).trimmed()};
}

}  // namespace signet::cli
