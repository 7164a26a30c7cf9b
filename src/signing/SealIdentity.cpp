#include "signing/SealIdentity.h"

#include "signing/Validity.h"

namespace signet::signing {

QList<base::Error> OpenedSeal::warnings() const {
    QList<base::Error> told = appraise(certificate, CertificateUse::Seal).warnings;
    addNewKinds(told, appraise(authCertificate, CertificateUse::Authenticate).all());
    return told;
}

base::Expected<SealIdentity> OpenedSeal::encryptedFor(const crypto::RsaPublicKey& key,
                                                      crypto::RsaPadding padding) const {
    base::Expected<QByteArray> encrypted = key.encrypt(*password, padding);
    if (!encrypted)
        return tl::unexpected(encrypted.error());
    return SealIdentity{certificate, authCertificate, pfx, *std::move(encrypted)};
}

}  // namespace signet::signing
