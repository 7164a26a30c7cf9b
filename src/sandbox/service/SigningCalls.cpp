#include "sandbox/service/SigningCalls.h"

#include <QCryptographicHash>

namespace signet::sandbox {
namespace {

/** A hash name and a signature algorithm by the digests' length and the key. */
QString algorithmName(int digestLength) {
    return u"SHA" + QString::number(digestLength * 8);
}

QString signatureAlgorithmName(crypto::KeyType type, const QString& hash) {
    return hash + (type == crypto::KeyType::Rsa ? u"withRSA" : u"withECDSA");
}

HttpAnswer badRequest(const Refusal& refusal) {
    return HttpAnswer::error(400, refusal.code, refusal.message);
}

}  // namespace

SigningCalls::SigningCalls(SigningDesk& desk, SessionStore& sessions, FaultPlan faults, Counters counters)
    : m_desk(desk), m_sessions(sessions), m_faults(std::move(faults)), m_counters(std::move(counters)) {}

HttpAnswer SigningCalls::calculateDigest(const QJsonObject& request) {
    const QJsonArray sessions = request[u"sessions"].toArray();
    if (!SessionEntries::isSessionList(sessions))
        return badRequest(
            {u"signing:calculateDigest:badRequest"_qs, u"The request names no session, or one twice"_qs});
    const auto signer = SigningDesk::readCertificate(request[u"certificate"]);
    const auto checked = signer ? m_desk.checkSigner(*signer, u"calculateDigest"_qs)
                                : Granted<void>(tl::unexpected(signer.error()));
    if (!checked)
        return badRequest(checked.error());
    SessionEntries entries(m_faults, m_sessions, Operation::CalculateDigest);
    QByteArray summary;
    for (const QJsonValue& value : sessions) {
        const QString id = value[u"sessionId"].toString();
        const auto digest = entries.session(id).and_then(
            [&](Session* session) { return m_desk.prepare(*session, *signer, SigningChoice::of(request)); });
        if (!digest) {
            entries.appendError(id, digest.error());
            continue;
        }
        summary += *digest;
        entries.append(digestEntry(id, *digest));
    }
    const QString hash = algorithmName(m_desk.digestLengthFor(*signer));
    const QByteArray summaryHash = QCryptographicHash::hash(summary, QCryptographicHash::Sha256);
    return HttpAnswer::data(
        200,
        QJsonObject{{u"sessionDigests"_qs,
                     entries.finish({{u"digest"_qs, QString::fromLatin1(QByteArray(32, 'x').toBase64())}})},
                    {u"digests_summary"_qs, QString::fromLatin1(summaryHash.toBase64())},
                    {u"algorithm"_qs, hash},
                    {u"signature_algorithm"_qs, signatureAlgorithmName(signer->keyType(), hash)}});
}

HttpAnswer SigningCalls::finalizeSigning(const QJsonObject& request) {
    const QJsonArray values = request[u"sessionSignatureValues"].toArray();
    if (!SessionEntries::isSessionList(values))
        return badRequest(
            {u"signing:finalizeSigning:badRequest"_qs, u"The request names no session, or one twice"_qs});
    for (const QJsonValue& value : values)
        m_counters.countChangeRequest(Operation::FinalizeSigning, value[u"sessionId"].toString());
    const auto authentication = SigningDesk::readCertificate(request[u"authCertificate"]);
    if (!authentication)
        return badRequest(authentication.error());
    SessionEntries entries(m_faults, m_sessions, Operation::FinalizeSigning);
    for (const QJsonValue& value : values) {
        const QString id = value[u"sessionId"].toString();
        const auto completed = entries.session(id).and_then([&](Session* session) {
            return m_desk.complete(*session, value[u"signatureValue"].toString(), *authentication);
        });
        if (!completed) {
            entries.appendError(id, completed.error());
            continue;
        }
        m_counters.countChange(Operation::FinalizeSigning, id);
        entries.appendDone(id);
    }
    return HttpAnswer::data(200, QJsonObject{{u"results"_qs, entries.finish()}});
}

QJsonObject SigningCalls::digestEntry(const QString& sessionId, QByteArray digest) {
    constexpr Operation Call = Operation::CalculateDigest;
    if (const auto fault = m_faults.take(FaultKind::DigestLength, Call, sessionId))
        digest = digest.leftJustified(fault->amount, '\x5a', true);
    QString text = QString::fromLatin1(digest.toBase64());
    if (m_faults.take(FaultKind::DigestNotBase64, Call, sessionId))
        text = u"*** no base64 ***"_qs;
    if (m_faults.take(FaultKind::DigestWithLineBreaks, Call, sessionId))
        text.insert(text.size() / 2, u"\r\n"_qs);
    return {{u"sessionId"_qs, sessionId}, {u"digest"_qs, text}};
}

}  // namespace signet::sandbox
