#include "ui/profile/ProfileConnection.h"

#include <QLoggingCategory>

#include "base/Log.h"
#include "ui/common/WhenDone.h"

namespace signet::ui {

using signing::Profile;
using signing::SecretStore;
using signing::ServiceGreeting;

ProfileConnection::ProfileConnection(signing::ProfileStore& profiles, SecretStore& secrets,
                                     signing::ServiceDesk& service, QObject* parent)
    : QObject(parent), m_profiles(profiles), m_secrets(secrets), m_service(service) {}

bool ProfileConnection::isReady() const {
    return m_state == State::Checking || m_state == State::Connected || m_state == State::Unreachable;
}

void ProfileConnection::start(const QString& name) {
    ++m_round;
    m_customer.clear();
    m_name = name.isEmpty() ? m_profiles.currentName() : name;
    m_service.disconnect();
    if (!m_profiles.find(m_name)) {
        m_name.clear();
        setState(State::NoProfile);
        return;
    }
    setState(State::ReadingSecret);
    whenDone(m_secrets.read(m_name), this,
             [this, round = m_round](const base::Expected<SecretStore::Secret>& secret) {
                 if (round != m_round)
                     return;
                 if (secret && *secret)
                     connectWith((*secret)->clone());
                 else
                     setState(State::SecretNeeded,
                              secret ? std::nullopt : std::optional<base::Error>(secret.error()));
             });
}

void ProfileConnection::giveSecret(base::SecretBytes secret, bool keep) {
    if (keep)
        keepSecret(secret);
    connectWith(std::move(secret));
}

void ProfileConnection::adopt(const Profile& profile, SecretStore::Secret secret, bool keep) {
    m_profiles.save(profile);
    m_profiles.setCurrent(profile.name);
    if (!secret || secret->isEmpty()) {
        start(profile.name);
        return;
    }
    ++m_round;
    m_name = profile.name;
    m_customer.clear();
    giveSecret(secret->clone(), keep);
}

void ProfileConnection::remove(const QString& name) {
    m_profiles.remove(name);
    m_secrets.remove(name);
    const QStringList left = m_profiles.names();
    if (name != m_name)
        return;
    if (!left.isEmpty())
        m_profiles.setCurrent(left.first());
    start();
}

void ProfileConnection::check() {
    setState(State::Checking);
    whenDone(m_service.testConnection(), this,
             [this, round = m_round](const base::Expected<ServiceGreeting>& greeting) {
                 if (round != m_round)
                     return;
                 m_customer = greeting ? greeting->customer : QString();
                 setState(greeting ? State::Connected : State::Unreachable,
                          greeting ? std::nullopt : std::optional<base::Error>(greeting.error()));
             });
}

void ProfileConnection::connectWith(base::SecretBytes secret) {
    const auto profile = m_profiles.find(m_name);
    if (!profile) {
        setState(State::NoProfile);
        return;
    }
    const auto connected = m_service.connectTo(*profile, std::move(secret));
    if (!connected) {
        setState(State::Unusable, connected.error());
        return;
    }
    check();
}

void ProfileConnection::keepSecret(const base::SecretBytes& secret) {
    whenDone(m_secrets.write(m_name, std::make_shared<base::SecretBytes>(secret.clone())), this,
             [](const base::Expected<void>& kept) {
                 if (!kept)
                     qCWarning(base::logService).noquote() << kept.error().message() << kept.error().hint();
             });
}

void ProfileConnection::setState(State state, const std::optional<base::Error>& error) {
    m_state = state;
    m_error = error;
    Q_EMIT changed();
    if (m_state == State::SecretNeeded)
        qCDebug(base::logService, "a person is asked for the secret of the profile");
}

}  // namespace signet::ui
