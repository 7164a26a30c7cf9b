#include "sandbox/service/ZipArchive.h"

#include <zip.h>

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <memory>

namespace signet::sandbox {
namespace {

using base::ErrorCode;
using base::fail;

constexpr qsizetype MaxNameLength = 512;

struct ArchiveDeleter {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct SourceDeleter {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct FileDeleter {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using ArchivePtr = std::unique_ptr<zip_t, ArchiveDeleter>;
using SourcePtr = std::unique_ptr<zip_source_t, SourceDeleter>;
using FilePtr = std::unique_ptr<zip_file_t, FileDeleter>;

tl::unexpected<base::Error> unreadable(const QString& why) {
    return fail(ErrorCode::AnswerUnreadable, QStringList(), u"container: " + why);
}

tl::unexpected<base::Error> notWritten(const QString& why) {
    return fail(ErrorCode::InternalError, QStringList(), u"container: " + why);
}

/** A source over memory that outlives the archive; one reference stays with the caller. */
SourcePtr memorySource(const QByteArray& bytes) {
    return SourcePtr(zip_source_buffer_create(bytes.isEmpty() ? nullptr : bytes.constData(),
                                              static_cast<zip_uint64_t>(bytes.size()), 0, nullptr));
}

ArchivePtr openArchive(zip_source_t* source, int flags) {
    zip_source_keep(source);
    ArchivePtr archive(zip_open_from_source(source, flags, nullptr));
    if (!archive)
        zip_source_free(source);
    return archive;
}

bool append(zip_t* archive, const ZipEntry& entry) {
    SourcePtr content(zip_source_buffer(archive, entry.bytes.constData(),
                                        static_cast<zip_uint64_t>(entry.bytes.size()), 0));
    if (!content)
        return false;
    const zip_int64_t index = zip_file_add(archive, entry.name.toUtf8().constData(), content.get(),
                                           ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
    if (index < 0)
        return false;
    content.release();
    return zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                                    entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0;
}

bool isSafeName(const QString& name) {
    return !name.isEmpty() && name.size() <= MaxNameLength && !name.startsWith(u'/') &&
           !name.contains(u'\\') && !name.contains(QChar::Null) &&
           !name.contains(QChar::ReplacementCharacter) && !name.split(u'/').contains(u".."_qs);
}

/** Reads at most `limit` bytes, whatever the directory promised. */
Expected<QByteArray> readEntry(zip_t* archive, zip_uint64_t index, qint64 limit) {
    const FilePtr file(zip_fopen_index(archive, index, 0));
    if (!file)
        return unreadable(QString::fromUtf8(zip_strerror(archive)));
    QByteArray bytes;
    QByteArray chunk(64 * 1024, Qt::Uninitialized);
    zip_int64_t got = 0;
    while ((got = zip_fread(file.get(), chunk.data(), static_cast<zip_uint64_t>(chunk.size()))) > 0) {
        if (bytes.size() + got > limit)
            return unreadable(u"unpacks to more than is allowed"_qs);
        bytes.append(chunk.constData(), got);
    }
    if (got < 0)
        return unreadable(QString::fromUtf8(zip_file_strerror(file.get())));
    return bytes;
}

}  // namespace

Expected<QByteArray> zipWith(const QByteArray& zip, const QList<ZipEntry>& entries) {
    // Through a file: libzip 1.7 frees memory twice when it extends an archive that lies in memory.
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"container.zip"_qs));
    if (!zip.isEmpty() && (!file.open(QIODevice::WriteOnly) || file.write(zip) != zip.size()))
        return notWritten(file.errorString());
    file.close();
    ArchivePtr archive(
        zip_open(QFile::encodeName(file.fileName()).constData(), zip.isEmpty() ? ZIP_CREATE : 0, nullptr));
    if (!archive)
        return unreadable(u"is no ZIP archive"_qs);
    for (const ZipEntry& entry : entries) {
        if (!append(archive.get(), entry))
            return notWritten(QString::fromUtf8(zip_strerror(archive.get())));
    }
    if (zip_close(archive.get()) != 0)
        return notWritten(QString::fromUtf8(zip_strerror(archive.get())));
    archive.release();
    if (!file.open(QIODevice::ReadOnly))
        return notWritten(file.errorString());
    return file.readAll();
}

Expected<QList<ZipEntry>> unzip(const QByteArray& zip, const ZipLimits& limits) {
    const SourcePtr source = memorySource(zip);
    const ArchivePtr archive = source ? openArchive(source.get(), ZIP_RDONLY | ZIP_CHECKCONS) : nullptr;
    if (!archive)
        return unreadable(u"is no ZIP archive"_qs);
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 1 || count > limits.entries)
        return unreadable(u"has %1 entries"_qs.arg(count));
    QList<ZipEntry> entries;
    QSet<QString> names;
    qint64 left = limits.unpackedBytes;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive.get(), i, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME))
            return unreadable(u"has an entry without a name"_qs);
        const QString name = QString::fromUtf8(stat.name);
        if (!isSafeName(name) || names.contains(name))
            return unreadable(u"has an entry that is repeated or leads outside"_qs);
        names.insert(name);
        auto bytes = readEntry(archive.get(), i, left);
        if (!bytes)
            return tl::unexpected(bytes.error());
        left -= bytes->size();
        const bool stored = (stat.valid & ZIP_STAT_COMP_METHOD) && stat.comp_method == ZIP_CM_STORE;
        entries.append({name, std::move(*bytes), stored});
    }
    return entries;
}

}  // namespace signet::sandbox
