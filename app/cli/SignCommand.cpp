#include "cli/SignCommand.h"

#include <QCoreApplication>
#include <QDir>

#include "card/PcscReaders.h"
#include "cli/InputFile.h"
#include "cli/Interrupts.h"
#include "cli/ProfileSecret.h"
#include "cli/RunSigning.h"
#include "signing/ProfileStore.h"

namespace signet::cli {
namespace {

using signing::Profile;

template <typename... Way>
struct Cases : Way... {
    using Way::operator()...;
};
template <typename... Way>
Cases(Way...) -> Cases<Way...>;

Parsed<base::SecretBytes> secretFrom(const QString& file) {
    auto secret = readSecretFile(file);
    if (!secret)
        return tl::unexpected(asUsageError(secret.error()));
    return std::move(*secret);
}

Parsed<base::SecretBytes> secretFromEnvironment(const QString& variable) {
    QByteArray value = qgetenv(variable.toUtf8().constData());
    qunsetenv(variable.toUtf8().constData());  // programs that we start have no business with it
    if (value.isEmpty())
        return tl::unexpected(usageError(
            QT_TRANSLATE_NOOP("Cli", "The environment variable %1 is not set, or empty."), variable));
    return base::SecretBytes::takeFrom(value);
}

Parsed<Profile> baseProfile(const SignArguments& arguments) {
    if (const auto* named = std::get_if<ProfileByName>(&arguments.authorisation)) {
        const auto found = signing::ProfileStore().find(named->name);
        if (!found)
            return tl::unexpected(
                usageError(QT_TRANSLATE_NOOP("Cli", "There is no profile “%1”."), named->name));
        return *found;
    }
    Profile profile;
    profile.name = arguments.api.host();
    profile.api = arguments.api;
    profile.tokenSource = Profile::TokenSource::StaticToken;
    if (const auto* service = std::get_if<TokenFromService>(&arguments.authorisation)) {
        profile.tokenSource = Profile::TokenSource::ClientCredentials;
        profile.clientId = service->clientId;
        profile.tokenUrl = service->tokenUrl;
    }
    return profile;
}

Parsed<Profile> profileOf(const SignArguments& arguments) {
    Parsed<Profile> profile = baseProfile(arguments);
    if (!profile)
        return profile;
    if (!arguments.caFile.isEmpty())
        profile->caFile = arguments.caFile;
    profile->chunkSize = arguments.chunkSize.value_or(profile->chunkSize);
    profile->timeout = arguments.timeout.value_or(profile->timeout);
    profile->confirmTime = arguments.confirmTime.value_or(profile->confirmTime);
    const auto sound = signing::check(*profile);
    if (!sound)
        return tl::unexpected(asUsageError(sound.error()));
    return profile;
}

/** Everything but a profile's secret, which may have to be waited for. */
Parsed<base::SecretBytes> secretOf(const SignArguments& arguments) {
    return std::visit(
        Cases{[](const ProfileByName&) -> Parsed<base::SecretBytes> { return base::SecretBytes(); },
              [](const TokenFromFile& way) { return secretFrom(way.file); },
              [](const TokenFromEnvironment& way) { return secretFromEnvironment(way.variable); },
              [](const TokenFromService& way) { return secretFrom(way.secretFile); }},
        arguments.authorisation);
}

Parsed<SignJob> jobOf(const SignArguments& arguments, const Profile& profile) {
    SignJob job;
    if (const auto* given = std::get_if<SessionsGiven>(&arguments.picks))
        job.identifiers = given->identifiers;
    if (const auto* files = std::get_if<FilesGiven>(&arguments.picks))
        job.files = files->paths;
    if (const auto* list = std::get_if<SessionsFromFile>(&arguments.picks)) {
        const auto text = readTextFile(list->file);
        if (!text)
            return tl::unexpected(asUsageError(text.error()));
        job.identifiers = signing::identifiersFromLines(*text);
        if (job.identifiers.isEmpty())
            return tl::unexpected(usageError(QT_TRANSLATE_NOOP("Cli", "The list of sessions is empty.")));
    }
    job.reader = arguments.reader;
    if (arguments.createNewEdoc)
        job.options.form = signing::ResultForm::NewContainer;
    if (arguments.signAsPdf)
        job.options.form = signing::ResultForm::Pdf;
    job.options.chunkSize = profile.chunkSize;
    job.options.confirmTime = profile.confirmTime;
    if (!arguments.outputFolder.isEmpty())
        job.options.outputFolder = QDir(arguments.outputFolder).absolutePath();
    return job;
}

bool standardInputIsUsed(const SignArguments& arguments) {
    const auto* list = std::get_if<SessionsFromFile>(&arguments.picks);
    const auto* token = std::get_if<TokenFromFile>(&arguments.authorisation);
    const auto* service = std::get_if<TokenFromService>(&arguments.authorisation);
    return (list != nullptr && isStandardInput(list->file)) ||
           (token != nullptr && isStandardInput(token->file)) ||
           (service != nullptr && isStandardInput(service->secretFile));
}

Parsed<PinWay> pinWayOf(const SignArguments& arguments) {
    if (const auto* file = std::get_if<PinFromFile>(&arguments.pin)) {
        Parsed<base::SecretBytes> pin = secretFrom(file->file);
        if (!pin)
            return tl::unexpected(pin.error());
        return PinWay(std::move(*pin));
    }
    if (std::holds_alternative<PinOnPad>(arguments.pin))
        return PinWay(OnPad{});
    auto line = HiddenLine::open(standardInputIsUsed(arguments));
    if (!line)
        return tl::unexpected(usageError(
            QT_TRANSLATE_NOOP("Cli", "There is no terminal to ask for the PIN2. Give --pin-file.")));
    return PinWay(std::move(line));
}

}  // namespace

Parsed<int> runSignCommand(const SignArguments& arguments) {
    SigningParts parts;
    auto profile = profileOf(arguments);
    if (!profile)
        return tl::unexpected(profile.error());
    auto secret = secretOf(arguments);
    if (!secret)
        return tl::unexpected(secret.error());
    auto job = jobOf(arguments, *profile);
    if (!job)
        return tl::unexpected(job.error());
    auto pin = pinWayOf(arguments);
    if (!pin)
        return tl::unexpected(pin.error());
    if (const auto folder = prepareOutputFolder(arguments.outputFolder); !folder)
        return tl::unexpected(folder.error());

    // From here on nothing blocks, and Ctrl-C ends things in their order.
    Interrupts interrupts;
    if (const auto* named = std::get_if<ProfileByName>(&arguments.authorisation)) {
        secret = profileSecret(named->name, standardInputIsUsed(arguments), interrupts);
        if (!secret && interrupts.count() == 0)
            return tl::unexpected(secret.error());
    }
    parts.job = std::move(*job);
    parts.readers = std::make_shared<card::PcscReaders>();
    parts.profile = std::move(*profile);
    if (secret)
        parts.secret = std::move(*secret);
    parts.pin = std::move(*pin);
    parts.allowLastTry = arguments.allowLastTry;
    parts.json = arguments.json;
    return runSigning(std::move(parts), interrupts);
}

}  // namespace signet::cli
