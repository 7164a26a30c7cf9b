#include "ui/profile/FirstRunPage.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/common/Icons.h"
#include "ui/profile/ProfileConnection.h"
#include "ui/profile/ProfileForm.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

FirstRunPage::FirstRunPage(ProfileConnection& connection, ProfileForm* form, QWidget* parent)
    : QWidget(parent),
      m_connection(connection),
      m_form(form),
      m_heading(new QLabel(this)),
      m_text(new QLabel(this)),
      m_choice(new QButtonGroup(this)),
      m_test(new QRadioButton(this)),
      m_production(new QRadioButton(this)),
      m_own(new QRadioButton(this)),
      m_demo(new QPushButton(this)),
      m_start(new QPushButton(this)) {
    setObjectName(u"firstRunPage"_s);
    m_test->setObjectName(u"firstRunTest"_s);
    m_production->setObjectName(u"firstRunProduction"_s);
    m_own->setObjectName(u"firstRunOwn"_s);
    m_demo->setObjectName(u"firstRunDemo"_s);
    m_start->setObjectName(u"firstRunStart"_s);
    arrange();
    connect(m_choice, &QButtonGroup::idClicked, this, &FirstRunPage::suggest);
    connect(m_start, &QPushButton::clicked, this, &FirstRunPage::finish);
    connect(m_demo, &QPushButton::clicked, this, &FirstRunPage::demoWanted);
    m_demo->hide();
    m_test->setChecked(true);
    suggest();
    retranslate();
}

void FirstRunPage::arrange() {
    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_heading->setFont(large);
    m_text->setWordWrap(true);
    m_start->setIcon(icon("state-finalized"_L1));
    auto* picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(48, 48), devicePixelRatioF()));
    auto* top = new QHBoxLayout;
    top->addWidget(picture);
    top->addWidget(m_heading, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_demo);
    buttons->addStretch();
    buttons->addWidget(m_start);
    auto* page = new QWidget;
    page->setMaximumWidth(fontMetrics().averageCharWidth() * 110);
    auto* column = new QVBoxLayout(page);
    column->addLayout(top);
    column->addWidget(m_text);
    column->addSpacing(8);
    int id = 0;
    for (QRadioButton* button : {m_test, m_production, m_own}) {
        m_choice->addButton(button, id++);
        column->addWidget(button);
    }
    column->addSpacing(8);
    column->addWidget(m_form);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch();
    auto* middle = new QWidget;
    auto* across = new QHBoxLayout(middle);
    across->addStretch();
    across->addWidget(page, 10);
    across->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(middle);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void FirstRunPage::setDemoOffered(bool offered) {
    m_demo->setVisible(offered);
}

void FirstRunPage::suggest() {
    const QList<signing::Profile> suggestions = signing::ProfileStore::suggestions();
    const int chosen = m_choice->checkedId();
    signing::Profile profile = suggestions.value(chosen);
    if (chosen == 2)
        profile.name = tr("My service");
    m_form->setProfile(profile, m_connection.keepsSecrets());
}

void FirstRunPage::finish() {
    if (!m_form->judge())
        return;
    m_connection.adopt(m_form->profile(), m_form->secret(), m_form->keepSecretWanted());
    m_form->forgetSecret();
    Q_EMIT finished();
}

void FirstRunPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FirstRunPage::retranslate() {
    m_heading->setText(tr("Welcome to Signet"));
    m_text->setText(
        tr("Signet signs documents with your eID card through a SignAPI service. Which service will you use? "
           "You can "
           "change this later, and add others."));
    m_test->setText(tr("eParaksts, &test service: nothing is legally binding"));
    m_production->setText(tr("eParaksts, &production"));
    m_own->setText(tr("An&other address, such as your organisation's"));
    m_demo->setText(tr("Try the &demo instead"));
    m_start->setText(tr("Sa&ve and begin"));
}

}  // namespace signet::ui
