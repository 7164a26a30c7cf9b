#include "sandbox/card/CardFiles.h"

#include <QtEndian>
#include <algorithm>

namespace signet::sandbox {
namespace {

template <typename List, typename Predicate>
int indexWhere(const List& list, Predicate predicate) {
    const auto found = std::find_if(list.begin(), list.end(), predicate);
    return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

}  // namespace

CardFiles::CardFiles(QList<DedicatedFile> directories) : m_directories(std::move(directories)) {}

void CardFiles::forgetSelection() {
    m_selection = {};
}

bool CardFiles::selectApplication(QByteArrayView aid) {
    const int found = indexWhere(m_directories, [aid](const DedicatedFile& each) { return each.aid == aid; });
    return found >= 0 && take(Selection{found, -1});
}

bool CardFiles::selectMain() {
    return m_selection.directory >= 0 && take(Selection{0, -1});
}

bool CardFiles::selectChildDirectory(quint16 id) {
    const int found = indexWhere(m_directories, [id](const DedicatedFile& each) { return each.id == id; });
    return m_selection.directory == 0 && found > 0 && take(Selection{found, -1});
}

bool CardFiles::selectFile(quint16 id) {
    if (directory() == nullptr)
        return false;
    const int found =
        indexWhere(directory()->files, [id](const ElementaryFile& each) { return each.id == id; });
    return found >= 0 && take(Selection{m_selection.directory, found});
}

bool CardFiles::selectPathFromMain(QByteArrayView path) {
    return directory() != nullptr && take(walk({0, -1}, path));
}

bool CardFiles::selectPathFromCurrent(QByteArrayView path) {
    return directory() != nullptr && take(walk({m_selection.directory, -1}, path));
}

const DedicatedFile* CardFiles::directory() const {
    return m_selection.directory < 0 ? nullptr : &m_directories[m_selection.directory];
}

const ElementaryFile* CardFiles::file() const {
    return m_selection.file < 0 ? nullptr : &directory()->files[m_selection.file];
}

bool CardFiles::isIn(quint16 directoryId) const {
    return directory() != nullptr && directory()->id == directoryId;
}

std::optional<CardFiles::Selection> CardFiles::walk(Selection from, QByteArrayView path) const {
    if (path.isEmpty() || path.size() % 2 != 0)
        return std::nullopt;
    for (qsizetype at = 0; at < path.size(); at += 2) {
        if (from.file >= 0)
            return std::nullopt;  // nothing lies below a file
        const auto id = qFromBigEndian<quint16>(path.data() + at);
        const int file = indexWhere(m_directories[from.directory].files,
                                    [id](const ElementaryFile& each) { return each.id == id; });
        const int child =
            from.directory != 0
                ? -1
                : indexWhere(m_directories, [id](const DedicatedFile& each) { return each.id == id; });
        if (file >= 0)
            from.file = file;
        else if (child > 0)
            from.directory = child;
        else
            return std::nullopt;
    }
    return from;
}

bool CardFiles::take(std::optional<Selection> selection) {
    if (!selection)
        return false;
    m_selection = *selection;
    return true;
}

}  // namespace signet::sandbox
