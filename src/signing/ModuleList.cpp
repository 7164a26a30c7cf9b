#include "signing/ModuleList.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include "card/ModuleCalls.h"

namespace signet::signing {
namespace {

const QString ModulesKey = QStringLiteral("pkcs11Modules");

QStringList modulesIn(const QString& file) {
    QStringList found;
    for (const QString& path : QSettings(file, QSettings::IniFormat).value(ModulesKey).toStringList()) {
        if (QDir::isAbsolutePath(path) && !found.contains(path))
            found.append(path);
    }
    return found;
}

}  // namespace

ModuleList::ModuleList(const QString& settingsFile) : m_file(settingsFile) {
    if (!m_file.isEmpty())
        return;
    const QString name = QStringLiteral("/signet/cards.ini");
    QStringList folders = QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation);
    m_file = folders.takeFirst() + name;
    for (const QString& folder : folders)
        m_sharedFiles.append(folder + name);
}

QStringList ModuleList::own() const {
    return modulesIn(m_file);
}

void ModuleList::setOwn(const QStringList& modules) {
    QSettings(m_file, QSettings::IniFormat).setValue(ModulesKey, modules);
}

QStringList ModuleList::administrators() const {
    QStringList found;
    for (const QString& file : m_sharedFiles)
        found += modulesIn(file);
    found.removeDuplicates();
    return found;
}

QStringList ModuleList::all() const {
    QStringList found = administrators() + own();
    found.removeDuplicates();
    return found;
}

QFuture<base::Expected<void>> checkModule(const QString& path) {
    return QtConcurrent::run([path]() -> base::Expected<void> {
        const auto seen = card::ModuleCalls(std::make_shared<card::CardHost>(path)).slotsWithTokens();
        if (!seen)
            return tl::unexpected(seen.error());
        return {};
    });
}

}  // namespace signet::signing
