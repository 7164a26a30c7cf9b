#include "sandbox/service/SigningChoice.h"

#include "base/Log.h"
#include "sandbox/service/AsicContainer.h"
#include "sandbox/service/AsicSigner.h"
#include "sandbox/service/PdfSigner.h"

namespace signet::sandbox {

tl::unexpected<Refusal> refuseBroken(const QString& operation, const base::Error& error) {
    qCWarning(base::logSandbox) << operation << error.publicCode() << error.detail();
    return refuse(u"signing:" + operation, u"The document could not be processed"_qs);
}

SigningChoice SigningChoice::of(const QJsonObject& request) {
    return {request[u"signAsPdf"].toBool(), request[u"createNewEdoc"].toBool()};
}

Granted<std::shared_ptr<const DocumentSigner>> documentSignerFor(const QList<DataFile>& documents,
                                                                 SigningChoice choice,
                                                                 const QString& operation) {
    if (documents.isEmpty())
        return refuse(u"signing:%1:noFiles"_qs.arg(operation), u"Session has no file to sign"_qs);
    if (choice.signAsPdf) {
        if (documents.size() != 1 || !PdfSigner::isPdfName(documents.first().name))
            return refuse(u"signing:%1:notOnePdf"_qs.arg(operation),
                          u"The session does not hold exactly one PDF"_qs);
        return std::make_shared<const PdfSigner>();
    }
    const bool extends = !choice.createNewEdoc && documents.size() == 1 &&
                         AsicContainer::isContainerName(documents.first().name);
    return std::make_shared<const AsicSigner>(extends ? AsicSigner::Target::ExistingContainer
                                                      : AsicSigner::Target::NewContainer);
}

std::shared_ptr<const DocumentSigner> documentSignerOf(const QString& fileName) {
    if (AsicContainer::isContainerName(fileName))
        return std::make_shared<const AsicSigner>(AsicSigner::Target::ExistingContainer);
    return PdfSigner::isPdfName(fileName) ? std::make_shared<const PdfSigner>() : nullptr;
}

}  // namespace signet::sandbox
