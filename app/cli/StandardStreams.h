#pragma once

namespace signet::cli {

// What Console needs of the platform.

/** Opens what is closed of the three, so that using it fails; false if standard input was. */
bool openStandardStreams();
bool errorIsTerminal();
/** Of standard error's terminal. */
int terminalColumns();

}  // namespace signet::cli
