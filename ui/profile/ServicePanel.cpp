#include "ui/profile/ServicePanel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "ui/common/ErrorView.h"
#include "ui/common/Icons.h"
#include "ui/profile/ProfileConnection.h"
#include "ui/profile/SecretPrompt.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

using State = ProfileConnection::State;

ServicePanel::ServicePanel(ProfileConnection& connection, QWidget* parent)
    : Panel(parent),
      m_connection(connection),
      m_profiles(new QComboBox(this)),
      m_edit(new QToolButton(this)),
      m_stateIcon(new QLabel(this)),
      m_state(new QLabel(this)),
      m_error(new ErrorView(this)),
      m_retry(new QPushButton(this)),
      m_secret(new SecretPrompt(this)) {
    setObjectName(u"servicePanel"_s);
    m_profiles->setObjectName(u"serviceProfiles"_s);
    m_edit->setObjectName(u"serviceEdit"_s);
    m_state->setObjectName(u"serviceState"_s);
    m_error->setObjectName(u"serviceError"_s);
    m_retry->setObjectName(u"serviceRetry"_s);
    arrange();
    connect(&m_connection, &ProfileConnection::changed, this, &ServicePanel::refresh);
    connect(&m_connection.profiles(), &signing::ProfileStore::changed, this, &ServicePanel::refresh);
    connect(m_profiles, &QComboBox::activated, this, [this](int index) {
        m_connection.profiles().setCurrent(m_profiles->itemText(index));
        m_connection.start();
    });
    connect(m_edit, &QToolButton::clicked, this, &ServicePanel::profilesWanted);
    connect(m_retry, &QPushButton::clicked, &m_connection, &ProfileConnection::check);
    connect(m_secret, &SecretPrompt::entered, this, [this] {
        auto secret = m_secret->takeSecret();
        m_connection.giveSecret(std::move(secret), m_secret->keepWanted());
    });
    retranslate();
}

void ServicePanel::arrange() {
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_error->setBrief(true);
    m_edit->setIcon(icon("settings"_L1));
    m_profiles->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* top = new QHBoxLayout;
    top->addWidget(m_profiles, 1);
    top->addWidget(m_edit);
    auto* state = new QHBoxLayout;
    state->addWidget(m_stateIcon, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    body().addLayout(top);
    body().addLayout(state);
    body().addWidget(m_error);
    body().addWidget(m_retry, 0, Qt::AlignRight);
    body().addWidget(m_secret);
}

void ServicePanel::setFixed(bool fixed) {
    m_profiles->setEnabled(!fixed);
    m_edit->setVisible(!fixed);
}

void ServicePanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServicePanel::retranslate() {
    setHeading(tr("Service"));
    m_profiles->setAccessibleName(tr("Profile of the service"));
    m_profiles->setToolTip(tr("Which service, and as which client"));
    m_edit->setAccessibleName(tr("Profiles"));
    m_edit->setToolTip(tr("Add or change profiles"));
    m_retry->setText(tr("T&ry again"));
    refresh();
}

void ServicePanel::refresh() {
    m_profiles->clear();
    m_profiles->addItems(m_connection.profiles().names());
    m_profiles->setCurrentIndex(m_profiles->findText(m_connection.profileName()));
    const State state = m_connection.state();
    m_secret->setVisible(state == State::SecretNeeded);
    m_secret->ask(m_connection.profileName(), m_connection.keepsSecrets());
    if (state == State::SecretNeeded && !m_secretWasNeeded)
        m_secret->setFocus();
    m_secretWasNeeded = state == State::SecretNeeded;
    m_error->setError(m_connection.error());
    m_retry->setVisible(state == State::Unreachable);
    QString text;
    if (state == State::NoProfile)
        text = tr("No service has been chosen.");
    else if (state == State::ReadingSecret)
        text = tr("Asking the key chain…");
    else if (state == State::Checking)
        text = tr("Connecting…");
    else if (state == State::Connected && m_connection.customer().isEmpty())
        text = tr("Connected");
    else if (state == State::Connected)
        text = tr("Connected as %1").arg(base::printable(m_connection.customer()));
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_stateIcon->setVisible(!text.isEmpty());
    const auto name = state == State::Connected ? "state-finalized"_L1 : "state-picked"_L1;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_stateIcon->setPixmap(icon(name).pixmap(QSize(size, size), devicePixelRatioF()));
}

}  // namespace signet::ui
