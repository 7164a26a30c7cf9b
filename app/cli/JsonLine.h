#pragma once

#include <QJsonObject>
#include <QString>

namespace signet::cli {

/** Writes one object as one line, at once. */
void writeJsonLine(const QJsonObject& object);

/** The text, or null for an empty one. */
QJsonValue textOrNull(const QString& text);

}  // namespace signet::cli
