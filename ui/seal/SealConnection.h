#pragma once

#include <QObject>
#include <optional>

#include "signing/SealDesk.h"
#include "signing/SecretStore.h"

namespace signet::ui {

class ProfileConnection;

/** The files of an e-seal, as a profile keeps them. */
struct SealFiles {
    QString pfx;
    QString authCertificate;
    QString centralKey;  ///< empty: the service is asked
    bool operator==(const SealFiles&) const = default;
};

/**
 * Brings the profile's e-seal, its password and the service's central key together, and knows how far that
 * has come. Nothing is opened or asked before it is wanted. The password stays only until it has been
 * encrypted for the key that a person accepted. Main thread.
 */
class SealConnection : public QObject {
    Q_OBJECT
public:
    enum class State {
        NoSeal,   ///< the profile names none
        Locked,   ///< its file has to be opened with a password
        Opening,  ///< in Qt's pool
        Open,
    };

    /** `passwords` keeps those of PFX files, under the profile's name. */
    SealConnection(ProfileConnection& connection, signing::SecretStore& passwords,
                   const signing::ServiceDesk& service, QObject* parent = nullptr);

    /** Sealing is what a person wants to do: a password that is kept is used, and the key is asked for. */
    void setWanted(bool wanted);

    State state() const { return m_state; }
    const SealFiles& files() const { return m_files; }
    const std::optional<signing::OpenedSeal>& seal() const { return m_seal; }
    /** Why the file did not open the last time. */
    const std::optional<base::Error>& error() const { return m_error; }
    const std::optional<signing::CentralKey>& centralKey() const { return m_key; }
    const std::optional<base::Error>& keyError() const { return m_keyError; }
    bool keepsPasswords() const { return m_passwords.isLasting(); }
    /** What keeps a batch from beginning, in words, but for a password that has yet to be entered. */
    QString obstacle() const;
    /** What a batch needs; there is one when Open and the key is accepted. */
    base::Expected<signing::SealIdentity> identity() const;

    /** Keeps them in the profile, in the place of others. */
    void choose(const SealFiles& files);
    void open(base::SecretBytes password, bool keep);
    /** A person has seen the key's fingerprint, and goes on with it. */
    void acceptKey();
    void askForKey();

Q_SIGNALS:
    void changed();
    void opened();
    void notOpened(const signet::base::Error& why);

private:
    void follow();
    void forget();
    void tryKeptPassword();
    void take(const base::Expected<signing::OpenedSeal>& seal);
    void takeKey(const base::Expected<signing::CentralKey>& key);
    void encryptPassword();
    void setState(State state);

    ProfileConnection& m_connection;
    signing::SecretStore& m_passwords;
    signing::SealDesk m_desk;
    bool m_wanted = false;
    State m_state = State::NoSeal;
    QString m_profile;
    SealFiles m_files;
    bool m_oaep = false;
    std::optional<signing::OpenedSeal> m_seal;
    std::optional<base::Expected<signing::SealIdentity>> m_identity;  // once the password is encrypted
    std::optional<base::Error> m_error;
    std::optional<signing::CentralKey> m_key;
    std::optional<base::Error> m_keyError;
    bool m_keyAsked = false;
    bool m_keptTried = false;
    int m_round = 0;  // answers about an earlier seal are too late
};

}  // namespace signet::ui
