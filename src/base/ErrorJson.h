#pragma once

#include <QJsonObject>
#include <optional>

#include "base/Error.h"

namespace signet::base {

/** An error as it is kept in a file: everything that it holds, codes and stages by their stable names. */
QJsonObject toJson(const Error& error);

/** The equal error; nothing where `json` is not one that this Signet knows. The file may have been edited:
 * everything in it is foreign. */
std::optional<Error> errorFromJson(const QJsonObject& json);

}  // namespace signet::base
