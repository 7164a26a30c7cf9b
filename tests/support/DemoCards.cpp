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

CardIdentity issue(CardPersonalisation personalisation, const sandbox::CertificateTerms& terms = {}) {
    const bool latvian = sandbox::countryOf(personalisation) == QLatin1String("LV");
    auto identity =
        demoPki().issueCard(personalisation, QStringLiteral("Žanete"), QStringLiteral("Bērziņa"),
                            latvian ? QStringLiteral("010180-12345") : QStringLiteral("48001010005"), terms);
    if (!identity)
        qFatal("no identity: %s", qUtf8Printable(identity.error().detail()));
    return *identity;
}

std::shared_ptr<sandbox::VirtualCard> made(const CardIdentity& identity, CardPersonalisation personalisation,
                                           const sandbox::VirtualCardOptions& options) {
    auto card = sandbox::VirtualCard::create(identity, personalisation, sandbox::CardPins::demo(), options);
    if (!card)
        qFatal("no card: %s", qUtf8Printable(card.error().detail()));
    return *card;
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
    return made(demoIdentity(personalisation), personalisation, options);
}

std::shared_ptr<sandbox::VirtualCard> cardWith(const sandbox::CertificateTerms& terms,
                                               const sandbox::VirtualCardOptions& options) {
    constexpr auto Kind = CardPersonalisation::CosmoXEc;
    return made(issue(Kind, terms), Kind, options);
}

}  // namespace signet::test
