#pragma once

#include <QIcon>

namespace signet::ui {

/** Signet's own pictures; each looks right on a light and on a dark ground. `name` as in resources/icons. */
QIcon icon(QLatin1StringView name);

/** The program's icon in all its sizes. */
QIcon applicationIcon();

}  // namespace signet::ui
