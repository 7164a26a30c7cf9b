#include "cardhost/HostDesk.h"

#include "card/HostMessage.h"

namespace signet::cardhost {

namespace word = card::host::word;

HostDesk::HostDesk(const QString& module) : m_unusable(m_module.load(module)) {}

QCborMap HostDesk::answer(const QCborMap& request, const base::SecretBytes& secret) {
    if (m_unusable)
        return {{word::Unusable, *m_unusable}, {word::Detail, m_module.loadProblem()}};
    const Outcome<QCborValue> outcome = carryOut(request, secret);
    if (!outcome)
        return {{word::Refused, static_cast<qint64>(outcome.error().rv)},
                {word::Call, QLatin1StringView(outcome.error().call)}};
    return {{word::Ok, *outcome}};
}

Outcome<QCborValue> HostDesk::carryOut(const QCborMap& request, const base::SecretBytes& secret) {
    const QString what = request.value(word::Do).toString();
    const auto slot = static_cast<CK_SLOT_ID>(request.value(word::Slot).toInteger());
    if (what == word::Slots)
        return m_module.listSlots();
    if (what == word::Token)
        return m_module.token(slot);
    if (what == word::Objects)
        return m_module.objects(slot);
    if (what == word::Login)
        return m_module.login(slot, request.value(word::OnPad).toBool(),
                              request.value(word::ForSignature).toBool(), secret);
    if (what == word::Key)
        return m_module.takeKey(slot, request.value(word::Id).toByteArray());
    if (what == word::Begin)
        return m_module.beginSignature(slot, request.value(word::Elliptic).toBool());
    if (what == word::Sign)
        return m_module.sign(slot, request.value(word::Data).toByteArray());
    if (what == word::Leave)
        return m_module.leave(slot);
    return tl::unexpected(Refusal{CKR_FUNCTION_NOT_SUPPORTED, "signet-cardhost"});
}

}  // namespace signet::cardhost
