#include "cli/AccessNote.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace signet::cli {
namespace {

QString absolute(const QString& file) {
    return file.isEmpty() ? QString() : QDir::current().absoluteFilePath(file);
}

/** The part of the note that says where the secret comes from; nothing if it is gone. */
std::optional<QJsonObject> secretNote(const Authorisation& authorisation) {
    if (const auto* profile = std::get_if<ProfileByName>(&authorisation))
        return QJsonObject{{u"profile"_s, profile->name}};
    if (const auto* variable = std::get_if<TokenFromEnvironment>(&authorisation))
        return QJsonObject{{u"tokenEnv"_s, variable->variable}};
    if (const auto* file = std::get_if<TokenFromFile>(&authorisation)) {
        if (isStandardInput(file->file))
            return std::nullopt;
        return QJsonObject{{u"tokenFile"_s, absolute(file->file)}};
    }
    const auto& service = std::get<TokenFromService>(authorisation);
    if (isStandardInput(service.secretFile))
        return std::nullopt;
    return QJsonObject{{u"clientId"_s, service.clientId},
                       {u"clientSecretFile"_s, absolute(service.secretFile)},
                       {u"tokenUrl"_s, service.tokenUrl.toString()}};
}

std::optional<Authorisation> authorisationFrom(const QJsonObject& note) {
    const auto text = [&note](const QString& member) { return note[member].toString(); };
    if (note.contains(u"profile"_s))
        return ProfileByName{text(u"profile"_s)};
    if (note.contains(u"tokenEnv"_s))
        return TokenFromEnvironment{text(u"tokenEnv"_s)};
    if (note.contains(u"tokenFile"_s))
        return TokenFromFile{text(u"tokenFile"_s)};
    if (note.contains(u"clientId"_s))
        return TokenFromService{text(u"clientId"_s), text(u"clientSecretFile"_s),
                                QUrl(text(u"tokenUrl"_s), QUrl::StrictMode)};
    return std::nullopt;
}

}  // namespace

QString accessNote(const RunArguments& arguments) {
    std::optional<QJsonObject> note = secretNote(arguments.authorisation);
    if (!note)
        return {};
    if (!arguments.api.isEmpty())
        note->insert(u"api"_s, arguments.api.toString());
    if (!arguments.caFile.isEmpty())
        note->insert(u"ca"_s, absolute(arguments.caFile));
    if (arguments.timeout)
        note->insert(u"timeout"_s, static_cast<qint64>(arguments.timeout->count()));
    return QString::fromUtf8(QJsonDocument(*note).toJson(QJsonDocument::Compact));
}

std::optional<RunArguments> accessFromNote(const QString& note) {
    const QJsonObject object = QJsonDocument::fromJson(note.toUtf8()).object();
    const std::optional<Authorisation> authorisation = authorisationFrom(object);
    if (!authorisation)
        return std::nullopt;
    RunArguments arguments;
    arguments.authorisation = *authorisation;
    arguments.api = QUrl(object[u"api"_s].toString(), QUrl::StrictMode);
    arguments.caFile = object[u"ca"_s].toString();
    if (object.contains(u"timeout"_s))
        arguments.timeout = std::chrono::seconds(std::clamp(object[u"timeout"_s].toInt(), 1, 3600));
    return arguments;
}

}  // namespace signet::cli
