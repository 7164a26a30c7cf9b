#pragma once

#include "cli/Arguments.h"

namespace signet::cli {

// The options that commands share, out of words that were given for them.

/** Where the service is, and who asks; no picks. */
Parsed<RunArguments> serviceArguments(const GivenOptions& given);
/** The same where any of its options was given: half a service is an error, not nothing. */
Parsed<std::optional<RunArguments>> serviceIfAny(const GivenOptions& given);
Parsed<RunArguments> runArguments(const GivenOptions& given);
Parsed<std::optional<std::chrono::seconds>> confirmTime(const GivenOptions& given);
Parsed<ChangeArguments> changeArguments(const GivenOptions& given);
Parsed<signing::ResultForm> resultForm(const GivenOptions& given);
Parsed<PinSource> pinSource(const GivenOptions& given);
/** `presentFile` and `allowLastTry`: the options that `deed` has for what is presented. */
Parsed<PinCareArguments> pinCareArguments(const GivenOptions& given, signing::PinOrder::Deed deed,
                                          const char* presentFile, const char* allowLastTry);

/** An error if both were given. */
Parsed<void> notBoth(const GivenOptions& given, const char* one, const char* other);
/** "--name", as people write it. */
QString dashed(const char* name);
/** Those of --pkcs11-module. */
Parsed<QStringList> modulePaths(const GivenOptions& given);

}  // namespace signet::cli
