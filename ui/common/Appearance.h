#pragma once

#include <QPalette>
#include <QString>

#include "ui/common/UiSettings.h"

namespace signet::ui {

/**
 * Puts an appearance on the whole program, at once and without a restart. System gives back the style and the
 * palette that the program began with. Make one, after QApplication; main thread.
 */
class AppearanceSwitch {
public:
    AppearanceSwitch();
    void apply(Appearance appearance);

private:
    QString m_systemStyle;
    Appearance m_current = Appearance::System;
};

QPalette lightPalette();
QPalette darkPalette();

}  // namespace signet::ui
