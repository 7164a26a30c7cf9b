#pragma once

#include "cli/Preparation.h"
#include "signing/Profile.h"
#include "signing/SealDesk.h"

namespace signet::cli {

/**
 * Finds the key for the e-seal's password, and encrypts it. The fingerprint of a key that comes from the
 * service is shown the first time, and kept in the profile if there is one; another key than the kept one
 * ends the run.
 */
class SealPreparation final : public Preparation {
public:
    using Opened = base::Expected<signing::OpenedSeal>;

    /** `profileName`: where to keep the key's fingerprint; empty: nowhere. */
    SealPreparation(Opened seal, signing::Profile profile, QString profileName, QString centralKeyFile);

    void start(signing::ServiceDesk& service, signing::BatchOrder& order, Ready ready) override;

private:
    base::Expected<void> useKey(const signing::CentralKey& key, signing::BatchOrder& order);

    Opened m_seal;
    signing::Profile m_profile;
    QString m_profileName;
    QString m_centralKeyFile;
};

}  // namespace signet::cli
