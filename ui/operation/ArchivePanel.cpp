#include "ui/operation/ArchivePanel.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "signing/CardDesk.h"
#include "signing/ProfileStore.h"
#include "signing/Validity.h"
#include "ui/common/ErrorView.h"
#include "ui/common/FileField.h"
#include "ui/common/Formatting.h"
#include "ui/common/UiSettings.h"
#include "ui/common/WarningList.h"
#include "ui/operation/CertificateReader.h"
#include "ui/profile/ProfileConnection.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using base::ErrorCode;
using base::Expected;
using base::fail;
using crypto::Certificate;

Expected<Certificate> fromCard(const signing::CardDesk& cards) {
    const auto reader = cards.selected();
    if (!reader)
        return tl::unexpected(reader.error());
    if (const auto obstacle = reader->authenticationObstacle())
        return tl::unexpected(*obstacle);
    return *reader->authenticationCertificate;
}

}  // namespace

ArchivePanel::ArchivePanel(signing::CardDesk& cards, ProfileConnection& connection, UiSettings& settings,
                           QWidget* parent)
    : Panel(parent),
      m_cards(cards),
      m_connection(connection),
      m_settings(settings),
      m_reader(new CertificateReader(this)),
      m_explanation(new QLabel(this)),
      m_source(new QComboBox(this)),
      m_file(new FileField("archiveFile", this)),
      m_form(new QFormLayout),
      m_name(new QLabel(this)),
      m_validity(new QLabel(this)),
      m_problem(new ErrorView(this)),
      m_warnings(new WarningList(this)) {
    setObjectName(u"archivePanel"_s);
    m_source->setObjectName(u"archiveSource"_s);
    m_name->setObjectName(u"archiveName"_s);
    m_validity->setObjectName(u"archiveValidity"_s);
    m_problem->setObjectName(u"archiveProblem"_s);
    arrange();
    m_file->setPath(settings.archiveCertificateFile());
    connect(&cards, &signing::CardDesk::changed, this, &ArchivePanel::refresh);
    connect(m_reader, &CertificateReader::changed, this, &ArchivePanel::refresh);
    connect(&connection, &ProfileConnection::changed, this, &ArchivePanel::retranslate);
    connect(&connection.profiles(), &signing::ProfileStore::changed, this, &ArchivePanel::retranslate);
    connect(m_source, &QComboBox::activated, this, [this] {
        m_settings.setArchiveSource(m_source->currentData().toInt());
        refresh();
    });
    connect(m_file, &FileField::changed, this, [this] {
        m_settings.setArchiveCertificateFile(m_file->path());
        refresh();
    });
    retranslate();
}

void ArchivePanel::arrange() {
    m_explanation->setWordWrap(true);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_problem->setBrief(true);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (QLabel* value : {m_name, m_validity}) {
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        auto* label = new QLabel(this);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_form->addRow(label, value);
    }
    body().addWidget(m_explanation);
    body().addWidget(m_source);
    body().addWidget(m_file);
    body().addLayout(m_form);
    body().addWidget(m_problem);
    body().addWidget(m_warnings);
}

void ArchivePanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ArchivePanel::retranslate() {
    setHeading(tr("Archive with"));
    m_explanation->setText(
        tr("Time stamps are requested with an authentication certificate. No PIN is needed."));
    m_source->setAccessibleName(tr("Whose authentication certificate"));
    m_file->setWords(tr("Authentication certificate"), tr("a certificate, PEM or DER"), tr("Choose…"));
    m_file->setFilter(tr("Certificates (*.pem *.crt *.cer *.der)"));
    const QStringList names{tr("Certificate:"), tr("Validity:")};
    for (int row = 0; row < m_form->rowCount(); ++row)
        qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget())->setText(names[row]);
    refreshSources();
    refresh();
}

void ArchivePanel::refreshSources() {
    const auto profile = m_connection.profiles().find(m_connection.profileName());
    const int wanted = m_settings.archiveSource();
    m_source->clear();
    const auto add = [this](const QString& text, Source source) {
        m_source->addItem(text, static_cast<int>(source));
    };
    if (profile && !profile->authCertificateFile.isEmpty())
        add(tr("The profile's certificate"), Source::Profile);
    if (profile && !profile->sealAuthCertificateFile.isEmpty())
        add(tr("The e-seal's certificate"), Source::Seal);
    add(tr("The card's certificate"), Source::Card);
    add(tr("A certificate from a file"), Source::File);
    m_source->setCurrentIndex(std::max(0, m_source->findData(wanted)));
}

ArchivePanel::Source ArchivePanel::source() const {
    return static_cast<Source>(m_source->currentData().toInt());
}

/** Empty where the certificate is the card's. */
QString ArchivePanel::chosenFile() const {
    const auto profile = m_connection.profiles().find(m_connection.profileName());
    switch (source()) {
        case Source::Profile:
            return profile ? profile->authCertificateFile : QString();
        case Source::Seal:
            return profile ? profile->sealAuthCertificateFile : QString();
        case Source::File:
            return m_file->path();
        case Source::Card:
            break;
    }
    return {};
}

QString ArchivePanel::obstacle() const {
    if (!m_certificate)
        return tr("Reading the certificate…");
    return *m_certificate ? QString() : m_certificate->error().message();
}

void ArchivePanel::refresh() {
    const QString path = chosenFile();
    if (source() == Source::Card)
        m_certificate = fromCard(m_cards);
    else if (path.isEmpty())
        m_certificate = fail(ErrorCode::AuthCertificateMissing);
    else
        m_certificate = m_reader->read(path);
    showCertificate();
    Q_EMIT changed();
}

void ArchivePanel::showCertificate() {
    const bool file = source() == Source::File;
    const bool nothingYet = file && m_file->path().isEmpty();
    const bool reading = !m_certificate && !nothingYet;
    const bool good = m_certificate && *m_certificate;
    m_file->setVisible(file);
    m_form->setRowVisible(m_name, good || reading);
    m_form->setRowVisible(m_validity, good);
    m_problem->setError(reading || good || nothingYet ? std::nullopt : std::optional(m_certificate->error()));
    using signing::CertificateUse;
    m_warnings->setWarnings(good ? appraise(**m_certificate, CertificateUse::Authenticate).warnings
                                 : QList<base::Error>());
    if (reading)
        m_name->setText(tr("reading…"));
    if (!good)
        return;
    const Certificate& certificate = **m_certificate;
    const QString name = certificate.commonName();
    m_name->setText(base::printable(name.isEmpty() ? certificate.organisation() : name));
    m_validity->setText(tr("valid until %1").arg(date(certificate.notAfter())));
}

}  // namespace signet::ui
