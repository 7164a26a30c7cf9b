#pragma once

#include <QByteArray>
#include <QList>
#include <optional>

namespace signet::sandbox {

struct ElementaryFile {
    quint16 id = 0;
    QByteArray content;
};

/** A directory: the main application, or one of the two below it. */
struct DedicatedFile {
    quint16 id = 0;
    QByteArray aid;
    QList<ElementaryFile> files;
};

constexpr quint16 MainId = 0x3F00;
constexpr quint16 Adf1Id = 0xADF1;
constexpr quint16 Adf2Id = 0xADF2;

/**
 * The tree of files and what of it is selected (ISO 7816-4, 7.1). Nothing is selected after a reset. A
 * selection that fails leaves the former one as it was.
 */
class CardFiles {
public:
    /** `directories`: the main one first. */
    explicit CardFiles(QList<DedicatedFile> directories);

    void forgetSelection();
    bool selectApplication(QByteArrayView aid);
    bool selectMain();
    bool selectChildDirectory(quint16 id);
    bool selectFile(quint16 id);                   ///< of the current directory
    bool selectPathFromMain(QByteArrayView path);  ///< without 3F00 at its head
    bool selectPathFromCurrent(QByteArrayView path);

    const DedicatedFile* directory() const;  ///< null if no application is selected
    const ElementaryFile* file() const;      ///< null if none of the current directory is selected
    bool isIn(quint16 directoryId) const;

private:
    struct Selection {
        int directory = -1;
        int file = -1;
    };
    std::optional<Selection> walk(Selection from, QByteArrayView path) const;
    bool take(std::optional<Selection> selection);

    QList<DedicatedFile> m_directories;
    Selection m_selection;
};

}  // namespace signet::sandbox
