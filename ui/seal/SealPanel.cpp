#include "ui/seal/SealPanel.h"

#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "base/PrintableText.h"
#include "ui/common/ErrorView.h"
#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"
#include "ui/common/WarningList.h"
#include "ui/seal/CentralKeyBox.h"
#include "ui/seal/SealConnection.h"
#include "ui/seal/SealDialog.h"
#include "ui/seal/SealPasswordDialog.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using State = SealConnection::State;

constexpr int ShownFingerprint = 26;

QLabel* plainLabel(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString nameOf(const crypto::Certificate& certificate) {
    const QString organisation = certificate.organisation();
    return base::printable(organisation.isEmpty() ? certificate.commonName() : organisation);
}

}  // namespace

SealPanel::SealPanel(SealConnection& seal, QWidget* parent)
    : Panel(parent),
      m_seal(seal),
      m_picture(new QLabel(this)),
      m_owner(plainLabel(this, "sealOwner")),
      m_code(plainLabel(this, "sealCode")),
      m_hint(plainLabel(this, "sealHint")),
      m_facts(new QWidget(this)),
      m_form(new QFormLayout(m_facts)),
      m_validity(plainLabel(m_facts, "sealValidity")),
      m_fingerprint(plainLabel(m_facts, "sealFingerprint")),
      m_authCertificate(plainLabel(m_facts, "sealAuthentication")),
      m_open(new QPushButton(this)),
      m_choose(new QPushButton(this)),
      m_problem(new ErrorView(this)),
      m_warnings(new WarningList(this)),
      m_key(new CentralKeyBox(seal, this)) {
    setObjectName(u"sealPanel"_s);
    m_open->setObjectName(u"sealOpen"_s);
    m_choose->setObjectName(u"sealChoose"_s);
    m_problem->setObjectName(u"sealProblem"_s);
    m_warnings->setObjectName(u"sealWarnings"_s);
    arrange();
    connectParts();
    retranslate();
}

void SealPanel::arrange() {
    QFont large = m_owner->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_owner->setFont(large);
    m_problem->setBrief(true);
    m_form->setContentsMargins(0, 6, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (QLabel* value : {m_validity, m_fingerprint, m_authCertificate}) {
        auto* label = new QLabel(m_facts);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_form->addRow(label, value);
    }
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_owner);
    names->addWidget(m_code);
    auto* top = new QHBoxLayout;
    top->addWidget(m_picture, 0, Qt::AlignTop);
    top->addLayout(names, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_open);
    buttons->addWidget(m_choose);
    body().addLayout(top);
    body().addWidget(m_hint);
    body().addWidget(m_facts);
    body().addWidget(m_problem);
    body().addWidget(m_warnings);
    body().addWidget(m_key);
    body().addLayout(buttons);
}

void SealPanel::connectParts() {
    connect(&m_seal, &SealConnection::changed, this, &SealPanel::refresh);
    connect(m_choose, &QPushButton::clicked, this, &SealPanel::chooseSeal);
    connect(m_open, &QPushButton::clicked, this, [this] { unlockThen([] {}); });
    connect(&m_seal, &SealConnection::opened, this, [this] {
        if (m_password)
            m_password->deleteLater();
        m_password = nullptr;
        if (const auto next = std::exchange(m_next, nullptr))
            next();
    });
    connect(&m_seal, &SealConnection::notOpened, this, [this](const base::Error& why) {
        if (m_password)
            m_password->askAgain(why);
    });
}

void SealPanel::unlockThen(const std::function<void()>& next) {
    if (m_seal.state() == State::Open) {
        next();
    } else if (m_seal.state() == State::Locked) {
        m_next = next;
        askForPassword();
    }
}

void SealPanel::askForPassword() {
    if (!m_password) {
        m_password = new SealPasswordDialog(window());
        connect(m_password, &SealPasswordDialog::entered, this, [this] {
            const bool keep = m_password->keepWanted();
            m_seal.open(m_password->takePassword(), keep);
        });
        connect(m_password, &SealPasswordDialog::declined, this, [this] {
            m_next = nullptr;
            m_password->deleteLater();
            m_password = nullptr;
        });
    }
    m_password->ask(m_seal.files().pfx, m_seal.keepsPasswords());
}

void SealPanel::chooseSeal() {
    if (!m_chooser) {
        m_chooser = new SealDialog(window());
        connect(m_chooser, &SealDialog::chosen, this, [this](const SealFiles& files) {
            m_seal.choose(files);
            unlockThen([] {});
        });
    }
    m_chooser->setFiles(m_seal.files());
    m_chooser->show();
    m_chooser->raise();
    m_chooser->activateWindow();
}

void SealPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SealPanel::retranslate() {
    setHeading(tr("Seal with"));
    const QStringList names{tr("Certificate:"), tr("Fingerprint:"), tr("Time stamps with:")};
    for (int row = 0; row < m_form->rowCount(); ++row) {
        qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget())->setText(names[row]);
        m_form->itemAt(row, QFormLayout::FieldRole)->widget()->setAccessibleName(names[row]);
    }
    m_open->setText(tr("Enter the &password…"));
    refresh();
}

void SealPanel::refresh() {
    const State state = m_seal.state();
    const bool open = state == State::Open;
    m_picture->setPixmap(
        icon("seal"_L1).pixmap(QSize(32, 32), devicePixelRatioF(), open ? QIcon::Normal : QIcon::Disabled));
    m_facts->setVisible(open);
    m_code->setVisible(open);
    m_hint->setVisible(!open);
    m_open->setVisible(state == State::Locked);
    m_choose->setText(state == State::NoSeal ? tr("Choose the e-seal…") : tr("Change…"));
    m_problem->setError(m_seal.error());
    m_warnings->setWarnings(open ? m_seal.seal()->warnings() : QList<base::Error>());
    m_key->setVisible(state != State::NoSeal);
    if (open) {
        showSeal();
        return;
    }
    const QString file = base::printable(QFileInfo(m_seal.files().pfx).fileName());
    m_owner->setText(state == State::NoSeal ? tr("No e-seal has been chosen") : file);
    if (state == State::NoSeal)
        m_hint->setText(
            tr("An e-seal is a PFX file of your organisation. Choose it once; the profile remembers it."));
    else if (state == State::Opening)
        m_hint->setText(tr("Opening the e-seal…"));
    else
        m_hint->setText(tr("The e-seal is locked. Its password is asked for once after each start."));
}

void SealPanel::showSeal() {
    const signing::OpenedSeal& seal = *m_seal.seal();
    m_owner->setText(nameOf(seal.certificate));
    m_code->setText(base::printable(seal.certificate.organisationIdentifier()));
    m_validity->setText(tr("valid until %1").arg(date(seal.certificate.notAfter())));
    m_validity->setToolTip(
        tr("Issued by %1").arg(base::printable(seal.certificate.issuerCommonName())).toHtmlEscaped());
    const QString fingerprint = hexPairs(seal.certificate.fingerprint());
    m_fingerprint->setText(shortened(fingerprint, ShownFingerprint));
    m_fingerprint->setToolTip(tr("SHA-256: %1").arg(fingerprint));
    m_authCertificate->setText(
        tr("%1, valid until %2")
            .arg(base::printable(seal.authCertificate.commonName()), date(seal.authCertificate.notAfter())));
}

}  // namespace signet::ui
