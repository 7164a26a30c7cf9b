#pragma once

#include "base/Expected.h"
#include "sandbox/service/ValidationFinding.h"
#include "sandbox/service/ValidationTrust.h"

namespace signet::sandbox {

/**
 * Verifies every signature of a PDF: what its byte range covers, its value and signed attributes (ETSI EN 319
 * 142-1), its time stamps, its certificate and revocation. In the order in which they were made; document
 * time stamps count as archive time stamps of the signatures before them. AnswerUnreadable if it is no PDF
 * that can be read.
 */
base::Expected<QList<SignatureFinding>> validatePdf(const QByteArray& pdf, const ValidationTrust& trust);

}  // namespace signet::sandbox
