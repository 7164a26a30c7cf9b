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

}  // namespace

SigningCalls::SigningCalls(SigningDesk& desk, SessionStore& sessions, FaultPlan faults, Counters counters)
    : m_desk(desk), m_sessions(sessions), m_faults(std::move(faults)), m_counters(std::move(counters)) {}

HttpAnswer SigningCalls::calculateDigest(const QJsonObject& request) {
    SessionEntries entries(request[u"sessions"].toArray(), Operation::CalculateDigest, m_faults, m_sessions);
    if (const auto named = entries.check(); !named)
        return HttpAnswer::badRequest(named.error());
    const auto signer = SigningDesk::readCertificate(request[u"certificate"]);
    const auto checked = signer ? m_desk.checkSigner(*signer, u"calculateDigest"_qs)
                                : Granted<void>(tl::unexpected(signer.error()));
    if (!checked)
        return HttpAnswer::badRequest(checked.error());
    QByteArray summary;
    const SigningChoice choice = SigningChoice::of(request);
    entries.answerEach([&](Session& session, const QJsonValue&) {
        return m_desk.prepare(session, *signer, choice).map([&](const QByteArray& digest) {
            summary += digest;
            return QJsonObject{{u"digest"_qs, digestText(session.id, digest)}};
        });
    });
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
    SessionEntries entries(request[u"sessionSignatureValues"].toArray(), Operation::FinalizeSigning, m_faults,
                           m_sessions);
    if (const auto named = entries.check(); !named)
        return HttpAnswer::badRequest(named.error());
    entries.countRequest(m_counters);
    const auto authentication = SigningDesk::readCertificate(request[u"authCertificate"]);
    if (!authentication)
        return HttpAnswer::badRequest(authentication.error());
    entries.changeEach(
        [&](Session& session, const QJsonValue& asked) {
            return m_desk.complete(session, asked[u"signatureValue"].toString(), *authentication);
        },
        m_counters);
    return HttpAnswer::data(200, QJsonObject{{u"results"_qs, entries.finish()}});
}

QString SigningCalls::digestText(const QString& sessionId, QByteArray digest) {
    constexpr Operation Call = Operation::CalculateDigest;
    if (const auto fault = m_faults.take(FaultKind::DigestLength, Call, sessionId))
        digest = digest.leftJustified(fault->amount, '\x5a', true);
    QString text = QString::fromLatin1(digest.toBase64());
    if (m_faults.take(FaultKind::DigestNotBase64, Call, sessionId))
        text = u"*** no base64 ***"_qs;
    if (m_faults.take(FaultKind::DigestWithLineBreaks, Call, sessionId))
        text.insert(text.size() / 2, u"\r\n"_qs);
    return text;
}

}  // namespace signet::sandbox
