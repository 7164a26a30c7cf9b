#include "ui/profile/ProfileForm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "ui/common/ErrorView.h"
#include "ui/common/Formatting.h"
#include "ui/common/SecretField.h"
#include "ui/profile/ProfileOptions.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::Profile;
using signing::SecretStore;

QLineEdit* lineEdit(QWidget* parent, const char* name) {
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(QString::fromLatin1(name));
    return edit;
}

/** The words come with the language. */
void addRow(QFormLayout& form, QWidget* field) {
    auto* label = new QLabel;
    label->setBuddy(field);
    form.addRow(label, field);
}

QString outcomeText(const signing::ServiceGreeting& greeting) {
    QStringList parts;
    parts += greeting.customer.isEmpty()
                 ? ProfileForm::tr("The connection works.")
                 : ProfileForm::tr("The connection works. The service knows you as %1.")
                       .arg(base::printable(greeting.customer));
    if (greeting.fileMaxLength > 0)
        parts += ProfileForm::tr("Files may have up to %1.").arg(fileSize(greeting.fileMaxLength));
    return parts.join(u' ');
}

}  // namespace

ProfileForm::ProfileForm(QWidget* parent)
    : QWidget(parent),
      m_tester(new ConnectionTester(this)),
      m_form(new QFormLayout),
      m_name(lineEdit(this, "profileName")),
      m_api(lineEdit(this, "profileApi")),
      m_source(new QComboBox(this)),
      m_tokenUrl(lineEdit(this, "profileTokenUrl")),
      m_clientId(lineEdit(this, "profileClientId")),
      m_secret(new SecretField(this)),
      m_keep(new QCheckBox(this)),
      m_caRow(new QWidget(this)),
      m_caFile(lineEdit(m_caRow, "profileCaFile")),
      m_caChoose(new QPushButton(m_caRow)),
      m_unfold(new QToolButton(this)),
      m_more(new ProfileOptions(this)),
      m_test(new QPushButton(this)),
      m_outcome(new QLabel(this)),
      m_error(new ErrorView(this)) {
    setObjectName(u"profileForm"_s);
    m_secret->setObjectName(u"profileSecret"_s);
    m_source->setObjectName(u"profileTokenSource"_s);
    m_keep->setObjectName(u"profileKeepSecret"_s);
    m_test->setObjectName(u"profileTest"_s);
    m_outcome->setObjectName(u"profileOutcome"_s);
    m_error->setObjectName(u"profileError"_s);
    arrange();
    connectParts();
    retranslate();
}

void ProfileForm::arrange() {
    m_source->addItems({QString(), QString()});
    m_keep->setChecked(true);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_error->setBrief(true);
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unfold->setArrowType(Qt::RightArrow);
    m_more->hide();

    auto* ca = new QHBoxLayout(m_caRow);
    ca->setContentsMargins(0, 0, 0, 0);
    ca->addWidget(m_caFile, 1);
    ca->addWidget(m_caChoose);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget* field : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_api),
                           static_cast<QWidget*>(m_source), static_cast<QWidget*>(m_tokenUrl),
                           static_cast<QWidget*>(m_clientId), static_cast<QWidget*>(m_secret)})
        addRow(*m_form, field);
    m_form->addRow(new QLabel, m_keep);
    addRow(*m_form, m_caRow);
    m_caRow->setFocusProxy(m_caFile);
    auto* test = new QHBoxLayout;
    test->addWidget(m_unfold);
    test->addStretch();
    test->addWidget(m_test);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_form);
    column->addLayout(test);
    column->addWidget(m_more);
    column->addWidget(m_outcome);
    column->addWidget(m_error);
}

void ProfileForm::connectParts() {
    connect(m_source, &QComboBox::currentIndexChanged, this, &ProfileForm::showTokenSource);
    connect(m_caChoose, &QPushButton::clicked, this, &ProfileForm::chooseCaFile);
    connect(m_test, &QPushButton::clicked, this, &ProfileForm::test);
    connect(m_tester, &ConnectionTester::began, this, [this] {
        showOutcome(tr("Testing…"), {});
        m_test->setEnabled(false);
    });
    connect(m_tester, &ConnectionTester::secretMissing, this,
            [this] { showOutcome(tr("Enter the secret first."), {}); });
    connect(m_tester, &ConnectionTester::succeeded, this,
            [this](const signing::ServiceGreeting& greeting) { showOutcome(outcomeText(greeting), {}); });
    connect(m_tester, &ConnectionTester::failed, this,
            [this](const base::Error& error) { showOutcome({}, error); });
    connect(m_unfold, &QToolButton::toggled, this, [this](bool open) {
        m_unfold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_more->setVisible(open);
    });
}

void ProfileForm::setProfile(const Profile& profile, bool canKeepSecret) {
    m_base = profile;
    m_canKeep = canKeepSecret;
    m_name->setText(profile.name);
    m_api->setText(profile.api.toString());
    m_source->setCurrentIndex(profile.tokenSource == Profile::TokenSource::StaticToken ? 1 : 0);
    m_tokenUrl->setText(profile.tokenUrl.toString());
    m_tokenUrl->setCursorPosition(0);
    m_clientId->setText(profile.clientId);
    m_caFile->setText(profile.caFile);
    m_more->setProfile(profile);
    m_form->setRowVisible(m_keep, canKeepSecret);
    forgetSecret();
    showTokenSource();
    showOutcome({}, {});
}

Profile ProfileForm::profile() const {
    Profile profile = m_base;
    profile.name = m_name->text().trimmed();
    profile.api = QUrl(m_api->text().trimmed(), QUrl::StrictMode);
    profile.tokenSource = m_source->currentIndex() == 1 ? Profile::TokenSource::StaticToken
                                                        : Profile::TokenSource::ClientCredentials;
    profile.tokenUrl = QUrl(m_tokenUrl->text().trimmed(), QUrl::StrictMode);
    profile.clientId = m_clientId->text().trimmed();
    profile.caFile = m_caFile->text().trimmed();
    m_more->applyTo(profile);
    return profile;
}

SecretStore::Secret ProfileForm::secret() const {
    if (m_secret->text().isEmpty())
        return nullptr;
    return std::make_shared<base::SecretBytes>(m_secret->secret());
}

bool ProfileForm::keepSecretWanted() const {
    return m_canKeep && m_keep->isChecked();
}

void ProfileForm::forgetSecret() {
    m_secret->takeSecret();
}

bool ProfileForm::judge() {
    const auto sound = signing::check(profile());
    showOutcome({}, sound ? std::nullopt : std::optional<base::Error>(sound.error()));
    return sound.has_value();
}

void ProfileForm::setSecretReader(ConnectionTester::SecretReader reader) {
    m_tester->setSecretReader(std::move(reader));
}

void ProfileForm::showTokenSource() {
    const bool credentials = m_source->currentIndex() == 0;
    for (QWidget* field : {m_tokenUrl, m_clientId})
        m_form->setRowVisible(field, credentials);
    retranslate();
}

void ProfileForm::chooseCaFile() {
    auto* dialog = new QFileDialog(this, tr("Certificates to trust"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->show();
}

void ProfileForm::test() {
    if (judge())
        m_tester->test(profile(), secret());
}

void ProfileForm::showOutcome(const QString& text, const std::optional<base::Error>& error) {
    m_test->setEnabled(true);
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
    m_error->setError(error);
}

void ProfileForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProfileForm::retranslate() {
    const bool credentials = m_source->currentIndex() == 0;
    const auto label = [this](QWidget* field, const QString& text) {
        qobject_cast<QLabel*>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(QString(text).remove(u'&').remove(u':'));
    };
    label(m_name, tr("&Name:"));
    label(m_api, tr("Add&ress of the service:"));
    label(m_source, tr("&Access:"));
    m_source->setItemText(0, tr("Client identifier and secret"));
    m_source->setItemText(1, tr("A ready access token"));
    label(m_tokenUrl, tr("Address for &tokens:"));
    label(m_clientId, tr("Client &identifier:"));
    label(m_secret, credentials ? tr("Client &secret:") : tr("Access &token:"));
    m_secret->setPlaceholderText(m_canKeep ? tr("empty: the one that is kept") : QString());
    m_keep->setText(tr("&Keep it in the system's key chain"));
    label(m_caRow, tr("Trust also the &certificates in:"));
    m_caRow->setAccessibleName({});
    m_caFile->setAccessibleName(tr("File with certificates to trust"));
    m_caFile->setPlaceholderText(tr("usually empty"));
    m_caChoose->setText(tr("Ch&oose…"));
    m_unfold->setText(tr("More options"));
    m_test->setText(tr("T&est the connection"));
}

}  // namespace signet::ui
