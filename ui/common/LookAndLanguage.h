#pragma once

#include <QObject>

#include "ui/common/Appearance.h"
#include "ui/common/Languages.h"

namespace signet::ui {

/** Keeps the program looking and speaking as the settings say, from now on and with every change. */
class LookAndLanguage : public QObject {
    Q_OBJECT
public:
    explicit LookAndLanguage(UiSettings& settings, QObject* parent = nullptr);

private:
    AppearanceSwitch m_appearance;
    Languages m_languages;
};

}  // namespace signet::ui
