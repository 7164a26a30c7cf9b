#include "card/KnownCards.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include "base/Log.h"

namespace signet::card {
namespace {

constexpr qint64 MaxFileSize = 0x8000;
constexpr QFile::Permissions OwnersFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions OwnersFolder = OwnersFile | QFile::ExeOwner;
const QString Ending = QStringLiteral(".json");

bool provideFolder(const QString& path) {
    if (QFileInfo(path).isDir())
        return true;
    QDir().mkpath(QFileInfo(path).absolutePath());
    return QDir().mkdir(path, OwnersFolder) || QFileInfo(path).isDir();
}

bool canBeWrittenByOthers(const QFileInfo& info) {
#ifdef Q_OS_WIN  // Qt does not look at the lists by which Windows guards a person's folder
    return info.isSymLink();
#else
    return info.isSymLink() || (info.permissions() & (QFile::WriteGroup | QFile::WriteOther)) != 0;
#endif
}

}  // namespace

QString KnownCards::usualFolder() {
    if (qEnvironmentVariableIsSet("SIGNET_CARD_CACHE"))
        return qEnvironmentVariable("SIGNET_CARD_CACHE");
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/signet/cards");
}

std::optional<KnownCard> KnownCards::find(const QByteArray& name) {
    if (name.isEmpty())
        return std::nullopt;
    for (const KnownCard& card : m_cards) {
        if (card.name == name)
            return card;
    }
    std::optional<KnownCard> loaded = load(name);
    if (loaded)
        keep(*loaded);
    return loaded;
}

std::optional<KnownCard> KnownCards::findHolding(const crypto::Certificate& signingCertificate) const {
    for (const KnownCard& card : m_cards) {
        if (card.signingCertificate == signingCertificate)
            return card;
    }
    return std::nullopt;
}

void KnownCards::remember(const KnownCard& card) {
    keep(card);
    if (!m_folder.isEmpty() && !card.name.isEmpty())
        save(card);
}

void KnownCards::forget(const crypto::Certificate& signingCertificate) {
    const std::optional<KnownCard> card = findHolding(signingCertificate);
    if (!card)
        return;
    m_cards.removeIf(
        [&card](const KnownCard& each) { return each.signingCertificate == card->signingCertificate; });
    if (!m_folder.isEmpty() && !card->name.isEmpty())
        QFile::remove(pathOf(card->name));
}

void KnownCards::keep(const KnownCard& card) {
    m_cards.removeIf([&card](const KnownCard& each) {
        return each.signingCertificate == card.signingCertificate ||
               (!card.name.isEmpty() && each.name == card.name);
    });
    m_cards.prepend(card);
    if (m_cards.size() > Most)
        m_cards.removeLast();
}

QString KnownCards::pathOf(const QByteArray& name) const {
    return QString(m_folder % u'/' % QString::fromLatin1(name) % Ending);
}

/** What others could have written is not believed. */
std::optional<KnownCard> KnownCards::load(const QByteArray& name) const {
    if (m_folder.isEmpty())
        return std::nullopt;
    const QFileInfo info(pathOf(name));
    if (!info.isFile() || info.size() > MaxFileSize || canBeWrittenByOthers(info))
        return std::nullopt;
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return knownCardFromJson(file.read(MaxFileSize), name);
}

/** Only what would be believed when it is read. */
void KnownCards::save(const KnownCard& card) const {
    const QByteArray json = toJson(card);
    if (json.size() > MaxFileSize || !knownCardFromJson(json, card.name) || !provideFolder(m_folder))
        return;
    QSaveFile file(pathOf(card.name));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(OwnersFile) ||
        file.write(json) != json.size() || !file.commit()) {
        qCDebug(base::logCard).noquote() << "the card is not remembered:" << file.errorString();
        return;
    }
    removeSurplus();
}

void KnownCards::removeSurplus() const {
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({QString(u'*' % Ending)}, QDir::Files, QDir::Time);
    for (qsizetype i = Most; i < files.size(); ++i)
        QFile::remove(files[i].filePath());
}

}  // namespace signet::card
