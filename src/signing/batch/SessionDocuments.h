#pragma once

#include "signing/Session.h"

namespace signet::signing {

/** What comes of a session: a container, a PDF, or (archiving) whichever of them was signed. */
enum class ResultKind { Container, Pdf, Either };

ResultKind resultKind(Operation operation, Choice choice);

/** Those among what a listing has now and had not before that can be the result (signapi.md 4.3). Pure. */
QList<Document> resultDocuments(const QList<Document>& before, const QList<Document>& now, ResultKind kind);

/**
 * The result of a session that is known to be finalized, where there is nothing to compare with: the only
 * document of the right kind, or the only one that is named as one ("a.signed.pdf", "1.extended.edoc");
 * nothing where that leaves a doubt.
 */
QList<Document> likelyResult(const QList<Document>& now, ResultKind kind);

}  // namespace signet::signing
