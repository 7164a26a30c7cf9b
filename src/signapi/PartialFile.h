#pragma once

#include <QFile>
#include <QString>
#include <memory>

#include "base/Expected.h"

namespace signet::signapi {

/** A file that comes into being complete or not at all, and never takes another's place. */
class PartialFile {
public:
    explicit PartialFile(QString path);
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    /** Opens an empty temporary file beside the place, or empties it. OutputNotWritable. */
    base::Expected<void> begin();
    /** What is written here appears with finish(). Never null. */
    std::shared_ptr<QFile> device() const { return m_file; }
    QString folder() const;
    /** All of it is on its way to the disk. OutputNotWritable: the disk is full. */
    base::Expected<void> flush();
    /** OutputNotWritable: the disk is full, or there is a file at the place by now. */
    base::Expected<void> finish();

private:
    base::Expected<void> notWritable() const;

    QString m_path;
    std::shared_ptr<QFile> m_file;
};

}  // namespace signet::signapi
