#pragma once

#include <QString>
#include <optional>

#include "base/Expected.h"
#include "signing/Document.h"
#include "signing/Operation.h"

namespace signet::signing {

/** What a person wants signing and sealing to make of a session's documents. */
enum class ResultForm {
    Container,         ///< added to a container that is there; anything else is put into a new one
    NewContainer,      ///< always a new container, around one that is there too
    Pdf,               ///< inside the session's only PDF; anything else is refused
    PdfWherePossible,  ///< like Pdf for a session with exactly one PDF, like Container for the others
};

/** The two choices of CalculateDigest and eSealCreate (signapi.md 5.1); they hold for a whole request. */
struct Choice {
    bool signAsPdf = false;
    bool createNewEdoc = false;
    bool operator==(const Choice&) const = default;
};

/** Whether the documents have to be known before a choice can be made. */
bool dependsOnDocuments(ResultForm form);

/** The choice that makes this form of these documents. NotOnePdf: it is Pdf, and they are not one PDF. Pure.
 */
base::Expected<Choice> plan(const QList<Document>& documents, ResultForm form);
/** The choice where the documents are not known: Pdf is tried, and the service decides. */
Choice planUnseen(ResultForm form);

/** What an archive time stamp would go to: the only container, or else the only PDF; nothing where that
 * leaves a doubt. Pure. */
std::optional<Document> documentToArchive(const QList<Document>& documents);

/** NothingToArchive: no container and no PDF is among them, so there can be no signature. Pure; whether there
 * really is one, only validation says. */
base::Expected<void> checkArchivable(const QList<Document>& documents);

/** Where a signature, a seal or a time stamp goes. */
enum class Effect {
    Added,    ///< to the container that is there
    Wrapped,  ///< into a new container, around what is there
    Inside,   ///< inside the PDF
    Stamped,  ///< an archive time stamp, to what is signed
};

/** What the operation will do to these documents; they are known. NotOnePdf, NothingToArchive. Pure. */
base::Expected<Effect> effectOn(const QList<Document>& documents, Operation operation, ResultForm form);

/**
 * What the operation will do, said before it is done: "adds your signature to contract.asice", "puts 3 files
 * into a new container with your signature". A clause without a full stop; where it is impossible, the
 * sentence that says why. Names are made printable: plain text.
 */
QString describe(Operation operation, const QList<Document>& documents, ResultForm form);
/** The same of as many sessions: "puts the files of 300 sessions into new containers with your signature". */
QString describeMany(Operation operation, Effect effect, int sessions);

}  // namespace signet::signing
