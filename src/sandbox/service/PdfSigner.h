#pragma once

#include "sandbox/service/DocumentSigner.h"

namespace signet::sandbox {

/** Signs inside the one PDF (ETSI EN 319 142-1), as PdfSignature does. */
class PdfSigner : public DocumentSigner {
public:
    /** By the ending of the name. */
    static bool isPdfName(const QString& fileName);

    Expected<std::shared_ptr<const PendingSignature>> prepare(const QList<DataFile>& documents,
                                                              const SignatureRequest& request) const override;
    bool isSigned(const QByteArray& document) const override;
    Expected<QByteArray> archive(const QByteArray& document, const TrustServices& services) const override;
};

}  // namespace signet::sandbox
