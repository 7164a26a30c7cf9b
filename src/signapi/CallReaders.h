#pragma once

#include <QList>

#include "crypto/RsaPublicKey.h"
#include "signapi/AnswerReader.h"
#include "signapi/SignApiTypes.h"
#include "signapi/ValidationReport.h"

namespace signet::signapi {

// One reader for each call's payload. What cannot be made sense of is an error of the sessions concerned, or
// of the call where it concerns no single session.

Answer<QList<base::SessionId>> readSessions(const Payload& payload, int asked);
Answer<StoredDocument> readDocument(const Payload& payload);
Answer<QList<StoredDocument>> readDocuments(const Payload& payload);
Answer<ServiceConfiguration> readConfiguration(const Payload& payload);
Answer<QList<SessionDigest>> readDigests(const Payload& payload, const QList<base::SessionId>& asked);
/** AnswerUnreadable; DocumentNotSigned where the report has no signature. */
Answer<ValidationReport> readValidation(const Payload& payload);
/** For finalizeSigning, eSealCreate and addArchive. */
QList<ChangeOutcome> readOutcomes(const Payload& payload, const QList<base::SessionId>& asked);
/** CentralKeyInvalid where there is no key, or none that may be used. */
Answer<crypto::RsaPublicKey> readCentralKey(const Payload& payload);

}  // namespace signet::signapi
