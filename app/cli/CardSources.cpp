#include "cli/CardSources.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "card/ComputerReaders.h"
#include "signing/ModuleList.h"

namespace signet::cli {

Parsed<std::shared_ptr<card::CardReaders>> cardReaders(const QStringList& modules) {
    for (const QString& path : modules) {
        if (!QFileInfo(path).isFile())
            return tl::unexpected(
                usageError(QT_TRANSLATE_NOOP("Cli", "The PKCS#11 module “%1” is not there."), path));
    }
    return card::computerReaders(modules.isEmpty() ? signing::ModuleList().all() : modules);
}

}  // namespace signet::cli
