#pragma once

#include <QFuture>

#include "signing/CardDesk.h"
#include "signing/Finding.h"
#include "signing/ServiceDesk.h"

namespace signet::signing {

/** What is to be said of the smart card service, the readers, and the cards in them. Pure. */
QList<Finding> cardFindings(const std::optional<base::Error>& problem, const QList<DeskReader>& readers,
                            const QDateTime& now);

/** What is to be said of the service after it was asked to greet (ServiceDesk::testConnection). Pure. */
QList<Finding> serviceFindings(const Profile& profile, const base::Expected<ServiceGreeting>& greeting);

/** Looks which way the system's settings take to the service, and whether the service lets this profile in.
 * Changes nothing. Without a profile that is said.
 * Never an error. Main thread. */
QFuture<base::Expected<QList<Finding>>> checkService(ServiceDesk& service);

}  // namespace signet::signing
