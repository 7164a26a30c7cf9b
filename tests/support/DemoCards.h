#pragma once

#include <memory>

#include "sandbox/card/VirtualCard.h"

namespace signet::test {

/** One holder per personalisation, issued by one demo PKI that lives as long as the process. */
const sandbox::CardIdentity& demoIdentity(sandbox::CardPersonalisation personalisation);

/** A fresh card of that holder. */
std::shared_ptr<sandbox::VirtualCard> demoCard(sandbox::CardPersonalisation personalisation,
                                               const sandbox::VirtualCardOptions& options = {});

/** A card of a holder of its own, whose certificates are such. */
std::shared_ptr<sandbox::VirtualCard> cardWith(const sandbox::CertificateTerms& terms,
                                               const sandbox::VirtualCardOptions& options = {});

}  // namespace signet::test
