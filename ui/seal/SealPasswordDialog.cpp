#include "ui/seal/SealPasswordDialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include "base/PrintableText.h"
#include "ui/common/ErrorView.h"
#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"
#include "ui/common/SecretField.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

constexpr int LongestName = 60;

}  // namespace

SealPasswordDialog::SealPasswordDialog(QWidget* parent)
    : QDialog(parent),
      m_picture(new QLabel(this)),
      m_promise(new QLabel(this)),
      m_error(new ErrorView(this)),
      m_label(new QLabel(this)),
      m_password(new SecretField(this)),
      m_keep(new QCheckBox(this)),
      m_open(new QPushButton(this)),
      m_cancel(new QPushButton(this)) {
    setObjectName(u"sealPasswordDialog"_s);
    setWindowModality(Qt::WindowModal);
    m_promise->setObjectName(u"sealPasswordPromise"_s);
    m_error->setObjectName(u"sealPasswordError"_s);
    m_password->setObjectName(u"sealPasswordField"_s);
    m_keep->setObjectName(u"sealPasswordKeep"_s);
    m_open->setObjectName(u"sealPasswordOpen"_s);
    m_cancel->setObjectName(u"sealPasswordCancel"_s);
    m_password->setContextMenuPolicy(Qt::NoContextMenu);
    arrange();
    connect(m_password, &SecretField::textChanged, this, &SealPasswordDialog::judge);
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_waiting = true;
        judge();
        Q_EMIT entered();
    });
    connect(m_cancel, &QPushButton::clicked, this, &SealPasswordDialog::reject);
    retranslate();
}

void SealPasswordDialog::arrange() {
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    m_picture->setPixmap(icon("seal"_L1).pixmap(QSize(size, size), devicePixelRatioF()));
    QFont bold = m_promise->font();
    bold.setBold(true);
    m_promise->setFont(bold);
    m_promise->setTextFormat(Qt::PlainText);
    m_promise->setWordWrap(true);
    m_error->setBrief(true);
    m_label->setBuddy(m_password);
    m_open->setDefault(true);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_open, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(12);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_picture, 0, 0, Qt::AlignTop);
    grid->addWidget(m_promise, 0, 1);
    grid->addWidget(m_error, 1, 1);
    grid->addWidget(m_label, 2, 1);
    grid->addWidget(m_password, 3, 1);
    grid->addWidget(m_keep, 4, 1);
    grid->setRowStretch(5, 1);
    grid->addWidget(buttons, 6, 0, 1, 2);
    setMinimumWidth(fontMetrics().averageCharWidth() * 66);
}

void SealPasswordDialog::ask(const QString& pfxFile, bool canKeep) {
    m_file = pfxFile;
    m_canKeep = canKeep;
    m_waiting = false;
    m_password->setText(QString());
    m_keep->setChecked(false);
    m_error->setError({});
    retranslate();
    if (!isVisible())
        open();
    m_password->setFocus();
}

void SealPasswordDialog::askAgain(const base::Error& why) {
    m_waiting = false;
    m_error->setError(why);
    judge();
    m_password->setFocus();
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

base::SecretBytes SealPasswordDialog::takePassword() {
    return m_password->takeSecret();
}

bool SealPasswordDialog::keepWanted() const {
    return m_canKeep && m_keep->isChecked();
}

void SealPasswordDialog::reject() {
    m_password->takeSecret();
    QDialog::reject();
    Q_EMIT declined();
}

void SealPasswordDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SealPasswordDialog::retranslate() {
    setWindowTitle(tr("Open the e-seal"));
    const QString name = base::printable(shortened(QFileInfo(m_file).fileName(), LongestName));
    m_promise->setText(tr("Enter the password of the e-seal's file %1.").arg(name));
    m_label->setText(tr("&Password:"));
    m_password->setAccessibleName(tr("Password of the e-seal's file"));
    m_keep->setText(tr("&Keep it in the system's key chain"));
    m_keep->setVisible(m_canKeep);
    m_cancel->setText(tr("Cancel"));
    judge();
}

void SealPasswordDialog::judge() {
    m_password->setEnabled(!m_waiting);
    m_keep->setEnabled(!m_waiting);
    m_open->setEnabled(!m_waiting && !m_password->text().isEmpty());
    m_open->setText(m_waiting ? tr("Checking…") : tr("&Open the e-seal"));
}

}  // namespace signet::ui
