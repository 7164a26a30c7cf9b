#pragma once

#include <QJsonObject>

#include "sandbox/service/DocumentSigner.h"
#include "sandbox/service/Refusal.h"

namespace signet::sandbox {

/** `signAsPdf` and `createNewEdoc` of a request (signapi.md 5.1); what is left out is false. */
struct SigningChoice {
    bool signAsPdf = false;
    bool createNewEdoc = false;

    static SigningChoice of(const QJsonObject& request);
};

/**
 * The way in which these documents of a session are signed by this choice: signAsPdf inside the one PDF,
 * otherwise in a container: the one that is there, or a new one. `signing:<operation>:noFiles` or
 * `...:notOnePdf` where the choice does not fit them.
 */
Granted<std::shared_ptr<const DocumentSigner>> documentSignerFor(const QList<DataFile>& documents,
                                                                 SigningChoice choice,
                                                                 const QString& operation);

/** The signer that knows documents of this name, container or PDF; null for any other. */
std::shared_ptr<const DocumentSigner> documentSignerOf(const QString& fileName);

}  // namespace signet::sandbox
