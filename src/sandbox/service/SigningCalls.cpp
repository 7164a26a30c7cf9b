#include "sandbox/service/SigningCalls.h"

#include <QCryptographicHash>
#include <QSet>

namespace signet::sandbox {
namespace {

QJsonObject errorEntry(const QString& sessionId, const Refusal& refusal) {
    return {{u"sessionId"_qs, sessionId},
            {u"error"_qs, QJsonObject{{u"code"_qs, refusal.code}, {u"message"_qs, refusal.message}}}};
}

Refusal unknownSession() {
    return {u"session:notFound"_qs, u"The session does not exist, has expired or is closed"_qs};
}

Refusal fromFault(const Fault& fault, Operation operation) {
    return {fault.code.isEmpty() ? u"signing:" + toString(operation) : fault.code,
            fault.message.isEmpty() ? u"The session cannot be processed"_qs : fault.message};
}

/** Every entry an object with its own sessionId, at least one. */
bool isSessionList(const QJsonArray& list) {
    QSet<QString> seen;
    for (const QJsonValue& value : list) {
        const QString id = value[u"sessionId"].toString();
        if (id.isEmpty() || seen.contains(id))
            return false;
        seen.insert(id);
    }
    return !list.isEmpty();
}

/** A hash name and a signature algorithm by the digests' length and the key. */
QString algorithmName(int digestLength) {
    return u"SHA" + QString::number(digestLength * 8);
}

QString signatureAlgorithmName(crypto::KeyType type, const QString& hash) {
    return hash + (type == crypto::KeyType::Rsa ? u"withRSA" : u"withECDSA");
}

}  // namespace

SigningCalls::SigningCalls(SigningDesk& desk, SessionStore& sessions, FaultPlan faults, Counters counters)
    : m_desk(desk), m_sessions(sessions), m_faults(std::move(faults)), m_counters(std::move(counters)) {}

HttpAnswer SigningCalls::calculateDigest(const QJsonObject& request) {
    const QJsonArray sessions = request[u"sessions"].toArray();
    if (!isSessionList(sessions))
        return HttpAnswer::error(400, u"signing:calculateDigest:badRequest"_qs,
                                 u"The request names no session, or one twice"_qs);
    const auto signer = SigningDesk::readCertificate(request[u"certificate"]);
    const auto checked = signer ? m_desk.checkSigner(*signer) : Granted<void>(tl::unexpected(signer.error()));
    if (!checked)
        return HttpAnswer::error(400, checked.error().code, checked.error().message);
    QJsonArray entries;
    QByteArray summary;
    for (const QJsonValue& session : sessions)
        append(entries,
               digestEntry(session[u"sessionId"].toString(), *signer, SigningChoice::of(request), summary),
               Operation::CalculateDigest);
    appendStranger(entries, {{u"digest"_qs, QString::fromLatin1(QByteArray(32, 'x').toBase64())}},
                   Operation::CalculateDigest);
    const QString hash = algorithmName(m_desk.digestLengthFor(*signer));
    const QByteArray summaryHash = QCryptographicHash::hash(summary, QCryptographicHash::Sha256);
    return HttpAnswer::data(
        200, QJsonObject{{u"sessionDigests"_qs, entries},
                         {u"digests_summary"_qs, QString::fromLatin1(summaryHash.toBase64())},
                         {u"algorithm"_qs, hash},
                         {u"signature_algorithm"_qs, signatureAlgorithmName(signer->keyType(), hash)}});
}

HttpAnswer SigningCalls::finalizeSigning(const QJsonObject& request) {
    const QJsonArray values = request[u"sessionSignatureValues"].toArray();
    if (!isSessionList(values))
        return HttpAnswer::error(400, u"signing:finalizeSigning:badRequest"_qs,
                                 u"The request names no session, or one twice"_qs);
    for (const QJsonValue& value : values)
        m_counters.countFinalizeRequest(value[u"sessionId"].toString());
    const auto authentication = SigningDesk::readCertificate(request[u"authCertificate"]);
    if (!authentication)
        return HttpAnswer::error(400, authentication.error().code, authentication.error().message);
    QJsonArray results;
    for (const QJsonValue& value : values)
        append(results, resultEntry(value.toObject(), *authentication), Operation::FinalizeSigning);
    appendStranger(results, {}, Operation::FinalizeSigning);
    return HttpAnswer::data(200, QJsonObject{{u"results"_qs, results}});
}

QJsonObject SigningCalls::digestEntry(const QString& sessionId, const crypto::Certificate& signer,
                                      SigningChoice choice, QByteArray& summary) {
    if (const auto fault = m_faults.take(FaultKind::SessionError, Operation::CalculateDigest, sessionId))
        return errorEntry(sessionId, fromFault(*fault, Operation::CalculateDigest));
    Session* session = findSession(sessionId, Operation::CalculateDigest);
    if (!session)
        return errorEntry(sessionId, unknownSession());
    const auto digest = m_desk.prepare(*session, signer, choice);
    if (!digest)
        return errorEntry(sessionId, digest.error());
    summary += *digest;
    QJsonObject entry{{u"sessionId"_qs, sessionId}};
    spoilDigest(entry, *digest);
    return entry;
}

void SigningCalls::spoilDigest(QJsonObject& entry, QByteArray digest) {
    constexpr Operation Call = Operation::CalculateDigest;
    const QString id = entry[u"sessionId"].toString();
    if (const auto fault = m_faults.take(FaultKind::DigestLength, Call, id))
        digest = digest.leftJustified(fault->amount, '\x5a', true);
    QString text = QString::fromLatin1(digest.toBase64());
    if (m_faults.take(FaultKind::DigestNotBase64, Call, id))
        text = u"*** no base64 ***"_qs;
    if (m_faults.take(FaultKind::DigestWithLineBreaks, Call, id))
        text.insert(text.size() / 2, u"\r\n"_qs);
    entry.insert(u"digest"_qs, text);
}

QJsonObject SigningCalls::resultEntry(const QJsonObject& value, const crypto::Certificate& authentication) {
    const QString sessionId = value[u"sessionId"].toString();
    if (const auto fault = m_faults.take(FaultKind::SessionError, Operation::FinalizeSigning, sessionId))
        return errorEntry(sessionId, fromFault(*fault, Operation::FinalizeSigning));
    Session* session = findSession(sessionId, Operation::FinalizeSigning);
    if (!session)
        return errorEntry(sessionId, unknownSession());
    const auto completed = m_desk.complete(*session, value[u"signatureValue"].toString(), authentication);
    if (!completed)
        return errorEntry(sessionId, completed.error());
    m_counters.countFinalization(sessionId);
    return {{u"sessionId"_qs, sessionId}};
}

void SigningCalls::append(QJsonArray& list, const QJsonObject& entry, Operation operation) {
    const QString id = entry[u"sessionId"].toString();
    if (m_faults.take(FaultKind::SessionLeftOut, operation, id))
        return;
    list.append(entry);
    if (m_faults.take(FaultKind::SessionRepeated, operation, id))
        list.append(entry);
}

void SigningCalls::appendStranger(QJsonArray& list, QJsonObject entry, Operation operation) {
    constexpr int IdBytes = 32;
    if (!m_faults.take(FaultKind::Stranger, operation))
        return;
    entry.insert(u"sessionId"_qs, randomHex(IdBytes));
    list.append(entry);
}

Session* SigningCalls::findSession(const QString& id, Operation operation) {
    return m_faults.take(FaultKind::SessionExpired, operation, id) ? nullptr : m_sessions.find(id);
}

}  // namespace signet::sandbox
