#pragma once

#include <QStringList>

class QMimeData;

namespace signet::ui {

/** What was dropped on the window or pasted into it. */
struct DroppedItems {
    QStringList files;        ///< absolute paths; a folder gives the files that lie in it
    QStringList identifiers;  ///< out of dropped text
    bool isEmpty() const { return files.isEmpty() && identifiers.isEmpty(); }
};

bool canBeDropped(const QMimeData& data);
DroppedItems droppedItems(const QMimeData& data);

/** The files themselves, and in the place of each folder the files in it: not hidden ones, and no folders
 * below. */
QStringList filesOf(const QStringList& paths);

}  // namespace signet::ui
