#pragma once

#include <QCborMap>

#include "cardhost/Pkcs11Module.h"

namespace signet::cardhost {

/** Carries out what messages ask for. One thread. */
class HostDesk {
public:
    /** Loads the module; whatever comes of it is in the answers. */
    explicit HostDesk(const QString& module);
    QCborMap answer(const QCborMap& request, const base::SecretBytes& secret);
    void finish() { m_module.finish(); }

private:
    Outcome<QCborValue> carryOut(const QCborMap& request, const base::SecretBytes& secret);

    Pkcs11Module m_module;
    std::optional<QLatin1StringView> m_unusable;
};

}  // namespace signet::cardhost
