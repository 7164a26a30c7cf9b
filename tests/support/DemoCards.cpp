#include "support/DemoCards.h"

#include <map>

namespace signet::test {
namespace {

using sandbox::CardIdentity;
using sandbox::CardPersonalisation;

const sandbox::DemoPki& demoPki() {
    static const auto pki = sandbox::DemoPki::create();
    if (!pki)
        qFatal("no demo PKI: %s", qUtf8Printable(pki.error().detail()));
    return *pki;
}

CardIdentity issue(CardPersonalisation personalisation) {
    const bool latvian = sandbox::countryOf(personalisation) == QLatin1String("LV");
    auto identity =
        demoPki().issueCard(personalisation, QStringLiteral("Žanete"), QStringLiteral("Bērziņa"),
                            latvian ? QStringLiteral("010180-12345") : QStringLiteral("48001010005"));
    if (!identity)
        qFatal("no identity: %s", qUtf8Printable(identity.error().detail()));
    return *identity;
}

}  // namespace

const CardIdentity& demoIdentity(CardPersonalisation personalisation) {
    static std::map<CardPersonalisation, CardIdentity> issued;
    const auto found = issued.find(personalisation);
    return found != issued.end() ? found->second
                                 : issued.emplace(personalisation, issue(personalisation)).first->second;
}

std::shared_ptr<sandbox::VirtualCard> demoCard(CardPersonalisation personalisation,
                                               const sandbox::VirtualCardOptions& options) {
    auto card = sandbox::VirtualCard::create(demoIdentity(personalisation), personalisation,
                                             sandbox::CardPins::demo(), options);
    if (!card)
        qFatal("no card: %s", qUtf8Printable(card.error().detail()));
    return *card;
}

}  // namespace signet::test
