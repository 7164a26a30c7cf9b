#pragma once

#include <QObject>
#include <optional>

#include "signing/ProfileStore.h"
#include "signing/SecretStore.h"
#include "signing/ServiceDesk.h"

namespace signet::ui {

/**
 * Brings the chosen profile, its secret and the service together, and knows how far that has come. Secrets
 * that nobody keeps are asked for once: secretNeeded state, then giveSecret(). Main thread.
 */
class ProfileConnection : public QObject {
    Q_OBJECT
public:
    enum class State {
        NoProfile,
        ReadingSecret,
        SecretNeeded,
        Checking,     ///< ready for use; it is being tried whether the service answers
        Connected,    ///< it answers
        Unreachable,  ///< ready for use, but the try failed: error()
        Unusable,     ///< the profile itself is wrong: error()
    };

    ProfileConnection(signing::ProfileStore& profiles, signing::SecretStore& secrets,
                      signing::ServiceDesk& service, QObject* parent = nullptr);

    signing::ProfileStore& profiles() { return m_profiles; }
    State state() const { return m_state; }
    /** Batches can be started. */
    bool isReady() const;
    QString profileName() const { return m_name; }
    /** As the service calls this client; empty until Connected. */
    QString customer() const { return m_customer; }
    const std::optional<base::Error>& error() const { return m_error; }
    bool keepsSecrets() const { return m_secrets.isLasting(); }

    /** Takes up the store's current profile, or the one with this name. */
    void start(const QString& name = {});
    /** The secret that was asked for; kept in the key chain if there is one and `keep` says so. */
    void giveSecret(base::SecretBytes secret, bool keep);
    /** Saves a profile and takes it up. Without a secret, the one that is kept is used. */
    void adopt(const signing::Profile& profile, signing::SecretStore::Secret secret, bool keep);
    void remove(const QString& name);
    /** Tries once more whether the service answers. */
    void check();

Q_SIGNALS:
    void changed();

private:
    void setState(State state, const std::optional<base::Error>& error = {});
    void connectWith(base::SecretBytes secret);
    void keepSecret(const base::SecretBytes& secret);

    signing::ProfileStore& m_profiles;
    signing::SecretStore& m_secrets;
    signing::ServiceDesk& m_service;
    State m_state = State::NoProfile;
    QString m_name;
    QString m_customer;
    std::optional<base::Error> m_error;
    int m_round = 0;  // answers of an earlier profile are too late
};

}  // namespace signet::ui
