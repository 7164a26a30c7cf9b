#pragma once

namespace signet::signapi {

/**
 * From now on all connections of this program go the way that the system's proxy settings say (on Linux:
 * http_proxy and its kin); those to this computer itself never do. Call once at the start, from main().
 */
void useSystemProxy();

}  // namespace signet::signapi
