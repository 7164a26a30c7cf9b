#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include "base/Expected.h"

namespace signet::sandbox {

using base::Expected;

struct ZipEntry {
    QString name;
    QByteArray bytes;
    bool stored = false;  ///< not compressed
};

/** What a foreign archive may hold; more is refused before it is unpacked. */
struct ZipLimits {
    int entries = 1000;
    qint64 unpackedBytes = 100LL * 1024 * 1024;
};

/** The archive `zip` (empty: a new one) with `entries` appended in order, or in the place of those of
 * the same name; other entries are not repacked. */
Expected<QByteArray> zipWith(const QByteArray& zip, const QList<ZipEntry>& entries);

/** All entries in order. Duplicate names, paths that lead outside, and anything above the limits are refused.
 */
Expected<QList<ZipEntry>> unzip(const QByteArray& zip, const ZipLimits& limits = {});

}  // namespace signet::sandbox
