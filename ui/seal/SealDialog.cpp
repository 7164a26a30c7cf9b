#include "ui/seal/SealDialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/FileField.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

SealDialog::SealDialog(QWidget* parent)
    : QDialog(parent),
      m_explanation(new QLabel(this)),
      m_form(new QFormLayout),
      m_pfx(new FileField("sealPfx", this)),
      m_authCertificate(new FileField("sealAuthCertificate", this)),
      m_centralKey(new FileField("sealCentralKey", this)),
      m_use(new QPushButton(this)),
      m_cancel(new QPushButton(this)) {
    setObjectName(u"sealDialog"_s);
    m_use->setObjectName(u"sealUse"_s);
    m_explanation->setWordWrap(true);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (FileField* field : {m_pfx, m_authCertificate, m_centralKey}) {
        auto* label = new QLabel(this);
        label->setBuddy(field);
        m_form->addRow(label, field);
        connect(field, &FileField::changed, this, &SealDialog::judge);
    }
    m_use->setDefault(true);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_use, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_explanation);
    column->addLayout(m_form);
    column->addStretch();
    column->addWidget(buttons);
    connect(m_use, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT chosen({m_pfx->path(), m_authCertificate->path(), m_centralKey->path()});
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 84, sizeHint().height());
    retranslate();
}

void SealDialog::setFiles(const SealFiles& files) {
    m_pfx->setPath(files.pfx);
    m_authCertificate->setPath(files.authCertificate);
    m_centralKey->setPath(files.centralKey);
    judge();
}

void SealDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SealDialog::retranslate() {
    setWindowTitle(tr("E-seal of the organisation"));
    m_explanation->setText(tr(
        "The profile remembers where the files are. The password is asked for when the e-seal is opened."));
    const QString choose = tr("Choose…");
    m_pfx->setWords(tr("File of the e-seal"), tr("a PFX or P12 file"), choose);
    m_pfx->setFilter(tr("E-seals (*.pfx *.p12)"));
    m_authCertificate->setWords(tr("Authentication certificate"), tr("PEM, DER or PFX"), choose);
    m_authCertificate->setFilter(tr("Certificates (*.pem *.crt *.cer *.der *.pfx *.p12)"));
    m_centralKey->setWords(tr("Key of the service"), tr("usually empty: the service is asked"), choose);
    m_centralKey->setFilter(tr("Keys and certificates (*.pem *.pub *.crt *.cer *.der)"));
    const QStringList names{tr("&File of the e-seal:"), tr("&Authentication certificate:"),
                            tr("&Key of the service:")};
    for (int row = 0; row < m_form->rowCount(); ++row)
        qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget())->setText(names[row]);
    m_use->setText(tr("&Use this e-seal"));
    m_cancel->setText(tr("Cancel"));
}

void SealDialog::judge() {
    m_use->setEnabled(!m_pfx->path().isEmpty() && !m_authCertificate->path().isEmpty());
}

}  // namespace signet::ui
