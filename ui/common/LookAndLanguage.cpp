#include "ui/common/LookAndLanguage.h"

namespace signet::ui {

LookAndLanguage::LookAndLanguage(UiSettings& settings, QObject* parent) : QObject(parent) {
    m_appearance.apply(settings.appearance());
    m_languages.apply(settings.language());
    connect(&settings, &UiSettings::appearanceChanged, this,
            [this, &settings] { m_appearance.apply(settings.appearance()); });
    connect(&settings, &UiSettings::languageChanged, this,
            [this, &settings] { m_languages.apply(settings.language()); });
}

}  // namespace signet::ui
