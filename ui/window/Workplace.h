#pragma once

#include <QStringList>
#include <functional>
#include <memory>
#include <optional>

#include "signing/CardDesk.h"
#include "signing/ModuleList.h"
#include "signing/ProfileStore.h"
#include "signing/SecretStore.h"
#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"
#include "ui/common/UiSettings.h"

namespace signet::signing {
class Journal;
}

namespace signet::ui {

/** What the demo offers to the person who tries it. */
struct DemoOffer {
    QStringList sampleSessions;
    QString pin2;                      ///< no secret: it is the same in every demo
    QString sealPassword;              ///< of the demo's e-seal; no secret either
    std::function<void()> toggleCard;  ///< takes the card out, or puts it in
};

/** Everything that the window works with; it all outlives the window. */
struct Workplace {
    signing::SessionList& sessions;
    signing::CardDesk& cards;
    signing::ServiceDesk& service;
    signing::ProfileStore& profiles;
    signing::SecretStore& secrets;
    signing::SecretStore& sealPasswords;
    UiSettings& settings;
    std::shared_ptr<signing::Journal> journal;  ///< null: nothing is recorded
    std::optional<DemoOffer> demo;
    /** Starts the demo beside this program; null where it was built without one. */
    std::function<void()> startDemo;
    /** Where PKCS#11 modules are chosen; nothing: nowhere. */
    std::optional<signing::ModuleList> modules = {};
};

}  // namespace signet::ui
