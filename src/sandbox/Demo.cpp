#include "sandbox/Demo.h"

#include <optional>

namespace signet::sandbox {
namespace {

DemoOptions withSeal(DemoOptions options) {
    if (!options.service.seal)
        options.service.seal = SealWish{};
    return options;
}

/** In the service's thread, which is where its certificates live. */
Expected<CardIdentity> issueCard(const SandboxThread& service, CardPersonalisation personalisation,
                                 const CertificateTerms& terms) {
    std::optional<Expected<CardIdentity>> issued;
    service.run([&](Sandbox& sandbox) { issued = sandbox.pki().issueSampleCard(personalisation, terms); });
    if (!issued)
        return base::fail(base::ErrorCode::InternalError);
    return std::move(*issued);
}

}  // namespace

Demo::Demo(DemoOptions options)
    : m_options(withSeal(std::move(options))),
      m_service(m_options.service),
      m_readers(std::make_shared<VirtualReaders>()) {}

Demo::~Demo() {
    m_service.stop();
}

Expected<void> Demo::start() {
    const auto listening = m_service.start();
    if (!listening)
        return tl::unexpected(listening.error());
    auto identity = issueCard(m_service, m_options.personalisation, m_options.certificates);
    if (!identity)
        return tl::unexpected(identity.error());
    auto card = VirtualCard::create(std::move(*identity), m_options.personalisation, CardPins::demo(),
                                    m_options.card);
    if (!card)
        return tl::unexpected(card.error());
    m_card = *card;
    m_readers->insert(VirtualReaders::demoReaderName(), m_card);
    return {};
}

base::SecretBytes Demo::pin2() {
    return std::move(CardPins::demo().pin2);
}

}  // namespace signet::sandbox
