#pragma once

#include <chrono>

#include "signing/SecretStore.h"

namespace QKeychain {
class Job;
}

namespace signet::signing {

/**
 * The system's key chain through QtKeychain. The first time that it fails or stays silent, secrets are kept
 * in memory for the rest of this run, and the caller does not notice: a machine without a key chain is no
 * error. Main thread.
 */
class SystemSecretStore final : public SecretStore {
public:
    explicit SystemSecretStore(SecretKind kind);
    ~SystemSecretStore() override;

    /** False where asking would be in vain, or start programs: on Linux without a session bus. */
    static bool mayBeThere();

    QFuture<base::Expected<Secret>> read(const QString& profileName) override;
    QFuture<base::Expected<void>> write(const QString& profileName, Secret secret) override;
    QFuture<base::Expected<void>> remove(const QString& profileName) override;
    bool isLasting() const override;

private:
    struct State;
    std::shared_ptr<State> m_state;  ///< shared with the jobs under way
};

}  // namespace signet::signing
