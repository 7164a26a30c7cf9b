#include "ui/seal/SealConnection.h"

#include <QLoggingCategory>

#include "base/Log.h"
#include "signing/ServiceDesk.h"
#include "ui/common/WhenDone.h"
#include "ui/profile/ProfileConnection.h"

namespace signet::ui {
namespace {

using base::Expected;
using signing::CentralKey;
using signing::OpenedSeal;
using signing::Profile;
using signing::SecretStore;

SealFiles filesOf(const std::optional<Profile>& profile) {
    if (!profile)
        return {};
    return {profile->sealPfxFile, profile->sealAuthCertificateFile, profile->centralKeyFile};
}

}  // namespace

SealConnection::SealConnection(ProfileConnection& connection, SecretStore& passwords,
                               const signing::ServiceDesk& service, QObject* parent)
    : QObject(parent), m_connection(connection), m_passwords(passwords), m_desk(service) {
    connect(&connection, &ProfileConnection::changed, this, &SealConnection::follow);
    connect(&connection.profiles(), &signing::ProfileStore::changed, this, &SealConnection::follow);
}

void SealConnection::setWanted(bool wanted) {
    m_wanted = wanted;
    follow();
}

void SealConnection::follow() {
    const QString name = m_connection.profileName();
    const auto profile = m_connection.profiles().find(name);
    const SealFiles files = filesOf(profile);
    const bool oaep = profile && profile->oaepPadding;
    if (name != m_profile || files != m_files || oaep != m_oaep) {
        m_profile = name;
        m_files = files;
        m_oaep = oaep;
        forget();
    }
    if (!m_wanted || m_state == State::NoSeal)
        return;
    if (m_state == State::Locked && !m_keptTried)
        tryKeptPassword();
    if (!m_keyAsked && m_connection.isReady())
        askForKey();
}

void SealConnection::forget() {
    ++m_round;
    m_seal.reset();
    m_identity.reset();
    m_error.reset();
    m_key.reset();
    m_keyError.reset();
    m_keyAsked = false;
    m_keptTried = false;
    setState(m_files.pfx.isEmpty() ? State::NoSeal : State::Locked);
}

void SealConnection::tryKeptPassword() {
    m_keptTried = true;
    whenDone(m_passwords.read(m_profile), this,
             [this, round = m_round](const Expected<SecretStore::Secret>& kept) {
                 if (round == m_round && m_state == State::Locked && kept && *kept)
                     open((*kept)->clone(), false);
             });
}

void SealConnection::choose(const SealFiles& files) {
    auto profile = m_connection.profiles().find(m_connection.profileName());
    if (!profile)
        return;
    if (files.pfx != profile->sealPfxFile)
        m_passwords.remove(profile->name);
    profile->sealPfxFile = files.pfx;
    profile->sealAuthCertificateFile = files.authCertificate;
    profile->centralKeyFile = files.centralKey;
    m_keptTried = true;  // the person is about to be asked
    m_connection.profiles().save(*profile);
    forget();
    follow();
}

void SealConnection::open(base::SecretBytes password, bool keep) {
    m_error.reset();
    auto toKeep = keep ? std::make_shared<base::SecretBytes>(password.clone()) : SecretStore::Secret();
    setState(State::Opening);
    whenDone(signing::SealDesk::open({m_files.pfx, m_files.authCertificate}, std::move(password)), this,
             [this, toKeep, round = m_round](const Expected<OpenedSeal>& seal) {
                 if (round != m_round)
                     return;
                 if (seal && toKeep)
                     m_passwords.write(m_profile, toKeep);
                 take(seal);
             });
}

void SealConnection::take(const Expected<OpenedSeal>& seal) {
    if (seal) {
        m_seal = *seal;
        encryptPassword();
        setState(State::Open);
        Q_EMIT opened();
        return;
    }
    m_error = seal.error();
    setState(State::Locked);
    Q_EMIT notOpened(seal.error());
}

void SealConnection::askForKey() {
    const auto profile = m_connection.profiles().find(m_profile);
    if (!profile)
        return;
    m_keyAsked = true;
    m_key.reset();
    m_keyError.reset();
    Q_EMIT changed();
    whenDone(m_desk.centralKey(*profile), this, [this, round = m_round](const Expected<CentralKey>& key) {
        if (round == m_round)
            takeKey(key);
    });
}

void SealConnection::takeKey(const Expected<CentralKey>& key) {
    if (key)
        m_key = *key;
    else
        m_keyError = key.error();
    encryptPassword();
    Q_EMIT changed();
}

void SealConnection::encryptPassword() {
    if (!m_seal || !m_seal->password || !m_key || m_key->standing != CentralKey::Standing::Accepted)
        return;
    using Padding = crypto::RsaPadding;
    m_identity = m_seal->encryptedFor(m_key->key, m_oaep ? Padding::OaepSha1 : Padding::Pkcs1);
    m_seal->password.reset();
}

void SealConnection::acceptKey() {
    if (!m_key)
        return;
    m_key->standing = CentralKey::Standing::Accepted;
    m_key->accepted = m_key->fingerprint();
    m_connection.profiles().acceptCentralKey(m_profile, m_key->fingerprint());
    encryptPassword();
    Q_EMIT changed();
}

QString SealConnection::obstacle() const {
    if (m_state == State::NoSeal)
        return tr("Choose the e-seal first.");
    if (m_state == State::Opening)
        return tr("Opening the e-seal…");
    if (m_keyError)
        return m_keyError->message();
    if (!m_key)
        return tr("Asking the service for its key…");
    if (m_key->standing == CentralKey::Standing::Changed)
        return m_key->check().error().message();
    if (m_identity && !*m_identity)
        return m_identity->error().message();
    return m_key->standing == CentralKey::Standing::New ? tr("Confirm the service's key first.") : QString();
}

Expected<signing::SealIdentity> SealConnection::identity() const {
    return m_identity ? *m_identity : base::fail(base::ErrorCode::InternalError);
}

void SealConnection::setState(State state) {
    m_state = state;
    Q_EMIT changed();
}

}  // namespace signet::ui
