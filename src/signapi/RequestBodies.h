#pragma once

#include "signapi/SignApiTypes.h"

namespace signet::signapi {

// The JSON of the signing calls, exactly as the specification's examples show it (signapi.md 5).

QByteArray requestBody(const CalculateDigestRequest& request);
QByteArray requestBody(const FinalizeRequest& request);
QByteArray requestBody(const ESealRequest& request);
QByteArray requestBody(const ArchiveRequest& request);

}  // namespace signet::signapi
