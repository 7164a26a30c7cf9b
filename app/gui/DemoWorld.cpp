#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include "gui/World.h"
#include "sandbox/Demo.h"
#include "signing/journal/Journal.h"

using namespace Qt::StringLiterals;

namespace signet::gui {
namespace {

class DemoWorld : public World {
public:
    DemoWorld()
        : m_settings(m_place.filePath(u"window.ini"_s)),
          m_profiles(m_place.filePath(u"profiles.ini"_s)),
          m_secrets(signing::makeMemorySecretStore()),
          m_sealPasswords(signing::makeMemorySecretStore()) {}

    ui::UiSettings& settings() override { return m_settings; }

    base::Expected<void> start() override {
        if (const auto started = m_demo.start(); !started)
            return started;
        signing::Profile profile;
        profile.name = QCoreApplication::translate("Demo", "Demo");
        profile.api = m_demo.service().api;
        profile.tokenUrl = m_demo.service().tokenUrl;
        profile.clientId = m_demo.service().clientId;
        profile.caFile = m_demo.service().caFile;
        profile.sealPfxFile = m_demo.seal().pfxFile;
        profile.sealAuthCertificateFile = m_demo.seal().authCertificateFile;
        m_profiles.save(profile);
        m_profiles.setCurrent(profile.name);
        m_secrets->write(profile.name, std::make_shared<base::SecretBytes>(m_demo.clientSecret()));
        m_cards = std::make_unique<signing::CardDesk>(m_demo.readers());
        // This folder stays: people want to look at what they have signed.
        QTemporaryDir signedDocuments(QDir::temp().filePath(u"signet-demo-XXXXXX"_s));
        signedDocuments.setAutoRemove(false);
        m_settings.setOutputFolder(signedDocuments.path());
        return {};
    }

    ui::Workplace workplace() override {
        const base::SecretBytes pin = sandbox::Demo::pin2();
        const base::SecretBytes sealPassword = sandbox::Demo::sealPassword();
        ui::DemoOffer offer;
        offer.sampleSessions = m_demo.service().sessions;
        offer.pin2 = QString::fromLatin1(pin.view());
        offer.sealPassword = QString::fromUtf8(sealPassword.view());
        offer.toggleCard = [this] { toggleCard(); };
        return {m_sessions,       *m_cards,   m_service, m_profiles, *m_secrets,
                *m_sealPasswords, m_settings, m_journal, offer,      nullptr};
    }

private:
    void toggleCard() {
        const QString reader = sandbox::VirtualReaders::demoReaderName();
        if (!m_demo.virtualReaders().insert(reader, m_demo.card()))
            m_demo.virtualReaders().remove(reader);
    }

    QTemporaryDir m_place;  // settings of the demo alone
    ui::UiSettings m_settings;
    signing::ProfileStore m_profiles;
    signing::SessionList m_sessions;
    signing::ServiceDesk m_service;
    std::unique_ptr<signing::SecretStore> m_secrets;
    std::unique_ptr<signing::SecretStore> m_sealPasswords;
    sandbox::Demo m_demo;
    std::unique_ptr<signing::CardDesk> m_cards;
    std::shared_ptr<signing::Journal> m_journal =
        std::make_shared<signing::Journal>(m_place.filePath(u"journal.sqlite"_s));
};

}  // namespace

std::unique_ptr<World> makeDemoWorld() {
    return std::make_unique<DemoWorld>();
}

}  // namespace signet::gui
