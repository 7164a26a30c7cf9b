#include "sandbox/service/SealingCalls.h"

#include "base/Base64.h"

namespace signet::sandbox {
namespace {

using base::ErrorCode;

HttpAnswer badRequest(const Refusal& refusal) {
    return HttpAnswer::error(400, refusal.code, refusal.message);
}

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
    const QJsonArray sessions = request[u"sessions"].toArray();
    if (!SessionEntries::isSessionList(sessions))
        return badRequest(
            {u"signing:eSealCreate:badRequest"_qs, u"The request names no session, or one twice"_qs});
    for (const QJsonValue& value : sessions)
        m_counters.countChangeRequest(Operation::ESealCreate, value[u"sessionId"].toString());
    const auto authentication = SigningDesk::readCertificate(request[u"authCertificate"]);
    if (!authentication)
        return badRequest(authentication.error());
    const auto key = sealKeyOf(request);
    if (!key)
        return badRequest(key.error());
    if (const auto good = m_desk.checkSigner(key->certificate(), u"eSealCreate"_qs); !good)
        return badRequest(good.error());
    if (!key->certificate().isSeal())
        return badRequest({u"signing:eSealCreate:notASeal"_qs, u"The certificate is not for seals"_qs});
    if (key->certificate() == *authentication)
        return badRequest({u"signing:eSealCreate:timeStampRefused"_qs,
                           u"The time stamp cannot be requested with the sealing certificate"_qs});
    return sealSessions(sessions, *key, SigningChoice::of(request));
}

HttpAnswer SealingCalls::sealSessions(const QJsonArray& sessions, const SealKey& key, SigningChoice choice) {
    SessionEntries entries(m_faults, m_sessions, Operation::ESealCreate);
    for (const QJsonValue& value : sessions) {
        const QString id = value[u"sessionId"].toString();
        const auto sealed = entries.session(id).and_then(
            [&](Session* session) { return m_desk.seal(*session, key, choice); });
        if (!sealed) {
            entries.appendError(id, sealed.error());
            continue;
        }
        m_counters.countChange(Operation::ESealCreate, id);
        entries.appendDone(id);
    }
    return HttpAnswer::data(200, QJsonObject{{u"results"_qs, entries.finish()}});
}

HttpAnswer SealingCalls::addArchive(const QJsonObject& request) {
    const QJsonArray sessions = request[u"sessions"].toArray();
    if (!SessionEntries::isSessionList(sessions))
        return badRequest(
            {u"signing:addArchive:badRequest"_qs, u"The request names no session, or one twice"_qs});
    for (const QJsonValue& value : sessions)
        m_counters.countChangeRequest(Operation::AddArchive, value[u"sessionId"].toString());
    const auto authentication = SigningDesk::readCertificate(request[u"authCertificate"]);
    if (!authentication)
        return badRequest(authentication.error());
    if (authentication->isForSigning())
        return badRequest({u"signing:addArchive:timeStampRefused"_qs,
                           u"The time stamp cannot be requested with a signing certificate"_qs});
    for (const QJsonValue& value : sessions) {
        const Session* session = m_sessions.find(value[u"sessionId"].toString());
        if (session && !m_desk.isSigned(*session)) {
            const QJsonObject nameless{{u"error"_qs, QJsonObject{{u"code"_qs, u"signing:addArchive"_qs}}}};
            return HttpAnswer::data(400, QJsonObject{{u"results"_qs, QJsonArray{nameless}}});
        }
    }
    SessionEntries entries(m_faults, m_sessions, Operation::AddArchive);
    for (const QJsonValue& value : sessions) {
        const QString id = value[u"sessionId"].toString();
        const auto archived =
            entries.session(id).and_then([&](Session* session) { return m_desk.archive(*session); });
        if (!archived) {
            entries.appendError(id, archived.error());
            continue;
        }
        m_counters.countChange(Operation::AddArchive, id);
        entries.appendDone(id);
    }
    return HttpAnswer::data(200, QJsonObject{{u"results"_qs, entries.finish()}});
}

}  // namespace signet::sandbox
