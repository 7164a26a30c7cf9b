#include "cli/ProfileSecret.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <optional>

#include "cli/HiddenLine.h"
#include "cli/Interrupts.h"
#include "signing/SecretStore.h"

namespace signet::cli {
namespace {

using signing::SecretStore;

SecretStore::Secret fromKeychain(const QString& profile, Interrupts& interrupts) {
    const auto store = signing::makeSystemSecretStore();
    QFutureWatcher<base::Expected<SecretStore::Secret>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QObject::connect(&interrupts, &Interrupts::arrived, &loop, &QEventLoop::quit);
    watcher.setFuture(store->read(profile));
    if (!watcher.isFinished())
        loop.exec();
    if (!watcher.isFinished() || watcher.future().resultCount() == 0)
        return nullptr;
    const base::Expected<SecretStore::Secret> kept = watcher.result();
    return kept ? *kept : nullptr;
}

std::optional<base::SecretBytes> fromTerminal(HiddenLine& line, const QString& profile,
                                              Interrupts& interrupts) {
    std::optional<base::SecretBytes> typed;
    QEventLoop loop;
    QObject::connect(&interrupts, &Interrupts::arrived, &loop, &QEventLoop::quit);
    line.ask(QCoreApplication::translate("Cli", "Secret of the profile “%1”: ").arg(profile),
             [&](std::optional<base::SecretBytes> secret) {
                 typed = std::move(secret);
                 loop.quit();
             });
    loop.exec();
    line.drop();
    return typed;
}

}  // namespace

Parsed<base::SecretBytes> profileSecret(const QString& profile, bool standardInputIsTaken,
                                        Interrupts& interrupts) {
    if (const auto kept = fromKeychain(profile, interrupts); kept && !kept->isEmpty())
        return std::move(*kept);
    const auto line = interrupts.count() > 0 ? nullptr : HiddenLine::open(standardInputIsTaken);
    if (line) {
        auto typed = fromTerminal(*line, profile, interrupts);
        if (typed && !typed->isEmpty())
            return std::move(*typed);
    }
    return tl::unexpected(usageError(
        QT_TRANSLATE_NOOP("Cli",
                          "No secret is kept for the profile “%1”, and there is no terminal to ask for it."),
        profile));
}

}  // namespace signet::cli
