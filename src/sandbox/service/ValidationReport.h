#pragma once

#include <QJsonObject>

#include "sandbox/service/ValidationFinding.h"

namespace signet::sandbox {

/** How a report is written down (signapi.md 6). */
struct ReportShape {
    int version = 2;
    /** Every member that was seen in two ways is written in the other one. */
    bool otherSpellings = false;
};

/** The report as the validation call answers it, without `data`. */
QJsonObject reportOf(const DocumentFinding& finding, const QString& documentName, const ReportShape& shape);

}  // namespace signet::sandbox
