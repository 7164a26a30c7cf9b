#include <QCoreApplication>
#include <QProcess>

#include "card/ComputerReaders.h"
#include "gui/World.h"
#include "signing/ModuleList.h"
#include "signing/journal/Journal.h"

using namespace Qt::StringLiterals;

namespace signet::gui {
namespace {

class RealWorld : public World {
public:
    ui::UiSettings& settings() override { return m_settings; }

    base::Expected<void> start() override {
        m_secrets = signing::makeSystemSecretStore();
        m_sealPasswords = signing::makeSystemSecretStore(signing::SecretKind::SealPassword);
        m_cards = std::make_unique<signing::CardDesk>(card::computerReaders(signing::ModuleList().all()));
        return {};
    }

    ui::Workplace workplace() override {
        std::function<void()> startDemo;
#ifdef SIGNET_SANDBOX
        startDemo = [] { QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s}); };
#endif
        return {m_sessions, *m_cards,  m_service,    m_profiles, *m_secrets,           *m_sealPasswords,
                m_settings, m_journal, std::nullopt, startDemo,  signing::ModuleList()};
    }

private:
    ui::UiSettings m_settings;
    signing::ProfileStore m_profiles;
    signing::SessionList m_sessions;
    signing::ServiceDesk m_service;
    std::unique_ptr<signing::SecretStore> m_secrets;
    std::unique_ptr<signing::SecretStore> m_sealPasswords;
    std::unique_ptr<signing::CardDesk> m_cards;
    std::shared_ptr<signing::Journal> m_journal = std::make_shared<signing::Journal>();
};

}  // namespace

std::unique_ptr<World> makeRealWorld() {
    return std::make_unique<RealWorld>();
}

}  // namespace signet::gui
