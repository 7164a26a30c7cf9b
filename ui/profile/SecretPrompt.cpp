#include "ui/profile/SecretPrompt.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "ui/common/SecretField.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

SecretPrompt::SecretPrompt(QWidget* parent)
    : QWidget(parent),
      m_text(new QLabel(this)),
      m_secret(new SecretField(this)),
      m_keep(new QCheckBox(this)),
      m_use(new QPushButton(this)) {
    setObjectName(u"secretPrompt"_s);
    m_secret->setObjectName(u"secretField"_s);
    m_keep->setObjectName(u"secretKeep"_s);
    m_use->setObjectName(u"secretUse"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_keep->setChecked(true);
    setFocusProxy(m_secret);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_secret);
    column->addWidget(m_keep);
    column->addWidget(m_use, 0, Qt::AlignRight);
    const auto enter = [this] {
        if (!m_secret->text().isEmpty())
            Q_EMIT entered();
    };
    connect(m_use, &QPushButton::clicked, this, enter);
    connect(m_secret, &SecretField::returnPressed, this, enter);
    connect(m_secret, &SecretField::textChanged, this,
            [this] { m_use->setEnabled(!m_secret->text().isEmpty()); });
    m_use->setEnabled(false);
    retranslate();
}

void SecretPrompt::ask(const QString& profileName, bool canKeep) {
    m_profileName = profileName;
    m_canKeep = canKeep;
    m_keep->setVisible(canKeep);
    retranslate();
}

base::SecretBytes SecretPrompt::takeSecret() {
    return m_secret->takeSecret();
}

bool SecretPrompt::keepWanted() const {
    return m_canKeep && m_keep->isChecked();
}

void SecretPrompt::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SecretPrompt::retranslate() {
    const QString name = base::printable(m_profileName);
    m_text->setText(
        m_canKeep ? tr("Enter the client secret or the access token of “%1”.").arg(name)
                  : tr("Enter the client secret or the access token of “%1”. This computer has no key chain "
                       "to keep it in, so Signet asks once after each start.")
                        .arg(name));
    m_secret->setAccessibleName(tr("Client secret or access token"));
    m_keep->setText(tr("&Keep it in the key chain"));
    m_use->setText(tr("&Connect"));
}

}  // namespace signet::ui
