#include "signapi/PartialFile.h"

#include <QFileInfo>
#include <QUuid>

namespace signet::signapi {

PartialFile::PartialFile(QString path)
    : m_path(std::move(path)),
      m_file(std::make_shared<QFile>(
          QString(folder() % u"/.signet-" % QUuid::createUuid().toString(QUuid::Id128) % u".part"))) {}

PartialFile::~PartialFile() {
    // An unfinished one only: a finished one has its own name by now.
    if (m_file->isOpen())
        m_file->remove();
}

QString PartialFile::folder() const {
    return QFileInfo(m_path).absolutePath();
}

base::Expected<void> PartialFile::notWritable() const {
    return base::fail(base::ErrorCode::OutputNotWritable, QStringList{folder(), m_file->errorString()});
}

base::Expected<void> PartialFile::begin() {
    if (!m_file->isOpen())
        return m_file->open(QIODevice::ReadWrite | QIODevice::NewOnly) ? base::Expected<void>()
                                                                       : notWritable();
    return m_file->seek(0) && m_file->resize(0) ? base::Expected<void>() : notWritable();
}

base::Expected<void> PartialFile::flush() {
    return m_file->flush() && m_file->error() == QFileDevice::NoError ? base::Expected<void>()
                                                                      : notWritable();
}

base::Expected<void> PartialFile::finish() {
    if (const base::Expected<void> flushed = flush(); !flushed)
        return flushed;
    // Does not replace a file, unlike QSaveFile.
    if (!m_file->rename(m_path)) {
        const base::Expected<void> error = notWritable();
        m_file->remove();
        return error;
    }
    return {};
}

}  // namespace signet::signapi
