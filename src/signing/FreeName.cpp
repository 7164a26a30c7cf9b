#include "signing/FreeName.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <filesystem>
#include <system_error>

#include "base/PrintableText.h"

namespace signet::signing {
namespace {

constexpr int LongestName = 200;   // bytes; file systems end at 255, and a number is added
constexpr int LongestEnding = 20;  // characters; a longer one is no ending
constexpr int MostTries = 10'000;

bool isReserved(QStringView name) {
    static const QStringList devices{QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"),
                                     QStringLiteral("NUL")};
    const QString stem =
        name.left(name.indexOf(u'.') < 0 ? name.size() : name.indexOf(u'.')).trimmed().toString().toUpper();
    const bool isPort =
        stem.size() == 4 && stem[3].isDigit() &&
        (stem.startsWith(QLatin1StringView("COM")) || stem.startsWith(QLatin1StringView("LPT")));
    return isPort || devices.contains(stem);
}

QString withoutSpecialCharacters(const QString& text) {
    QString result = base::printable(text);
    for (QChar& character : result) {
        if (QStringView(u"<>:\"|?*\uFFFD").contains(character))
            character = u'_';
    }
    return result;
}

struct NameParts {
    QString stem;
    QString ending;  ///< with its dot; may be empty
};

NameParts partsOf(const QString& name) {
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0 || name.size() - dot > LongestEnding)
        return {name, {}};
    return {name.left(dot), name.mid(dot)};
}

QString shortened(NameParts parts) {
    const qsizetype room = LongestName - parts.ending.toUtf8().size();
    while (parts.stem.toUtf8().size() > room)
        parts.stem.chop(parts.stem.size() > 1 && parts.stem.back().isLowSurrogate() ? 2 : 1);
    return parts.stem + parts.ending;
}

/** Creates the file, which must not be there; from then on the name is ours. */
bool reserve(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
}

std::filesystem::path native(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

}  // namespace

QString safeFileName(const QString& foreign) {
    QString name = foreign;
    name.replace(u'\\', u'/');
    name = withoutSpecialCharacters(name.mid(name.lastIndexOf(u'/') + 1)).trimmed();
    while (name.startsWith(u'.') || name.startsWith(u'-') || name.startsWith(u' '))
        name.remove(0, 1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    if (name.isEmpty())
        name = QStringLiteral("document");
    if (isReserved(name))
        name.prepend(u'_');
    return shortened(partsOf(name));
}

QString numberedName(const QString& name, int number) {
    if (number < 2)
        return name;
    const NameParts parts = partsOf(name);
    return QString(parts.stem % u" (" % QString::number(number) % u')' % parts.ending);
}

base::Expected<QString> moveToFreeName(const QString& temporary, const QString& folder, const QString& name) {
    QString reason;
    for (int number = 1; number <= MostTries; ++number) {
        const QString path = QDir(folder).absoluteFilePath(numberedName(name, number));
        if (!reserve(path)) {
            if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
                continue;
            reason = QFileInfo(folder).isWritable() ? numberedName(name, number) : QString();
            break;
        }
        std::error_code failure;
        std::filesystem::rename(native(temporary), native(path), failure);
        if (!failure)
            return path;
        reason = QString::fromStdString(failure.message());
        QFile::remove(path);
        break;
    }
    return base::fail(base::ErrorCode::OutputNotWritable, QStringList{folder, reason});
}

}  // namespace signet::signing
