#pragma once

#include "card/CardHost.h"
#include "card/CardReaders.h"

namespace signet::card {

/** The cards that one PKCS#11 module shows. Any thread. */
class ModuleReaders : public CardReaders {
public:
    /** `module`: an absolute path. */
    explicit ModuleReaders(const QString& module) : m_host(std::make_shared<CardHost>(module)) {}

    std::unique_ptr<ReaderWatch> watch() override;
    /** ReaderUnknown: there is no wire to these cards. */
    Expected<std::unique_ptr<CardTransport>> connect(const QString& reader) override;
    Expected<std::unique_ptr<SigningCard>> openCard(const QString& reader) override;
    /** It is one of this module's, by its name. */
    bool isMine(const QString& reader) const;

private:
    std::shared_ptr<CardHost> m_host;
};

}  // namespace signet::card
