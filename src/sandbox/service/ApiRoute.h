#pragma once

#include <QByteArray>
#include <QString>

#include "sandbox/service/FaultPlan.h"

namespace signet::sandbox {

/** Which call a request is, and what its path names. */
struct ApiRoute {
    Operation operation = Operation::Any;  ///< Any: no such call
    QString sessionId;
    QString documentId;
};

/** Reads method and path; paths are compared without regard to case, identifiers keep theirs. */
ApiRoute routeOf(const QByteArray& method, const QString& path);

}  // namespace signet::sandbox
