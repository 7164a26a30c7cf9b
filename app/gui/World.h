#pragma once

#include <memory>

#include "base/Expected.h"
#include "ui/window/Workplace.h"

namespace signet::gui {

/** What surrounds the window: readers, settings, profiles and secrets, either the computer's own or the
 * demo's. */
class World {
public:
    virtual ~World() = default;
    virtual ui::UiSettings& settings() = 0;
    /** The rest, which may take a second; once, before workplace(). */
    virtual base::Expected<void> start() = 0;
    /** Refers to parts of this object. */
    virtual ui::Workplace workplace() = 0;
};

std::unique_ptr<World> makeRealWorld();
#ifdef SIGNET_SANDBOX
/** Built-in service and card; nothing of the person's own settings is read or written. */
std::unique_ptr<World> makeDemoWorld();
#endif

}  // namespace signet::gui
