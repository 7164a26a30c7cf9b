#include "sandbox/SealFiles.h"

#include <QDir>

#include "sandbox/PrivateFile.h"
#include "sandbox/pki/SealPfx.h"

namespace signet::sandbox {

Expected<SealFiles> writeSealFiles(const DemoPki& pki, KeyKind kind, const QString& folder) {
    const auto seal = pki.issueSeal(QStringLiteral("SIA Paraugs"), QStringLiteral("40003000000"), kind);
    const auto central = pki.centralKey();
    if (!seal || !central)
        return tl::unexpected(seal ? central.error() : seal.error());
    const base::SecretBytes password = demoSealPassword();
    const QList<QByteArray> issuers{pki.issuer().certificateDer, pki.root().certificateDer};
    const auto pfx = makePfx(seal->sealing, issuers, password, PfxStyle::Modern);
    const auto oldPfx = makePfx(seal->sealing, issuers, password, PfxStyle::Old);
    if (!pfx || !oldPfx)
        return tl::unexpected(pfx ? oldPfx.error() : pfx.error());
    QDir().mkpath(folder);
    const QList<Expected<QString>> written{
        writePrivateFile(folder, u"seal.pfx"_qs, *pfx), writePrivateFile(folder, u"seal-old.pfx"_qs, *oldPfx),
        writePrivateFile(folder, u"seal-password"_qs, password.view()),
        writePrivateFile(folder, u"seal-authentication.pem"_qs,
                         certificatePem(seal->authentication.certificateDer)),
        writePrivateFile(folder, u"central-key.pem"_qs, publicKeyPem(central->key.get()))};
    for (const auto& file : written) {
        if (!file)
            return tl::unexpected(file.error());
    }
    return SealFiles{*written[0], *written[1], *written[2], *written[3], *written[4]};
}

base::SecretBytes demoSealPassword() {
    return base::SecretBytes(QByteArrayView("zimogs-2026"));
}

}  // namespace signet::sandbox
