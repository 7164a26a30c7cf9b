#pragma once

#include <QList>
#include <QString>

namespace signet::signing {

/** What is done to the sessions of a batch. Each changes documents at the service, once (signapi.md 5). */
enum class Operation {
    Sign,     ///< a person's signature, made by the card: CalculateDigest, finalizeSigning
    Seal,     ///< the organisation's e-seal, made by the service with the PFX: eSealCreate
    Archive,  ///< an archive time stamp over what is signed already: addArchive
};

/** Stable names for scripts: "sign", "seal", "archive". */
QString toString(Operation operation);

QList<Operation> allOperations();

}  // namespace signet::signing
