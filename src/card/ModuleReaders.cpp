#include "card/ModuleReaders.h"

#include "card/ModuleCard.h"
#include "card/ModuleWatch.h"

namespace signet::card {

using base::ErrorCode;
using base::fail;

std::unique_ptr<ReaderWatch> ModuleReaders::watch() {
    return std::make_unique<ModuleWatch>(m_host);
}

bool ModuleReaders::isMine(const QString& reader) const {
    return reader.endsWith(QString(u" (" % ModuleCalls::nameOf(m_host->module()) % u')'));
}

Expected<std::unique_ptr<CardTransport>> ModuleReaders::connect(const QString& reader) {
    return fail(ErrorCode::ReaderUnknown, QStringList{reader});
}

Expected<std::unique_ptr<SigningCard>> ModuleReaders::openCard(const QString& reader) {
    if (!isMine(reader))
        return std::unique_ptr<SigningCard>();
    ModuleCalls calls(m_host);
    const auto groups = askForGroups(calls);
    if (!groups)
        return tl::unexpected(groups.error());
    for (const ModuleGroup& group : *groups) {
        if (group.name == reader)
            return std::make_unique<ModuleCard>(std::move(calls), group);
    }
    return fail(ErrorCode::CardRemoved);
}

}  // namespace signet::card
