#include "sandbox/service/SigningChoice.h"

#include "base/Log.h"
#include "sandbox/service/AsicContainer.h"
#include "sandbox/service/AsicSigner.h"

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
    if (choice.signAsPdf)
        return refuse(u"signing:%1:signAsPdf"_qs.arg(operation),
                      u"Signatures inside a PDF are not available here"_qs);
    const bool extends = !choice.createNewEdoc && documents.size() == 1 &&
                         AsicContainer::isContainerName(documents.first().name);
    return std::make_shared<const AsicSigner>(extends ? AsicSigner::Target::ExistingContainer
                                                      : AsicSigner::Target::NewContainer);
}

}  // namespace signet::sandbox
