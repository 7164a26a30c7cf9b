#pragma once

#include "sandbox/service/AsicContainer.h"
#include "sandbox/service/ValidationFinding.h"
#include "sandbox/service/ValidationTrust.h"

namespace signet::sandbox {

/**
 * Verifies every XAdES signature of a container: the digests of what it refers to, its value, its time stamps
 * (ETSI EN 319 132-1), its certificate and revocation. In the container's order; one that cannot be read is
 * TOTAL-FAILED.
 */
QList<SignatureFinding> validateXades(const AsicContainer& container, const ValidationTrust& trust);

}  // namespace signet::sandbox
