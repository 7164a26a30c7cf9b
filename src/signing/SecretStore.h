#pragma once

#include <QFuture>
#include <memory>

#include "base/Expected.h"
#include "base/SecretBytes.h"

namespace signet::signing {

/** Where a profile's secret of one kind is kept, under the profile's name. Futures always finish. Main
 * thread.
 */
class SecretStore {
public:
    using Secret = std::shared_ptr<base::SecretBytes>;  ///< null: none is kept

    virtual ~SecretStore() = default;
    virtual QFuture<base::Expected<Secret>> read(const QString& profileName) = 0;
    virtual QFuture<base::Expected<void>> write(const QString& profileName, Secret secret) = 0;
    virtual QFuture<base::Expected<void>> remove(const QString& profileName) = 0;
    /** True where secrets outlive the program (a key chain); otherwise they are asked for once per start. */
    virtual bool isLasting() const = 0;
};

/** For this run of the program only. */
std::unique_ptr<SecretStore> makeMemorySecretStore();

/** What a store is for: each kind has one of its own. */
enum class SecretKind {
    Access,        ///< the client secret or the token
    SealPassword,  ///< the password of the e-seal's file; kept only if the operator asked for it
};

/** The system's key chain (Secret Service, KWallet, Windows credentials) if there is one, otherwise memory.
 */
std::unique_ptr<SecretStore> makeSystemSecretStore(SecretKind kind = SecretKind::Access);

}  // namespace signet::signing
