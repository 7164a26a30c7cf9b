#pragma once

#include <QFuture>
#include <QStringList>

#include "base/Expected.h"

namespace signet::signing {

/**
 * The PKCS#11 modules whose cards are to be used, by the absolute paths of their files. Those of this person
 * are in signet/cards.ini in QStandardPaths::GenericConfigLocation, the same for all of Signet's programs;
 * those that an administrator has set for everybody in files of the same name in that location's other
 * folders (/etc/xdg). Main thread.
 */
class ModuleList {
public:
    /** An empty path means the usual place. */
    explicit ModuleList(const QString& settingsFile = {});

    QStringList own() const;
    void setOwn(const QStringList& modules);
    QStringList administrators() const;
    /** Each once, the administrator's first. What is not an absolute path is left out. */
    QStringList all() const;

private:
    QString m_file;
    QStringList m_sharedFiles;
};

/** Loads the module, in a process of its own, and asks it what it has: ModuleUnusable, ModuleCrashed, or what
 * else comes in the way. Any thread; takes as long as the module does. */
QFuture<base::Expected<void>> checkModule(const QString& path);

}  // namespace signet::signing
