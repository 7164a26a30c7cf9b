#pragma once

#include <QList>

#include "sandbox/service/XadesSignature.h"

namespace signet::sandbox {

/** The documents of the sample session `index`: everyday papers, small, some with Latvian letters and blanks.
 */
QList<DataFile> sampleDocuments(int index, bool severalFiles);

/** A PDF of one page with these lines (ASCII is shown; other letters are written without their marks). */
QByteArray samplePdf(const QStringList& lines);

}  // namespace signet::sandbox
