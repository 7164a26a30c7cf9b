#include "cli/ArchiveCommand.h"

#include <QCoreApplication>

#include "card/PcscReaders.h"
#include "cli/CardPreparation.h"
#include "cli/Interrupts.h"
#include "cli/RunBatch.h"
#include "signing/AuthCertificateFile.h"

namespace signet::cli {
namespace {

/** A PFX without a password opens as well; of any, only the certificate is taken. */
Parsed<base::SecretBytes> passwordFor(const ArchiveArguments& arguments) {
    return arguments.passwordFile.isEmpty() ? base::SecretBytes() : secretFrom(arguments.passwordFile);
}

}  // namespace

Parsed<int> runArchiveCommand(const ArchiveArguments& arguments) {
    const RunArguments& run = arguments.change.run;
    Parsed<BatchParts> parts = batchParts(arguments.change);
    if (!parts)
        return tl::unexpected(parts.error());
    signing::Profile& profile = parts->access.profile;
    profile.authCertificateAsPem = profile.authCertificateAsPem || arguments.authCertificateAsPem;
    if (!arguments.authCertificateFile.isEmpty()) {
        const Parsed<base::SecretBytes> password = passwordFor(arguments);
        if (!password)
            return tl::unexpected(password.error());
        const auto certificate = signing::readAuthCertificate(arguments.authCertificateFile, *password);
        if (!certificate)
            return tl::unexpected(asUsageError(certificate.error()));
        parts->job.order.authCertificate = *certificate;
    } else if (profile.authCertificateFile.isEmpty() || !arguments.reader.isEmpty()) {
        parts->preparation =
            std::make_unique<CardPreparation>(std::make_shared<card::PcscReaders>(), arguments.reader);
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
