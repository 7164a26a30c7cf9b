#include "ui/profile/ProfileDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/profile/ProfileConnection.h"
#include "ui/profile/ProfileForm.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

ProfileDialog::ProfileDialog(ProfileConnection& connection, ProfileForm* form, QWidget* parent)
    : QDialog(parent),
      m_connection(connection),
      m_form(form),
      m_label(new QLabel(this)),
      m_profiles(new QComboBox(this)),
      m_remove(new QPushButton(this)),
      m_save(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(u"profileDialog"_s);
    m_profiles->setObjectName(u"profileList"_s);
    m_remove->setObjectName(u"profileRemove"_s);
    m_save->setObjectName(u"profileSave"_s);
    arrange();
    connect(m_profiles, &QComboBox::activated, this, &ProfileDialog::showChosen);
    connect(m_remove, &QPushButton::clicked, this, &ProfileDialog::removeChosen);
    connect(m_save, &QPushButton::clicked, this, &ProfileDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
}

void ProfileDialog::arrange() {
    m_label->setBuddy(m_profiles);
    m_save->setDefault(true);
    auto* top = new QHBoxLayout;
    top->addWidget(m_label);
    top->addWidget(m_profiles, 1);
    top->addWidget(m_remove);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    auto* page = new QWidget;
    auto* inside = new QVBoxLayout(page);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_form);
    inside->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(line);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 30);
}

void ProfileDialog::begin() {
    fillList();
    const int current = m_profiles->findText(m_connection.profileName());
    m_profiles->setCurrentIndex(current >= 0 ? current : m_profiles->count() - 1);
    showChosen(m_profiles->currentIndex());
}

void ProfileDialog::fillList() {
    m_profiles->clear();
    m_profiles->addItems(m_connection.profiles().names());
    m_profiles->addItem(tr("New profile"));
}

void ProfileDialog::showChosen(int index) {
    const bool isNew = index == m_profiles->count() - 1;
    m_remove->setEnabled(!isNew);
    const auto known = isNew ? std::nullopt : m_connection.profiles().find(m_profiles->itemText(index));
    m_form->setProfile(known.value_or(signing::Profile()), m_connection.keepsSecrets());
}

void ProfileDialog::save() {
    if (!m_form->judge())
        return;
    m_connection.adopt(m_form->profile(), m_form->secret(), m_form->keepSecretWanted());
    m_form->forgetSecret();
    accept();
}

void ProfileDialog::removeChosen() {
    m_connection.remove(m_profiles->currentText());
    begin();
}

void ProfileDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProfileDialog::retranslate() {
    setWindowTitle(tr("Profiles"));
    m_label->setText(tr("&Profile:"));
    m_remove->setText(tr("Re&move"));
    m_save->setText(tr("Sa&ve and use"));
    m_close->setText(tr("Close"));
    if (m_profiles->count() > 0)
        m_profiles->setItemText(m_profiles->count() - 1, tr("New profile"));
}

}  // namespace signet::ui
