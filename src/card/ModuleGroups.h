#pragma once

#include "card/ModuleCalls.h"

namespace signet::card {

struct ModuleSlotToken {
    ModuleSlot slot;
    ModuleToken token;
    bool operator==(const ModuleSlotToken&) const = default;
};

/**
 * One card as a module shows it: all slots with the same description and the same token's serial number,
 * since OpenSC and others make a slot of each PIN (one has the authentication certificate, one the signing
 * certificate).
 */
struct ModuleGroup {
    QString name;  ///< for people, unlike any other's: "Reader 00 00 (opensc-pkcs11)"
    QList<ModuleSlotToken> members;
    bool operator==(const ModuleGroup&) const = default;
};

/** Pure. Tokens that are not initialised are left out. */
QList<ModuleGroup> groupsOf(const QList<ModuleSlotToken>& tokens, const QString& module);

/** Asks the module what is there now. A slot whose token cannot be looked at is left out; what ends the
 * module's process is an error. */
Expected<QList<ModuleGroup>> askForGroups(ModuleCalls& calls);

/** Of an error of a slot: it is the module's process, and not the slot, that is to blame. */
bool concernsProcess(const base::Error& error);

}  // namespace signet::card
