#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "signing/Document.h"

namespace signet::signing {

/** Documents as the journal keeps them. */
QString documentsToJson(const QList<Document>& documents);

/** Nothing where the text is none of ours: the journal's file may be damaged or edited. */
std::optional<QList<Document>> documentsFromJson(const QString& json);

}  // namespace signet::signing
