#include "sandbox/service/ValidationCalls.h"

#include "sandbox/service/ValidationPdf.h"
#include "sandbox/service/ValidationXades.h"

namespace signet::sandbox {
namespace {

/** These two as they were seen: a text, no object. */
HttpAnswer refusal(const QString& words) {
    return HttpAnswer::json(400, {{u"error"_qs, words}});
}

bool isPdf(const QByteArray& bytes) {
    constexpr qsizetype HeaderWithin = 1024;
    return bytes.first(qMin(bytes.size(), HeaderWithin)).contains("%PDF-");
}

/** Nothing for a document of another kind. */
std::optional<DocumentFinding> findingOf(const QByteArray& bytes, const ValidationTrust& trust) {
    if (isPdf(bytes)) {
        const auto signatures = validatePdf(bytes, trust);
        return signatures ? std::optional(DocumentFinding{u"PDF"_qs, {u"Partial PDF"_qs}, *signatures})
                          : std::nullopt;
    }
    const auto container = AsicContainer::read(bytes);
    if (!container)
        return std::nullopt;
    DocumentFinding finding{u"ASiC-E"_qs, {}, validateXades(*container, trust)};
    for (const DataFile& file : container->files())
        finding.includedFiles.append(file.name);
    return finding;
}

bool isInside(const Session& session, const QString& documentId) {
    for (const StoredDocument& document : session.documents) {
        for (const StoredDocument& inside : document.included) {
            if (inside.id == documentId)
                return true;
        }
    }
    return false;
}

}  // namespace

HttpAnswer ValidationCalls::validate(const Session& session, const QString& documentId, Operation operation) {
    const ReportShape shape{operation == Operation::ValidateV1 ? 1 : 2,
                            m_faults.take(FaultKind::OtherSpellings, operation, session.id).has_value()};
    for (const StoredDocument& document : session.documents) {
        if (document.id == documentId)
            return report(document, shape);
    }
    if (isInside(session, documentId))
        return refusal(u"Document format not recognized/handled"_qs);
    return HttpAnswer::error(404, u"storage:notFound"_qs, u"The session has no such document"_qs);
}

HttpAnswer ValidationCalls::report(const StoredDocument& document, const ReportShape& shape) const {
    const auto finding = findingOf(document.bytes, m_trust);
    if (!finding)
        return refusal(u"Document format not recognized/handled"_qs);
    if (finding->signatures.isEmpty())
        return refusal(u"file is not signed"_qs);
    return HttpAnswer::data(200, reportOf(*finding, document.name, shape));
}

}  // namespace signet::sandbox
