#pragma once

#include "cli/Arguments.h"
#include "cli/ExitCode.h"

namespace signet::cli {

/** `signet-cli readers`: all readers. No reader is no error; a smart card service that does not work is one.
 */
Parsed<int> runReadersCommand(const ReadersArguments& arguments);

/** `signet-cli certificates`: those of every card that can be read; no such card is an error. */
Parsed<int> runCertificatesCommand(const CertificatesArguments& arguments);

}  // namespace signet::cli
