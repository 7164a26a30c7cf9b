#include "signing/CentralKey.h"

#include "signing/Profile.h"

namespace signet::signing {
namespace {

QString plain(QString fingerprint) {
    return fingerprint.remove(u':').remove(u' ').toLower();
}

}  // namespace

QString CentralKey::fingerprint() const {
    return QString::fromLatin1(key.fingerprint().toHex());
}

base::Expected<void> CentralKey::check() const {
    if (standing == Standing::Changed)
        return base::fail(base::ErrorCode::CentralKeyChanged, QStringList{accepted, fingerprint()});
    return {};
}

CentralKey centralKeyFor(const Profile& profile, crypto::RsaPublicKey key, CentralKey::Source source) {
    CentralKey found{std::move(key), source, CentralKey::Standing::New, plain(profile.centralKeyFingerprint)};
    if (source == CentralKey::Source::NamedFile || found.fingerprint() == found.accepted)
        found.standing = CentralKey::Standing::Accepted;
    else if (!found.accepted.isEmpty())
        found.standing = CentralKey::Standing::Changed;
    return found;
}

}  // namespace signet::signing
