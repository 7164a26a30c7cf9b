#pragma once

#include "sandbox/service/DocumentSigner.h"

namespace signet::sandbox {

/** Signs in an ASiC-E container with XAdES (ETSI EN 319 162-1, EN 319 132-1). */
class AsicSigner : public DocumentSigner {
public:
    enum class Target {
        NewContainer,       ///< the documents, whatever they are, go into a new container
        ExistingContainer,  ///< the one document is a container and gets one more signature
    };
    explicit AsicSigner(Target target) : m_target(target) {}

    Expected<std::shared_ptr<const PendingSignature>> prepare(const QList<DataFile>& documents,
                                                              const SignatureRequest& request) const override;
    bool isSigned(const QByteArray& document) const override;
    Expected<QByteArray> archive(const QByteArray& document, const TrustServices& services) const override;

private:
    Target m_target;
};

}  // namespace signet::sandbox
