#pragma once

#include "signing/Session.h"

namespace signet::signing {

/**
 * The signed documents among what a listing has now and had not before: PDFs after signing as PDF, otherwise
 * containers (signapi.md 4.3). Pure.
 */
QList<Document> signedDocuments(const QList<Document>& before, const QList<Document>& now, bool signAsPdf);

/**
 * The signed document of a session that is known to be signed, where there is nothing to compare with: the
 * only one of the right kind, or the only one that is named as signed; nothing where that leaves a doubt.
 */
QList<Document> likelySignedDocument(const QList<Document>& now, bool signAsPdf);

}  // namespace signet::signing
