#pragma once

#include <optional>

#include "base/SecretBytes.h"
#include "cli/Arguments.h"
#include "signing/Profile.h"

namespace signet::signing {
class ServiceDesk;
}

namespace signet::cli {

class Interrupts;

/** What it takes to speak to the service. */
struct ServiceAccess {
    signing::Profile profile;
    base::SecretBytes secret;  ///< the client's secret, or the token; empty until completeSecret()
};

/** The profile that was named, or one made of the command line; and its secret, where it is in a file. */
Parsed<ServiceAccess> serviceAccess(const RunArguments& arguments);

/**
 * A named profile's secret, which may have to be waited for: runs an event loop; call before the program's
 * own. Without a secret only after an interrupt: such a run reports its sessions, and meets no service.
 */
Parsed<void> completeSecret(ServiceAccess& access, const RunArguments& arguments, Interrupts& interrupts);

/** Nothing is connected after an interrupt. A profile that cannot be used is a wrong command line. */
Parsed<void> connectTo(signing::ServiceDesk& service, ServiceAccess access, const Interrupts& interrupts);

/** A PIN, password, secret or token out of a file; what is wrong with it is a wrong command line. */
Parsed<base::SecretBytes> secretFrom(const QString& file);

/** The sessions that were named or listed; none where files were given. */
Parsed<QStringList> identifiersOf(const Picks& picks);
/** The files that were given. */
QStringList filesOf(const Picks& picks);

/** Makes the folder, and proves that files can be made in it, before anybody changes anything. */
Parsed<void> prepareOutputFolder(const QString& folder);

/** What is wrong, with what to do about it, as a wrong command line. */
UsageError asUsageError(const base::Error& error);

}  // namespace signet::cli
