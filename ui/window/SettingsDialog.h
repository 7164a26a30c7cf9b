#pragma once

#include <QDialog>
#include <optional>

#include "signing/ModuleList.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace signet::ui {

class UiSettings;

/** Language, appearance, where signed documents go, and PKCS#11 modules. Every choice counts at once; there
 * is nothing to confirm. Not modal. */
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(UiSettings& settings, const std::optional<signing::ModuleList>& modules,
                   QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange(const std::optional<signing::ModuleList>& modules);
    void connectParts();
    void retranslate();
    void chooseFolder();
    void takeFolder();

    UiSettings& m_settings;
    QFormLayout* m_form;
    QComboBox* m_language;
    QComboBox* m_appearance;
    QCheckBox* m_saveAll;
    QLineEdit* m_folder;
    QPushButton* m_choose;
    QPushButton* m_close;
};

}  // namespace signet::ui
