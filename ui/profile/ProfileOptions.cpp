#include "ui/profile/ProfileOptions.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

QSpinBox* spinBox(QWidget* parent, const char* name, int smallest, int largest) {
    auto* box = new QSpinBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    box->setRange(smallest, largest);
    return box;
}

}  // namespace

ProfileOptions::ProfileOptions(QWidget* parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_chunk(spinBox(this, "profileChunk", 1, 100)),
      m_timeout(spinBox(this, "profileTimeout", 1, 3600)),
      m_confirm(spinBox(this, "profileConfirm", 0, 3600)),
      m_authCertificate(new QLineEdit(this)),
      m_askEach(new QCheckBox(this)),
      m_encode(new QCheckBox(this)),
      m_rawEcdsa(new QCheckBox(this)),
      m_asPem(new QCheckBox(this)),
      m_oaep(new QCheckBox(this)) {
    m_authCertificate->setObjectName(u"profileAuthCertificate"_s);
    m_form->setContentsMargins(0, 0, 0, 0);
    for (QWidget* field : {static_cast<QWidget*>(m_chunk), static_cast<QWidget*>(m_timeout),
                           static_cast<QWidget*>(m_confirm), static_cast<QWidget*>(m_authCertificate)}) {
        auto* label = new QLabel;
        label->setBuddy(field);
        m_form->addRow(label, field);
    }
    m_askEach->setObjectName(u"profileAskEach"_s);
    m_form->addRow(m_askEach);
    m_form->addRow(m_encode);
    m_form->addRow(m_rawEcdsa);
    m_form->addRow(m_asPem);
    m_form->addRow(m_oaep);
    retranslate();
}

void ProfileOptions::setProfile(const signing::Profile& profile) {
    m_chunk->setValue(profile.chunkSize);
    m_timeout->setValue(static_cast<int>(profile.timeout.count()));
    m_confirm->setValue(static_cast<int>(profile.confirmTime.count()));
    m_askEach->setChecked(profile.askForEachSignature);
    m_encode->setChecked(profile.encodeCredentials);
    m_rawEcdsa->setChecked(profile.rawEcdsa);
    m_asPem->setChecked(profile.authCertificateAsPem);
    m_oaep->setChecked(profile.oaepPadding);
    m_authCertificate->setText(profile.authCertificateFile);
}

void ProfileOptions::applyTo(signing::Profile& profile) const {
    profile.chunkSize = m_chunk->value();
    profile.timeout = std::chrono::seconds(m_timeout->value());
    profile.confirmTime = std::chrono::seconds(m_confirm->value());
    profile.askForEachSignature = m_askEach->isChecked();
    profile.encodeCredentials = m_encode->isChecked();
    profile.rawEcdsa = m_rawEcdsa->isChecked();
    profile.authCertificateAsPem = m_asPem->isChecked();
    profile.oaepPadding = m_oaep->isChecked();
    profile.authCertificateFile = m_authCertificate->text().trimmed();
}

void ProfileOptions::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProfileOptions::retranslate() {
    const auto label = [this](QWidget* field, const QString& text) {
        qobject_cast<QLabel*>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(QString(text).remove(u':'));
    };
    label(m_chunk, tr("Sessions in one request:"));
    label(m_timeout, tr("Wait for an answer (seconds):"));
    label(m_confirm, tr("Look up an unclear end (seconds):"));
    label(m_authCertificate, tr("Authentication certificate instead of the card's:"));
    m_askEach->setText(tr("Sign: ask for PIN2 before every signature"));
    m_askEach->setToolTip(
        tr("One entry signs one session, whatever the card would allow. Otherwise one entry signs a whole "
           "batch."));
    m_encode->setText(tr("Encode identifier and secret as forms are"));
    m_rawEcdsa->setText(tr("Send ECDSA signatures as r‖s instead of DER"));
    m_asPem->setText(tr("Seal and archive: send the authentication certificate as PEM text"));
    m_oaep->setText(tr("Seal: encrypt the password with OAEP instead of PKCS#1 v1.5"));
}

}  // namespace signet::ui
