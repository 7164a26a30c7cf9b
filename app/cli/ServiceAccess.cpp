#include "cli/ServiceAccess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryFile>
#include <filesystem>

#include "cli/InputFile.h"
#include "cli/Interrupts.h"
#include "cli/ProfileSecret.h"
#include "signing/ProfileStore.h"
#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"

namespace signet::cli {
namespace {

using signing::Profile;

template <typename... Way>
struct Cases : Way... {
    using Way::operator()...;
};
template <typename... Way>
Cases(Way...) -> Cases<Way...>;

Parsed<base::SecretBytes> secretFromEnvironment(const QString& variable) {
    QByteArray value = qgetenv(variable.toUtf8().constData());
    qunsetenv(variable.toUtf8().constData());  // programs that we start have no business with it
    if (value.isEmpty())
        return tl::unexpected(usageError(
            QT_TRANSLATE_NOOP("Cli", "The environment variable %1 is not set, or empty."), variable));
    return base::SecretBytes::takeFrom(value);
}

Parsed<Profile> baseProfile(const RunArguments& arguments) {
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

Parsed<Profile> profileOf(const RunArguments& arguments) {
    Parsed<Profile> profile = baseProfile(arguments);
    if (!profile)
        return profile;
    if (!arguments.caFile.isEmpty())
        profile->caFile = arguments.caFile;
    profile->timeout = arguments.timeout.value_or(profile->timeout);
    const auto sound = signing::check(*profile);
    if (!sound)
        return tl::unexpected(asUsageError(sound.error()));
    return profile;
}

/** Everything but a named profile's secret. */
Parsed<base::SecretBytes> givenSecret(const Authorisation& authorisation) {
    return std::visit(
        Cases{[](const ProfileByName&) -> Parsed<base::SecretBytes> { return base::SecretBytes(); },
              [](const TokenFromFile& way) { return secretFrom(way.file); },
              [](const TokenFromEnvironment& way) { return secretFromEnvironment(way.variable); },
              [](const TokenFromService& way) { return secretFrom(way.secretFile); }},
        authorisation);
}

}  // namespace

Parsed<ServiceAccess> serviceAccess(const RunArguments& arguments) {
    Parsed<Profile> profile = profileOf(arguments);
    if (!profile)
        return tl::unexpected(profile.error());
    Parsed<base::SecretBytes> secret = givenSecret(arguments.authorisation);
    if (!secret)
        return tl::unexpected(secret.error());
    ServiceAccess access;
    access.profile = std::move(*profile);
    access.secret = std::move(*secret);
    return access;
}

Parsed<void> completeSecret(ServiceAccess& access, const RunArguments& arguments, Interrupts& interrupts) {
    const auto* named = std::get_if<ProfileByName>(&arguments.authorisation);
    if (named == nullptr)
        return {};
    Parsed<base::SecretBytes> secret = profileSecret(named->name, arguments.standardInputIsTaken, interrupts);
    if (secret)
        access.secret = std::move(*secret);
    else if (interrupts.count() == 0)
        return tl::unexpected(secret.error());
    return {};
}

Parsed<void> connectTo(signing::ServiceDesk& service, ServiceAccess access, const Interrupts& interrupts) {
    if (interrupts.count() > 0)
        return {};
    const auto connected = service.connectTo(access.profile, std::move(access.secret));
    if (!connected)
        return tl::unexpected(asUsageError(connected.error()));
    return {};
}

Parsed<base::SecretBytes> secretFrom(const QString& file) {
    auto secret = readSecretFile(file);
    if (!secret)
        return tl::unexpected(asUsageError(secret.error()));
    return std::move(*secret);
}

Parsed<QStringList> identifiersOf(const Picks& picks) {
    if (const auto* given = std::get_if<SessionsGiven>(&picks))
        return given->identifiers;
    const auto* list = std::get_if<SessionsFromFile>(&picks);
    if (list == nullptr)
        return QStringList();
    const auto text = readTextFile(list->file);
    if (!text)
        return tl::unexpected(asUsageError(text.error()));
    const QStringList identifiers = signing::identifiersFromLines(*text);
    if (identifiers.isEmpty())
        return tl::unexpected(usageError(QT_TRANSLATE_NOOP("Cli", "The list of sessions is empty.")));
    return identifiers;
}

QStringList filesOf(const Picks& picks) {
    const auto* files = std::get_if<FilesGiven>(&picks);
    return files != nullptr ? files->paths : QStringList();
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
