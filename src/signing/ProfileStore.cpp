#include "signing/ProfileStore.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <algorithm>
#include <optional>

namespace signet::signing {
namespace {

constexpr int LargestChunk = 100;
constexpr int LongestWait = 3600;

const QString CurrentKey = QStringLiteral("current");
const QString CentralKeyFingerprintKey = QStringLiteral("centralKeyFingerprint");
const QString ProfilesGroup = QStringLiteral("profiles");

/** A profile's name may hold anything; a group of the settings file may not. */
QString groupOf(const QString& name) {
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

QString nameOf(const QString& group) {
    return QUrl::fromPercentEncoding(group.toLatin1());
}

QString tokenSourceName(Profile::TokenSource source) {
    return source == Profile::TokenSource::StaticToken ? QStringLiteral("token")
                                                       : QStringLiteral("client-credentials");
}

int bounded(const QSettings& settings, const QString& key, int usual, int smallest, int largest) {
    bool isNumber = false;
    const int value = settings.value(key, usual).toInt(&isNumber);
    return isNumber ? std::clamp(value, smallest, largest) : usual;
}

void readSeal(const QSettings& settings, Profile& profile) {
    profile.sealPfxFile = settings.value(QStringLiteral("sealPfxFile")).toString();
    profile.sealAuthCertificateFile = settings.value(QStringLiteral("sealAuthCertificateFile")).toString();
    profile.centralKeyFile = settings.value(QStringLiteral("centralKeyFile")).toString();
    profile.centralKeyFingerprint = settings.value(CentralKeyFingerprintKey).toString();
    profile.oaepPadding = settings.value(QStringLiteral("oaepPadding"), false).toBool();
}

void writeSeal(QSettings& settings, const Profile& profile) {
    settings.setValue(QStringLiteral("sealPfxFile"), profile.sealPfxFile);
    settings.setValue(QStringLiteral("sealAuthCertificateFile"), profile.sealAuthCertificateFile);
    settings.setValue(QStringLiteral("centralKeyFile"), profile.centralKeyFile);
    settings.setValue(CentralKeyFingerprintKey, profile.centralKeyFingerprint);
    settings.setValue(QStringLiteral("oaepPadding"), profile.oaepPadding);
}

Profile readProfile(QSettings& settings, const QString& group) {
    Profile profile;
    settings.beginGroup(ProfilesGroup + u'/' + group);
    profile.name = nameOf(group);
    profile.api = QUrl(settings.value(QStringLiteral("api")).toString());
    if (settings.value(QStringLiteral("tokenSource")).toString() ==
        tokenSourceName(Profile::TokenSource::StaticToken))
        profile.tokenSource = Profile::TokenSource::StaticToken;
    profile.tokenUrl = QUrl(settings.value(QStringLiteral("tokenUrl")).toString());
    profile.clientId = settings.value(QStringLiteral("clientId")).toString();
    profile.encodeCredentials = settings.value(QStringLiteral("encodeCredentials"), true).toBool();
    profile.caFile = settings.value(QStringLiteral("caFile")).toString();
    profile.authCertificateFile = settings.value(QStringLiteral("authCertificateFile")).toString();
    profile.authCertificateAsPem = settings.value(QStringLiteral("authCertificateAsPem"), false).toBool();
    profile.askForEachSignature = settings.value(QStringLiteral("askForEachSignature"), false).toBool();
    profile.rawEcdsa = settings.value(QStringLiteral("rawEcdsa"), false).toBool();
    profile.chunkSize = bounded(settings, QStringLiteral("chunkSize"), profile.chunkSize, 1, LargestChunk);
    profile.timeout = std::chrono::seconds(bounded(
        settings, QStringLiteral("timeout"), static_cast<int>(profile.timeout.count()), 1, LongestWait));
    profile.confirmTime =
        std::chrono::seconds(bounded(settings, QStringLiteral("confirmTime"),
                                     static_cast<int>(profile.confirmTime.count()), 0, LongestWait));
    readSeal(settings, profile);
    settings.endGroup();
    return profile;
}

void writeProfile(QSettings& settings, const Profile& profile) {
    settings.beginGroup(ProfilesGroup + u'/' + groupOf(profile.name));
    settings.setValue(QStringLiteral("api"), profile.api.toString(QUrl::FullyEncoded));
    settings.setValue(QStringLiteral("tokenSource"), tokenSourceName(profile.tokenSource));
    settings.setValue(QStringLiteral("tokenUrl"), profile.tokenUrl.toString(QUrl::FullyEncoded));
    settings.setValue(QStringLiteral("clientId"), profile.clientId);
    settings.setValue(QStringLiteral("encodeCredentials"), profile.encodeCredentials);
    settings.setValue(QStringLiteral("caFile"), profile.caFile);
    settings.setValue(QStringLiteral("authCertificateFile"), profile.authCertificateFile);
    settings.setValue(QStringLiteral("authCertificateAsPem"), profile.authCertificateAsPem);
    settings.setValue(QStringLiteral("askForEachSignature"), profile.askForEachSignature);
    settings.setValue(QStringLiteral("rawEcdsa"), profile.rawEcdsa);
    settings.setValue(QStringLiteral("chunkSize"), profile.chunkSize);
    settings.setValue(QStringLiteral("timeout"), static_cast<int>(profile.timeout.count()));
    settings.setValue(QStringLiteral("confirmTime"), static_cast<int>(profile.confirmTime.count()));
    writeSeal(settings, profile);
    settings.endGroup();
}

Profile suggestion(const QString& name, const QString& api, const QString& tokenHost) {
    Profile profile;
    profile.name = name;
    profile.api = QUrl(api);
    profile.tokenUrl = QUrl(tokenHost + u"/trustedx-authserver/oauth/lvrtc-eipsign-as/token");
    return profile;
}

}  // namespace

ProfileStore::ProfileStore(const QString& settingsFile, QObject* parent)
    : QObject(parent), m_file(settingsFile) {
    if (m_file.isEmpty()) {
        const QDir place(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
        m_file = place.filePath(QStringLiteral("signet/profiles.ini"));
    }
}

QStringList ProfileStore::names() const {
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(ProfilesGroup);
    QStringList names;
    for (const QString& group : settings.childGroups())
        names.append(nameOf(group));
    names.sort(Qt::CaseInsensitive);
    return names;
}

std::optional<Profile> ProfileStore::find(const QString& name) const {
    if (!names().contains(name))
        return std::nullopt;
    QSettings settings(m_file, QSettings::IniFormat);
    return readProfile(settings, groupOf(name));
}

QString ProfileStore::currentName() const {
    const QSettings settings(m_file, QSettings::IniFormat);
    const QString name = settings.value(CurrentKey).toString();
    return names().contains(name) ? name : QString();
}

void ProfileStore::setCurrent(const QString& name) {
    QSettings(m_file, QSettings::IniFormat).setValue(CurrentKey, name);
    Q_EMIT changed();
}

void ProfileStore::save(const Profile& profile) {
    {
        QSettings settings(m_file, QSettings::IniFormat);
        writeProfile(settings, profile);
    }
    Q_EMIT changed();
}

void ProfileStore::remove(const QString& name) {
    {
        QSettings settings(m_file, QSettings::IniFormat);
        settings.remove(ProfilesGroup + u'/' + groupOf(name));
        if (settings.value(CurrentKey).toString() == name)
            settings.remove(CurrentKey);
    }
    Q_EMIT changed();
}

void ProfileStore::acceptCentralKey(const QString& name, const QString& fingerprint) {
    std::optional<Profile> profile = find(name);
    if (!profile || profile->centralKeyFingerprint == fingerprint)
        return;
    profile->centralKeyFingerprint = fingerprint;
    save(*profile);
}

QList<Profile> ProfileStore::suggestions() {
    return {suggestion(tr("Test"), QStringLiteral("https://signapi-prep.eparaksts.lv"),
                       QStringLiteral("https://eidas-demo.eparaksts.lv")),
            suggestion(tr("Production"), QStringLiteral("https://signapi.eparaksts.lv"),
                       QStringLiteral("https://eidas.eparaksts.lv"))};
}

}  // namespace signet::signing
