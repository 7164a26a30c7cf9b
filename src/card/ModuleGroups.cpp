#include "card/ModuleGroups.h"

#include <algorithm>

namespace signet::card {
namespace {

using base::ErrorCode;

bool isSameCard(const ModuleSlotToken& one, const ModuleSlotToken& other) {
    return one.slot.description == other.slot.description && one.token.serial == other.token.serial;
}

}  // namespace

QList<ModuleGroup> groupsOf(const QList<ModuleSlotToken>& tokens, const QString& module) {
    QList<ModuleGroup> groups;
    for (const ModuleSlotToken& each : tokens) {
        if (!each.token.initialised)
            continue;
        const auto same = std::find_if(groups.begin(), groups.end(), [&each](const ModuleGroup& group) {
            return isSameCard(group.members.first(), each);
        });
        if (same != groups.end())
            same->members.append(each);
        else
            groups.append({{}, {each}});
    }
    QStringList taken;
    for (ModuleGroup& group : groups) {
        const ModuleSlotToken& first = group.members.first();
        const QString place = first.slot.description.isEmpty() ? first.token.label : first.slot.description;
        group.name = QString(place % u" (" % module % u')');
        if (taken.contains(group.name))
            group.name = QString(place % u", " % first.token.label % u" (" % module % u')');
        if (taken.contains(group.name))
            group.name = QString(place % u", " % QString::number(first.slot.id) % u" (" % module % u')');
        taken.append(group.name);
    }
    return groups;
}

Expected<QList<ModuleGroup>> askForGroups(ModuleCalls& calls) {
    const auto slotsSeen = calls.slotsWithTokens();
    if (!slotsSeen)
        return tl::unexpected(slotsSeen.error());
    QList<ModuleSlotToken> tokens;
    for (const ModuleSlot& slot : *slotsSeen) {
        const auto token = calls.token(slot.id);
        if (!token && concernsProcess(token.error()))
            return tl::unexpected(token.error());
        if (token)
            tokens.append({slot, *token});
    }
    return groupsOf(tokens, calls.name());
}

bool concernsProcess(const base::Error& error) {
    switch (error.code()) {
        case ErrorCode::ModuleCrashed:
        case ErrorCode::ModuleUnusable:
        case ErrorCode::CardSilent:
        case ErrorCode::Cancelled:
            return true;
        default:
            return false;
    }
}

}  // namespace signet::card
