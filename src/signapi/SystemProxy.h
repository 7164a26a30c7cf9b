#pragma once

#include <QString>
#include <QUrl>

namespace signet::signapi {

/**
 * From now on all connections of this program go the way that the system's proxy settings say (on Linux:
 * http_proxy and its kin); those to this computer itself never do. Call once at the start, from main().
 */
void useSystemProxy();

/** "proxy.example:3128", or empty where the way is direct: the way to `address` as the system's settings are
 * now. May wait for the system; any thread. */
QString proxyFor(const QUrl& address);

}  // namespace signet::signapi
