#include "sandbox/service/SealingCalls.h"

#include "base/Base64.h"

namespace signet::sandbox {
namespace {

using base::ErrorCode;

tl::unexpected<Refusal> refuseSeal(const char* reason, const QString& message) {
    return refuse(u"signing:eSealCreate:"_qs + QLatin1StringView(reason), message);
}

tl::unexpected<Refusal> refuseKey(ErrorCode code) {
    switch (code) {
        case ErrorCode::PfxPasswordWrong:
            return refuseSeal("badPassword", u"The password does not open the key"_qs);
        case ErrorCode::PfxWithoutKey:
            return refuseSeal("noKey", u"signKey holds no private key"_qs);
        case ErrorCode::PfxWithoutCertificate:
            return refuseSeal("noCertificate", u"signKey holds no certificate"_qs);
        case ErrorCode::PfxKeyMismatch:
            return refuseSeal("keyMismatch", u"The key does not belong to the certificate"_qs);
        default:
            return refuseSeal("badKey", u"signKey cannot be read"_qs);
    }
}

}  // namespace

SealingCalls::SealingCalls(const SigningDesk& desk, CentralKey& centralKey, SessionStore& sessions,
                           FaultPlan faults, Counters counters)
    : m_desk(desk),
      m_centralKey(centralKey),
      m_sessions(sessions),
      m_faults(std::move(faults)),
      m_counters(std::move(counters)) {}

Granted<SealKey> SealingCalls::sealKeyOf(const QJsonObject& request) const {
    const auto pfx = base::decodeBase64(request[u"signKey"].toString().toLatin1());
    if (!pfx)
        return refuseSeal("badKey", u"signKey is missing or not base64"_qs);
    const auto encrypted = base::decodeBase64(request[u"signKeyPassword"].toString().toLatin1());
    const auto password = encrypted ? m_centralKey.decrypt(*encrypted) : std::nullopt;
    if (!password)
        return refuseSeal("badEncryption", u"signKeyPassword is not encrypted with the central key"_qs);
    auto key = SealKey::open(*pfx, *password);
    if (!key)
        return refuseKey(key.error().code());
    return *std::move(key);
}

HttpAnswer SealingCalls::createESeal(const QJsonObject& request) {
    SessionEntries entries(request[u"sessions"].toArray(), Operation::ESealCreate, m_faults, m_sessions);
    if (const auto named = entries.check(); !named)
        return HttpAnswer::badRequest(named.error());
    entries.countRequest(m_counters);
    const auto authentication = SigningDesk::readCertificate(request[u"authCertificate"]);
    if (!authentication)
        return HttpAnswer::badRequest(authentication.error());
    const auto key = sealKeyOf(request);
    if (!key)
        return HttpAnswer::badRequest(key.error());
    if (const auto good = m_desk.checkSigner(key->certificate(), u"eSealCreate"_qs); !good)
        return HttpAnswer::badRequest(good.error());
    if (!key->certificate().isSeal())
        return HttpAnswer::badRequest(
            {u"signing:eSealCreate:notASeal"_qs, u"The certificate is not for seals"_qs});
    if (key->certificate() == *authentication)
        return HttpAnswer::badRequest(
            {u"signing:eSealCreate:timeStampRefused"_qs,
             u"The time stamp cannot be requested with the sealing certificate"_qs});
    const SigningChoice choice = SigningChoice::of(request);
    entries.changeEach(
        [&](Session& session, const QJsonValue&) { return m_desk.seal(session, *key, choice); }, m_counters);
    return HttpAnswer::data(200, QJsonObject{{u"results"_qs, entries.finish()}});
}

HttpAnswer SealingCalls::addArchive(const QJsonObject& request) {
    const QJsonArray sessions = request[u"sessions"].toArray();
    SessionEntries entries(sessions, Operation::AddArchive, m_faults, m_sessions);
    if (const auto named = entries.check(); !named)
        return HttpAnswer::badRequest(named.error());
    entries.countRequest(m_counters);
    const auto authentication = SigningDesk::readCertificate(request[u"authCertificate"]);
    if (!authentication)
        return HttpAnswer::badRequest(authentication.error());
    if (authentication->isForSigning())
        return HttpAnswer::badRequest({u"signing:addArchive:timeStampRefused"_qs,
                                       u"The time stamp cannot be requested with a signing certificate"_qs});
    for (const QJsonValue& value : sessions) {
        const Session* session = m_sessions.find(value[u"sessionId"].toString());
        if (session && !m_desk.isSigned(*session)) {
            const QJsonObject nameless{{u"error"_qs, QJsonObject{{u"code"_qs, u"signing:addArchive"_qs}}}};
            return HttpAnswer::data(400, QJsonObject{{u"results"_qs, QJsonArray{nameless}}});
        }
    }
    entries.changeEach([this](Session& session, const QJsonValue&) { return m_desk.archive(session); },
                       m_counters);
    return HttpAnswer::data(200, QJsonObject{{u"results"_qs, entries.finish()}});
}

}  // namespace signet::sandbox
