#include "cli/SealPreparation.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QTimer>

#include "cli/Console.h"
#include "cli/Shown.h"
#include "signing/ProfileStore.h"

namespace signet::cli {
namespace {

using signing::CentralKey;
using Found = base::Expected<CentralKey>;

void showFingerprint(const CentralKey& key) {
    const QString text = QCoreApplication::translate(
        "Cli", "The service's key for the password of the e-seal is new here: %1");
    Console::error(QString(text.arg(key.fingerprint()) % u'\n'));
}

}  // namespace

SealPreparation::SealPreparation(Opened seal, signing::Profile profile, QString profileName,
                                 QString centralKeyFile)
    : m_seal(std::move(seal)),
      m_profile(std::move(profile)),
      m_profileName(std::move(profileName)),
      m_centralKeyFile(std::move(centralKeyFile)) {}

void SealPreparation::start(signing::ServiceDesk& service, signing::BatchOrder& order, Ready ready) {
    if (!m_seal) {
        QTimer::singleShot(0, qApp,
                           [ready = std::move(ready), why = m_seal.error()] { ready(tl::unexpected(why)); });
        return;
    }
    tellWarnings(m_seal->warnings());
    auto* watcher = new QFutureWatcher<Found>(qApp);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                     [this, watcher, &order, ready = std::move(ready)] {
                         watcher->deleteLater();
                         const Found key = watcher->result();
                         ready(key ? useKey(*key, order) : tl::unexpected(key.error()));
                     });
    watcher->setFuture(signing::SealDesk(service).centralKey(m_profile, m_centralKeyFile));
}

base::Expected<void> SealPreparation::useKey(const CentralKey& key, signing::BatchOrder& order) {
    if (const auto same = key.check(); !same)
        return same;
    using signing::Profile;
    const auto padding = m_profile.oaepPadding ? crypto::RsaPadding::OaepSha1 : crypto::RsaPadding::Pkcs1;
    auto seal = m_seal->encryptedFor(key.key, padding);
    if (!seal)
        return tl::unexpected(seal.error());
    if (key.standing == CentralKey::Standing::New)
        showFingerprint(key);
    if (key.standing == CentralKey::Standing::New && !m_profileName.isEmpty())
        signing::ProfileStore().acceptCentralKey(m_profileName, key.fingerprint());
    m_seal->password.reset();
    order.seal = std::move(*seal);
    return {};
}

}  // namespace signet::cli
