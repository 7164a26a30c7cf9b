#include "cli/ArchiveCommand.h"

#include <QCoreApplication>

#include "cli/CardPreparation.h"
#include "cli/CardSources.h"
#include "cli/Interrupts.h"
#include "cli/RunBatch.h"
#include "signing/AuthCertificateFile.h"

namespace signet::cli {
namespace {

/** What the command line says goes before what the profile says: a named reader's card, too. */
void complete(signing::Profile& profile, const ArchiveArguments& arguments) {
    if (!arguments.authCertificateFile.isEmpty() || !arguments.reader.isEmpty())
        profile.authCertificateFile = arguments.authCertificateFile;
    profile.authCertificateAsPem = profile.authCertificateAsPem || arguments.authCertificateAsPem;
}

/** A PFX without a password opens as well; of any, only the certificate is taken. */
Parsed<crypto::Certificate> certificateFrom(const QString& file, const QString& passwordFile) {
    const Parsed<base::SecretBytes> password =
        passwordFile.isEmpty() ? base::SecretBytes() : secretFrom(passwordFile);
    if (!password)
        return tl::unexpected(password.error());
    return signing::readAuthCertificate(file, *password).map_error(asUsageError);
}

}  // namespace

Parsed<int> runArchiveCommand(const ArchiveArguments& arguments) {
    const RunArguments& run = arguments.change.run;
    Parsed<BatchParts> parts = batchParts(arguments.change);
    if (!parts)
        return tl::unexpected(parts.error());
    signing::Profile& profile = parts->access.profile;
    complete(profile, arguments);
    if (!profile.authCertificateFile.isEmpty()) {
        const auto certificate = certificateFrom(profile.authCertificateFile, arguments.passwordFile);
        if (!certificate)
            return tl::unexpected(certificate.error());
        parts->job.order.authCertificate = *certificate;
        profile.authCertificateFile.clear();  // it has been read; a PFX is none that a profile could hold
    } else {
        const auto readers = cardReaders(arguments.modules);
        if (!readers)
            return tl::unexpected(readers.error());
        parts->preparation = std::make_unique<CardPreparation>(*readers, arguments.reader);
    }
    if (const auto folder = prepareOutputFolder(run.outputFolder); !folder)
        return tl::unexpected(folder.error());
    parts->job.order.operation = signing::Operation::Archive;

    // From here on nothing blocks, and Ctrl-C ends things in their order.
    Interrupts interrupts;
    if (const auto complete = completeSecret(parts->access, run, interrupts); !complete)
        return tl::unexpected(complete.error());
    return runBatch(std::move(*parts), interrupts);
}

}  // namespace signet::cli
