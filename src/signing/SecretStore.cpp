#include "signing/SecretStore.h"

#include <QHash>

#include "signing/SystemSecretStore.h"
#include "signing/TaskFuture.h"

namespace signet::signing {
namespace {

using base::Expected;

class MemorySecretStore final : public SecretStore {
public:
    QFuture<Expected<Secret>> read(const QString& profileName) override {
        const Secret kept = m_secrets.value(profileName);
        return readyFuture<Secret>(kept ? std::make_shared<base::SecretBytes>(kept->clone()) : nullptr);
    }

    QFuture<Expected<void>> write(const QString& profileName, Secret secret) override {
        m_secrets.insert(profileName,
                         secret ? std::make_shared<base::SecretBytes>(secret->clone()) : nullptr);
        return readyFuture<void>({});
    }

    QFuture<Expected<void>> remove(const QString& profileName) override {
        m_secrets.remove(profileName);
        return readyFuture<void>({});
    }

    bool isLasting() const override { return false; }

private:
    QHash<QString, Secret> m_secrets;
};

}  // namespace

std::unique_ptr<SecretStore> makeMemorySecretStore() {
    return std::make_unique<MemorySecretStore>();
}

std::unique_ptr<SecretStore> makeSystemSecretStore([[maybe_unused]] SecretKind kind) {
#ifdef SIGNET_KEYCHAIN
    if (SystemSecretStore::mayBeThere())
        return std::make_unique<SystemSecretStore>(kind);
#endif
    return makeMemorySecretStore();
}

}  // namespace signet::signing
