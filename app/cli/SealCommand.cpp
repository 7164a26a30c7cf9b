#include "cli/SealCommand.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>

#include "cli/Interrupts.h"
#include "cli/ProfileSecret.h"
#include "cli/RunBatch.h"
#include "cli/SealPreparation.h"

namespace signet::cli {
namespace {

using base::ErrorCode;
using signing::Profile;
using Opened = SealPreparation::Opened;

QString profileNameOf(const RunArguments& arguments) {
    const auto* named = std::get_if<ProfileByName>(&arguments.authorisation);
    return named != nullptr ? named->name : QString();
}

/** What the command line says goes before what the profile says. */
void complete(Profile& profile, const SealArguments& arguments) {
    if (!arguments.pfxFile.isEmpty())
        profile.sealPfxFile = arguments.pfxFile;
    if (!arguments.authCertificateFile.isEmpty())
        profile.sealAuthCertificateFile = arguments.authCertificateFile;
    profile.authCertificateAsPem = profile.authCertificateAsPem || arguments.authCertificateAsPem;
    profile.oaepPadding = profile.oaepPadding || arguments.oaepPadding;
}

Parsed<base::SecretBytes> passwordFor(const SealArguments& arguments, Interrupts& interrupts) {
    if (!arguments.passwordFile.isEmpty())
        return secretFrom(arguments.passwordFile);
    const RunArguments& run = arguments.change.run;
    return sealPassword(profileNameOf(run), run.standardInputIsTaken, interrupts);
}

/** Cancelled after an interrupt. */
Opened opened(const Profile& profile, base::SecretBytes password, Interrupts& interrupts) {
    QFutureWatcher<Opened> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupts, &Interrupts::arrived, &loop, &QEventLoop::quit);
    watcher.setFuture(
        signing::SealDesk::open({profile.sealPfxFile, profile.sealAuthCertificateFile}, std::move(password)));
    if (!watcher.isFinished())
        loop.exec();
    return watcher.isFinished() ? watcher.result() : Opened(base::fail(ErrorCode::Cancelled));
}

/** A file that is not what the command line says: nothing that sessions could be blamed for. */
bool isWrongFile(const base::Error& error) {
    switch (error.code()) {
        case ErrorCode::FileNotReadable:
        case ErrorCode::FileEmpty:
        case ErrorCode::FileTooLarge:
        case ErrorCode::AuthCertificateMissing:
        case ErrorCode::AuthCertificateInvalid:
        case ErrorCode::AuthCertificateWrongUsage:
        case ErrorCode::AuthCertificateExpired:
        case ErrorCode::AuthCertificateNotYetValid:
        case ErrorCode::AuthCertificatePassword:
        case ErrorCode::AuthCertificateIsSeal:
            return true;
        default:
            return error.kind() == base::ErrorKind::Card;  // no card takes part
    }
}

}  // namespace

Parsed<int> runSealCommand(const SealArguments& arguments) {
    const RunArguments& run = arguments.change.run;
    Parsed<BatchParts> parts = batchParts(arguments.change);
    if (!parts)
        return tl::unexpected(parts.error());
    Profile& profile = parts->access.profile;
    complete(profile, arguments);
    if (profile.sealPfxFile.isEmpty())
        return tl::unexpected(usageError(
            QT_TRANSLATE_NOOP("Cli", "The profile “%1” has no e-seal. Give --pfx and --auth-certificate."),
            profile.name));
    if (const auto folder = prepareOutputFolder(run.outputFolder); !folder)
        return tl::unexpected(folder.error());
    parts->job.order.operation = signing::Operation::Seal;
    parts->job.order.form = arguments.form;

    // From here on nothing blocks, and Ctrl-C ends things in their order.
    Interrupts interrupts;
    if (const auto done = completeSecret(parts->access, run, interrupts); !done)
        return tl::unexpected(done.error());
    Parsed<base::SecretBytes> password = passwordFor(arguments, interrupts);
    if (!password && interrupts.count() == 0)
        return tl::unexpected(password.error());
    Opened seal = password ? opened(profile, std::move(*password), interrupts)
                           : Opened(base::fail(ErrorCode::Cancelled));
    if (!seal && isWrongFile(seal.error()))
        return tl::unexpected(asUsageError(seal.error()));
    parts->preparation = std::make_unique<SealPreparation>(std::move(seal), profile, profileNameOf(run),
                                                           arguments.centralKeyFile);
    return runBatch(std::move(*parts), interrupts);
}

}  // namespace signet::cli
