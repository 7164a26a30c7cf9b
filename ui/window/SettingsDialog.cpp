#include "ui/window/SettingsDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/card/ModuleBox.h"
#include "ui/common/Languages.h"
#include "ui/common/UiSettings.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

SettingsDialog::SettingsDialog(UiSettings& settings, const std::optional<signing::ModuleList>& modules,
                               QWidget* parent)
    : QDialog(parent),
      m_settings(settings),
      m_form(new QFormLayout),
      m_language(new QComboBox(this)),
      m_appearance(new QComboBox(this)),
      m_saveAll(new QCheckBox(this)),
      m_folder(new QLineEdit(this)),
      m_choose(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(u"settingsDialog"_s);
    m_language->setObjectName(u"settingsLanguage"_s);
    m_appearance->setObjectName(u"settingsAppearance"_s);
    m_saveAll->setObjectName(u"settingsSaveAll"_s);
    m_folder->setObjectName(u"settingsFolder"_s);
    arrange(modules);
    retranslate();
    connectParts();
}

void SettingsDialog::arrange(const std::optional<signing::ModuleList>& modules) {
    m_language->addItem(QString(), QString());
    for (const Languages::Language& language : Languages::all())
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));
    for (const Appearance appearance : {Appearance::System, Appearance::Light, Appearance::Dark})
        m_appearance->addItem(QString(), static_cast<int>(appearance));
    m_appearance->setCurrentIndex(static_cast<int>(m_settings.appearance()));
    m_saveAll->setChecked(!m_settings.outputFolder().isEmpty());
    m_folder->setText(QDir::toNativeSeparators(m_settings.outputFolder()));
    m_folder->setEnabled(m_saveAll->isChecked());
    m_choose->setEnabled(m_saveAll->isChecked());
    m_close->setDefault(true);

    auto* folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_choose);
    for (QComboBox* field : {m_language, m_appearance}) {
        auto* label = new QLabel;
        label->setBuddy(field);
        m_form->addRow(label, field);
    }
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addSpacing(8);
    column->addWidget(m_saveAll);
    column->addLayout(folder);
    if (modules) {
        column->addSpacing(8);
        column->addWidget(new ModuleBox(*modules, this));
    }
    column->addStretch();
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
}

void SettingsDialog::connectParts() {
    connect(m_language, &QComboBox::activated, this,
            [this](int index) { m_settings.setLanguage(m_language->itemData(index).toString()); });
    connect(m_appearance, &QComboBox::activated, this,
            [this](int index) { m_settings.setAppearance(static_cast<Appearance>(index)); });
    connect(m_saveAll, &QCheckBox::toggled, this, [this](bool on) {
        m_folder->setEnabled(on);
        m_choose->setEnabled(on);
        if (on && m_folder->text().isEmpty())
            chooseFolder();
        takeFolder();
    });
    connect(m_folder, &QLineEdit::editingFinished, this, &SettingsDialog::takeFolder);
    connect(m_choose, &QPushButton::clicked, this, &SettingsDialog::chooseFolder);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void SettingsDialog::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Folder for signed documents"), m_settings.lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folder->setText(QDir::toNativeSeparators(folder));
        takeFolder();
    });
    dialog->show();
}

void SettingsDialog::takeFolder() {
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    const bool use = m_saveAll->isChecked() && QDir::isAbsolutePath(folder);
    m_settings.setOutputFolder(use ? QDir::cleanPath(folder) : QString());
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsDialog::retranslate() {
    setWindowTitle(tr("Settings"));
    const auto label = [this](QWidget* field, const QString& text) {
        qobject_cast<QLabel*>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(QString(text).remove(u'&').remove(u':'));
    };
    label(m_language, tr("&Language:"));
    label(m_appearance, tr("&Appearance:"));
    m_language->setItemText(0, tr("As the system"));
    m_appearance->setItemText(0, tr("As the system"));
    m_appearance->setItemText(1, tr("Light"));
    m_appearance->setItemText(2, tr("Dark"));
    m_saveAll->setText(tr("&Save all signed documents in this folder:"));
    m_saveAll->setToolTip(
        tr("Otherwise they are saved beside their originals, where those are files of this computer."));
    m_folder->setAccessibleName(tr("Folder for signed documents"));
    m_choose->setText(tr("C&hoose…"));
    m_close->setText(tr("&Close"));
}

}  // namespace signet::ui
