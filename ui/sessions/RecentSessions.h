#pragma once

#include <QStringList>

namespace signet::ui {

class UiSettings;

/** Identifiers of sessions that were signed before on this computer. Identifiers only: nothing about their
 * content. */
class RecentSessions {
public:
    explicit RecentSessions(UiSettings& settings);

    /** Newest first. */
    QStringList all() const;
    void remember(const QStringList& identifiers);
    void forgetAll();

private:
    UiSettings& m_settings;
};

}  // namespace signet::ui
