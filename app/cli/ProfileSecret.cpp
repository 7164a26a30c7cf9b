#include "cli/ProfileSecret.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>

#include "cli/HiddenLine.h"
#include "cli/Interrupts.h"
#include "signing/SecretStore.h"

namespace signet::cli {
namespace {

using signing::SecretKind;
using signing::SecretStore;

std::optional<base::SecretBytes> kept(SecretKind kind, const QString& profile, Interrupts& interrupts) {
    const auto store = signing::makeSystemSecretStore(kind);
    QFutureWatcher<base::Expected<SecretStore::Secret>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupts, &Interrupts::arrived, &loop, &QEventLoop::quit);
    watcher.setFuture(store->read(profile));
    if (!watcher.isFinished())
        loop.exec();
    if (!watcher.isFinished() || watcher.future().resultCount() == 0)
        return std::nullopt;
    const base::Expected<SecretStore::Secret> secret = watcher.result();
    if (!secret || !*secret || (*secret)->isEmpty())
        return std::nullopt;
    return std::move(**secret);
}

std::optional<base::SecretBytes> typed(const QString& question, bool standardInputIsTaken,
                                       Interrupts& interrupts) {
    const auto line = interrupts.count() > 0 ? nullptr : HiddenLine::open(standardInputIsTaken);
    if (!line)
        return std::nullopt;
    std::optional<base::SecretBytes> answer;
    QEventLoop loop;
    QObject::connect(&interrupts, &Interrupts::arrived, &loop, &QEventLoop::quit);
    line->ask(question, [&](std::optional<base::SecretBytes> secret) {
        answer = std::move(secret);
        loop.quit();
    });
    loop.exec();
    line->drop();
    if (answer && answer->isEmpty())
        return std::nullopt;
    return answer;
}

}  // namespace

Parsed<base::SecretBytes> profileSecret(const QString& profile, bool standardInputIsTaken,
                                        Interrupts& interrupts) {
    auto secret = kept(SecretKind::Access, profile, interrupts);
    const QString question = QCoreApplication::translate("Cli", "Secret of the profile “%1”: ").arg(profile);
    if (!secret)
        secret = typed(question, standardInputIsTaken, interrupts);
    if (secret)
        return std::move(*secret);
    return tl::unexpected(usageError(
        QT_TRANSLATE_NOOP("Cli",
                          "No secret is kept for the profile “%1”, and there is no terminal to ask for it."),
        profile));
}

Parsed<base::SecretBytes> sealPassword(const QString& profile, bool standardInputIsTaken,
                                       Interrupts& interrupts) {
    std::optional<base::SecretBytes> secret;
    if (!profile.isEmpty())
        secret = kept(SecretKind::SealPassword, profile, interrupts);
    if (!secret)
        secret = typed(QCoreApplication::translate("Cli", "Password of the e-seal: "), standardInputIsTaken,
                       interrupts);
    if (secret)
        return std::move(*secret);
    return tl::unexpected(usageError(QT_TRANSLATE_NOOP(
        "Cli", "There is no terminal to ask for the password of the e-seal. Give --pfx-password-file.")));
}

}  // namespace signet::cli
