#include "cli/InputFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

#include "cli/Arguments.h"
#include "cli/Console.h"

namespace signet::cli {
namespace {

using base::ErrorCode;
using base::Expected;
using base::fail;

constexpr std::size_t LargestSecret = 8 * 1024;
constexpr qint64 LargestText = 64LL * 1024 * 1024;

/** Unbuffered, so that no copy of what is read stays behind in a buffer of Qt's. */
bool openToRead(QFile& file, const QString& name) {
    constexpr auto Mode = QIODevice::ReadOnly | QIODevice::Unbuffered;
    if (isStandardInput(name))
        return !Console::standardInputIsClosed() && file.open(stdin, Mode);
    file.setFileName(name);
    return !QFileInfo(name).isDir() && file.open(Mode);
}

QString shownName(const QString& name) {
    return isStandardInput(name) ? QCoreApplication::translate("Cli", "standard input") : name;
}

tl::unexpected<base::Error> notReadable(const QString& name, const QString& reason) {
    return fail(ErrorCode::FileNotReadable, QStringList{shownName(name), reason});
}

tl::unexpected<base::Error> cannotBeOpened(const QString& name, const QFile& file) {
    if (isStandardInput(name))
        return notReadable(name, QCoreApplication::translate("Cli", "it is closed"));
    if (QFileInfo(name).isDir())
        return notReadable(name, QCoreApplication::translate("Cli", "it is a folder"));
    return notReadable(name, file.errorString());
}

std::size_t withoutFinalNewline(std::span<const unsigned char> bytes) {
    std::size_t size = bytes.size();
    if (size > 0 && bytes[size - 1] == '\n')
        size -= size > 1 && bytes[size - 2] == '\r' ? 2 : 1;
    return size;
}

}  // namespace

Expected<base::SecretBytes> readSecretFile(const QString& name) {
    QFile file;
    if (!openToRead(file, name))
        return cannotBeOpened(name, file);
    base::SecretBytes room(LargestSecret + 1);
    std::size_t filled = 0;
    while (filled <= LargestSecret) {
        char* const place = reinterpret_cast<char*>(room.bytes().data()) + filled;
        const qint64 count = file.read(place, static_cast<qint64>(room.size() - filled));
        if (count < 0)
            return notReadable(name, file.errorString());
        if (count == 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    if (filled > LargestSecret)
        return notReadable(name, QCoreApplication::translate("Cli", "it is too large for a secret"));
    const std::size_t size = withoutFinalNewline(room.bytes().first(filled));
    if (size == 0)
        return fail(ErrorCode::FileEmpty, QStringList{shownName(name)});
    return base::SecretBytes(room.view().first(static_cast<qsizetype>(size)));
}

Expected<QString> readTextFile(const QString& name) {
    QFile file;
    if (!openToRead(file, name))
        return cannotBeOpened(name, file);
    QByteArray content;
    while (content.size() <= LargestText) {
        const QByteArray piece = file.read(64 * 1024);
        if (piece.isEmpty())
            break;
        content.append(piece);
    }
    if (file.error() != QFileDevice::NoError)
        return notReadable(name, file.errorString());
    if (content.size() > LargestText)
        return notReadable(name,
                           QCoreApplication::translate("Cli", "it is too large for a list of sessions"));
    return QString::fromUtf8(content);
}

}  // namespace signet::cli
