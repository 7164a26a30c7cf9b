#include "ui/sessions/DroppedItems.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include "signing/SessionList.h"

namespace signet::ui {
namespace {

constexpr int MostFiles = 10'000;

}  // namespace

bool canBeDropped(const QMimeData& data) {
    return data.hasUrls() || data.hasText();
}

DroppedItems droppedItems(const QMimeData& data) {
    DroppedItems items;
    QStringList paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    items.files = filesOf(paths);
    if (!data.hasUrls())
        items.identifiers = signing::identifiersFromText(data.text());
    return items;
}

QStringList filesOf(const QStringList& paths) {
    QStringList files;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            files += info.absoluteFilePath();
            continue;
        }
        const auto inside = QDir(path).entryInfoList(QDir::Files, QDir::Name | QDir::LocaleAware);
        for (const QFileInfo& entry : inside)
            files += entry.absoluteFilePath();
    }
    return files.mid(0, MostFiles);
}

}  // namespace signet::ui
