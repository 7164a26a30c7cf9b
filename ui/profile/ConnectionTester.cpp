#include "ui/profile/ConnectionTester.h"

#include "ui/common/WhenDone.h"

namespace signet::ui {

using signing::Profile;
using signing::SecretStore;

ConnectionTester::ConnectionTester(QObject* parent) : QObject(parent) {}
ConnectionTester::~ConnectionTester() = default;

void ConnectionTester::setSecretReader(SecretReader reader) {
    m_readSecret = std::move(reader);
}

void ConnectionTester::test(const Profile& profile, const SecretStore::Secret& entered) {
    if (entered) {
        testWith(profile, entered);
        return;
    }
    if (!m_readSecret) {
        Q_EMIT secretMissing();
        return;
    }
    whenDone(m_readSecret(profile.name), this,
             [this, profile](const base::Expected<SecretStore::Secret>& kept) {
                 if (kept && *kept)
                     testWith(profile, *kept);
                 else
                     Q_EMIT secretMissing();
             });
}

void ConnectionTester::testWith(const Profile& profile, const SecretStore::Secret& secret) {
    m_probe = std::make_unique<signing::ServiceDesk>();
    const auto connected = m_probe->connectTo(profile, secret->clone());
    if (!connected) {
        Q_EMIT failed(connected.error());
        return;
    }
    Q_EMIT began();
    whenDone(m_probe->testConnection(), this,
             [this](const base::Expected<signing::ServiceGreeting>& greeting) {
                 if (greeting)
                     Q_EMIT succeeded(*greeting);
                 else
                     Q_EMIT failed(greeting.error());
             });
}

}  // namespace signet::ui
