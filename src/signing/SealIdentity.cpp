#include "signing/SealIdentity.h"

namespace signet::signing {

base::Expected<SealIdentity> OpenedSeal::encryptedFor(const crypto::RsaPublicKey& key,
                                                      crypto::RsaPadding padding) const {
    base::Expected<QByteArray> encrypted = key.encrypt(*password, padding);
    if (!encrypted)
        return tl::unexpected(encrypted.error());
    return SealIdentity{certificate, authCertificate, pfx, *std::move(encrypted)};
}

}  // namespace signet::signing
