#include "ui/sessions/RecentSessions.h"

#include "base/SessionId.h"
#include "ui/common/UiSettings.h"

namespace signet::ui {
namespace {

constexpr int Most = 300;  // as many as a large batch has

}  // namespace

RecentSessions::RecentSessions(UiSettings& settings) : m_settings(settings) {}

QStringList RecentSessions::all() const {
    QStringList good;
    // The file is a person's to change.
    for (const QString& text : m_settings.recentSessions().mid(0, Most)) {
        if (base::SessionId::parse(text))
            good += text;
    }
    return good;
}

void RecentSessions::remember(const QStringList& identifiers) {
    QStringList list = identifiers.mid(0, Most) + all();
    list.removeDuplicates();
    m_settings.setRecentSessions(list.mid(0, Most));
}

void RecentSessions::forgetAll() {
    m_settings.setRecentSessions({});
}

}  // namespace signet::ui
