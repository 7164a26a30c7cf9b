#include "card/ComputerReaders.h"

#include "card/JoinedReaders.h"
#include "card/ModuleReaders.h"
#include "card/PcscReaders.h"

namespace signet::card {

std::shared_ptr<CardReaders> computerReaders(const QStringList& modules) {
    if (modules.isEmpty())
        return std::make_shared<PcscReaders>();
    std::vector<std::shared_ptr<CardReaders>> sources{std::make_shared<PcscReaders>()};
    QStringList taken;
    for (const QString& module : modules) {
        if (taken.contains(module))
            continue;
        taken.append(module);
        sources.push_back(std::make_shared<ModuleReaders>(module));
    }
    return std::make_shared<JoinedReaders>(std::move(sources));
}

}  // namespace signet::card
