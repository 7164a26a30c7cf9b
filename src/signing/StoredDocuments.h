#pragma once

#include "signapi/SignApiTypes.h"
#include "signing/Session.h"

namespace signet::signing {

/** The service's words for a file turned into ours. */
Document documentOf(const signapi::StoredDocument& stored);
QList<Document> documentsOf(const QList<signapi::StoredDocument>& stored);

}  // namespace signet::signing
