#include "ui/window/MainWindow.h"

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "signing/journal/Journal.h"
#include "signing/journal/Retention.h"
#include "ui/card/CardPanel.h"
#include "ui/card/WindowAttendant.h"
#include "ui/common/Icons.h"
#include "ui/common/MessageBar.h"
#include "ui/common/WhenDone.h"
#include "ui/journal/UnfinishedBar.h"
#include "ui/journal/UnfinishedWork.h"
#include "ui/operation/ArchivePanel.h"
#include "ui/operation/BatchRunner.h"
#include "ui/operation/OperationPane.h"
#include "ui/profile/FirstRunPage.h"
#include "ui/profile/ProfileConnection.h"
#include "ui/profile/ServicePanel.h"
#include "ui/seal/SealConnection.h"
#include "ui/seal/SealPanel.h"
#include "ui/sessions/DetailsPane.h"
#include "ui/sessions/DocumentLister.h"
#include "ui/sessions/DocumentSaver.h"
#include "ui/sessions/DroppedItems.h"
#include "ui/sessions/EmptyPage.h"
#include "ui/sessions/RecentSessions.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/SessionTable.h"
#include "ui/sessions/SessionTableModel.h"
#include "ui/validation/SignatureCheck.h"
#include "ui/window/Actions.h"
#include "ui/window/BatchAftermath.h"
#include "ui/window/MessageArea.h"
#include "ui/window/RowActions.h"
#include "ui/window/SignBar.h"
#include "ui/window/WindowDialogs.h"
#include "ui/window/WorkArea.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

/** As the window is designed, or what the screen has room for, frame and title included. */
QSize firstSize() {
    const QSize frame(16, 48);
    return QSize(1280, 800).boundedTo(QGuiApplication::primaryScreen()->availableSize() - frame);
}

}  // namespace

MainWindow::MainWindow(Workplace workplace)
    : m_work(std::move(workplace)),
      m_actions(new Actions(*menuBar())),
      m_connection(new ProfileConnection(m_work.profiles, m_work.secrets, m_work.service, this)),
      m_attendant(new WindowAttendant(this)),
      m_seal(new SealConnection(*m_connection, m_work.sealPasswords, m_work.service, this)),
      m_cardPanel(new CardPanel(m_work.cards)),
      m_sealPanel(new SealPanel(*m_seal)),
      m_archivePanel(new ArchivePanel(m_work.cards, *m_connection, m_work.settings)),
      m_operation(new OperationPane(m_work.settings, {m_cardPanel, m_sealPanel, m_archivePanel})),
      m_runner(new BatchRunner(m_work.sessions, m_work.service, *m_connection,
                               {m_work.cards, *m_attendant, *m_seal, *m_archivePanel, m_work.journal}, this)),
      m_model(new SessionTableModel(m_work.sessions, this)),
      m_lister(new DocumentLister(m_work.sessions, m_work.service, this)),
      m_saver(new DocumentSaver(m_work.sessions, m_work.service, m_work.settings, this)),
      m_dialogs(new WindowDialogs(m_work, *m_connection, this)),
      m_messages(new MessageArea(this)),
      m_pages(new QStackedWidget(this)),
      m_firstRun(new FirstRunPage(*m_connection, m_dialogs->makeProfileForm(), this)),
      m_sessionPane(new SessionPane(*m_model, this)),
      m_servicePanel(new ServicePanel(*m_connection, this)),
      m_details(new DetailsPane(m_work.sessions, this)),
      m_signBar(new SignBar(m_work.settings, this)),
      m_rowActions(new RowActions(*m_actions, *m_sessionPane, *m_model, m_work.sessions, *m_saver, this)),
      m_check(new SignatureCheck(m_work.sessions, m_work.service, this)),
      m_aftermath(new BatchAftermath(
          *m_runner, {m_work.sessions, m_sessionPane->table(), *m_lister, m_messages->messages()}, this)),
      m_unfinished(new UnfinishedWork(m_work.journal, m_work.sessions, m_work.service, *m_runner, this)),
      m_unfinishedBar(new UnfinishedBar(*m_unfinished, this)) {
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    arrange();
    connectActions();
    connectParts();
    connectBatch();
    connectJournal();
    operationChanged();
    retranslate();
    resize(firstSize());
    restoreGeometry(m_work.settings.windowGeometry());
}

MainWindow::~MainWindow() {
    delete m_attendant;
    m_attendant = nullptr;
}

void MainWindow::arrange() {
    auto* area = new WorkArea(m_sessionPane, {m_operation, m_servicePanel}, m_details);
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area, 1);
    column->addWidget(m_signBar);
    m_pages->addWidget(work);
    m_pages->addWidget(m_firstRun);
    auto* central = new QWidget(this);
    auto* whole = new QVBoxLayout(central);
    whole->addLayout(m_messages);
    whole->addWidget(m_pages, 1);
    setCentralWidget(central);
    if (m_work.demo)
        m_messages->showDemo(*m_work.demo);
    m_sessionPane->emptyPage().setSamplesOffered(m_work.demo.has_value());
    m_servicePanel->setFixed(m_work.demo.has_value());
    m_firstRun->setDemoOffered(static_cast<bool>(m_work.startDemo));
    m_actions->addSamples->setVisible(m_work.demo.has_value());
    m_actions->profiles->setVisible(!m_work.demo);
    for (QAction* action : {m_actions->history, m_actions->unfinished})
        action->setVisible(m_work.journal != nullptr);
    m_actions->toggleCard->setVisible(m_work.demo && m_work.demo->toggleCard);
}

void MainWindow::connectActions() {
    connect(m_actions->addFiles, &QAction::triggered, m_dialogs, &WindowDialogs::chooseFiles);
    connect(m_actions->addFolder, &QAction::triggered, m_dialogs, &WindowDialogs::chooseFolder);
    connect(m_actions->addIdentifiers, &QAction::triggered, m_dialogs, &WindowDialogs::enterIdentifiers);
    connect(m_actions->history, &QAction::triggered, m_dialogs, &WindowDialogs::showHistory);
    connect(m_actions->profiles, &QAction::triggered, m_dialogs, &WindowDialogs::showProfiles);
    connect(m_actions->settings, &QAction::triggered, m_dialogs, &WindowDialogs::showSettings);
    connect(m_actions->about, &QAction::triggered, m_dialogs, &WindowDialogs::showAbout);
    connect(m_actions->pins, &QAction::triggered, m_dialogs, &WindowDialogs::showPins);
    connect(m_actions->checkup, &QAction::triggered, m_dialogs, &WindowDialogs::showCheckup);
    connect(m_actions->addSamples, &QAction::triggered, this,
            [this] { addIdentifiers(m_work.demo->sampleSessions); });
    connect(m_actions->toggleCard, &QAction::triggered, this, [this] { m_work.demo->toggleCard(); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->sign, &QAction::triggered, this, &MainWindow::startBatch);
    const auto choose = [this](QAction* action, signing::Operation operation) {
        connect(action, &QAction::triggered, m_operation,
                [this, operation] { m_operation->setOperation(operation); });
    };
    choose(m_actions->chooseSign, signing::Operation::Sign);
    choose(m_actions->chooseSeal, signing::Operation::Seal);
    choose(m_actions->chooseArchive, signing::Operation::Archive);
    connect(m_actions->stop, &QAction::triggered, m_runner, &BatchRunner::stop);
    QMenu* recent = m_actions->recent();
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { m_dialogs->fillRecent(*recent); });
}

void MainWindow::connectParts() {
    connect(m_dialogs, &WindowDialogs::filesChosen, this, &MainWindow::addFiles);
    connect(m_dialogs, &WindowDialogs::identifiersChosen, this, &MainWindow::addIdentifiers);
    connect(m_sessionPane, &SessionPane::filesWanted, m_dialogs, &WindowDialogs::chooseFiles);
    connect(m_sessionPane, &SessionPane::identifiersWanted, m_dialogs, &WindowDialogs::enterIdentifiers);
    connect(&m_sessionPane->emptyPage(), &EmptyPage::samplesWanted, m_actions->addSamples, &QAction::trigger);
    connect(m_cardPanel, &CardPanel::pinsWanted, m_actions->pins, &QAction::trigger);
    connect(m_servicePanel, &ServicePanel::profilesWanted, m_dialogs, &WindowDialogs::showProfiles);
    connect(m_firstRun, &FirstRunPage::demoWanted, this, [this] { m_work.startDemo(); });
    m_rowActions->connectDetails(*m_details);
    m_rowActions->connectCheck(*m_check, *m_details);
    connect(m_operation, &OperationPane::operationChanged, this, &MainWindow::operationChanged);
    connect(m_signBar, &SignBar::formChanged, this, &MainWindow::operationChanged);
    connect(m_seal, &SealConnection::changed, this, &MainWindow::updateReadiness);
    connect(m_archivePanel, &ArchivePanel::changed, this, &MainWindow::updateReadiness);
    connect(m_saver, &DocumentSaver::saved, this, [this](const QString& path) {
        m_messages->messages().show(MessageBar::Kind::Success,
                                    [path] { return tr("Saved as %1").arg(path); });
    });
    connect(m_saver, &DocumentSaver::failed, &m_messages->messages(), &MessageBar::showError);
    connect(m_connection, &ProfileConnection::changed, this, &MainWindow::connectionChanged);
    connect(&m_work.cards, &signing::CardDesk::changed, this, &MainWindow::updateReadiness);
    connect(m_model, &SessionTableModel::marksChanged, this, &MainWindow::updateReadiness);
}

void MainWindow::connectBatch() {
    connect(m_signBar, &SignBar::startWanted, this, &MainWindow::startBatch);
    connect(m_signBar, &SignBar::stopWanted, m_runner, &BatchRunner::stop);
    connect(m_runner, &BatchRunner::started, this, &MainWindow::batchStarted);
    connect(m_runner, &BatchRunner::progressed, m_signBar, &SignBar::showProgress);
    connect(m_runner, &BatchRunner::readinessChanged, this, &MainWindow::updateReadiness);
    connect(m_runner, &BatchRunner::finished, this, [this](const signing::BatchSummary& summary) {
        setRunning(false);
        m_aftermath->follow(summary);
    });
    connect(m_aftermath, &BatchAftermath::closed, this, &MainWindow::closed);
    connect(m_aftermath, &BatchAftermath::comebackWanted, this, &MainWindow::comeBack);
    connect(m_attendant, &WindowAttendant::askingChanged, m_signBar,
            [this] { m_signBar->setPinAwaited(m_attendant->isAsking()); });
}

void MainWindow::connectJournal() {
    m_messages->add(m_unfinishedBar);
    const auto showList = [this] { m_dialogs->showUnfinished(*m_unfinished); };
    connect(m_unfinishedBar, &UnfinishedBar::listWanted, this, showList);
    connect(m_actions->unfinished, &QAction::triggered, this, showList);
    if (!m_work.journal)
        return;
    signing::removeOld(m_work.journal);
    whenDone(m_work.journal->opened(), this,
             [this](const base::Expected<signing::Journal::Opening>& opening) {
                 if (!opening)
                     return m_messages->messages().showError(opening.error());
                 if (const QString aside = opening->setAside; !aside.isEmpty())
                     m_messages->messages().show(MessageBar::Kind::Warning, [aside] {
                         return tr("The journal of earlier runs could not be read. It is kept as %1, and a "
                                   "new one has been "
                                   "begun.")
                             .arg(aside);
                     });
             });
}

void MainWindow::addFiles(const QStringList& paths) {
    m_work.sessions.addFiles(filesOf(paths));
}

void MainWindow::addIdentifiers(const QStringList& identifiers) {
    m_work.sessions.addIdentifiers(identifiers);
}

void MainWindow::begin(const QString& profileName) {
    m_connection->start(profileName);
}

void MainWindow::retranslate() {
    setWindowTitle(m_work.demo ? tr("Signet – demo") : u"Signet"_s);
    m_actions->retranslate();
    updateReadiness();
}

void MainWindow::connectionChanged() {
    const bool first = m_connection->state() == ProfileConnection::State::NoProfile;
    m_pages->setCurrentIndex(first ? 1 : 0);
    m_lister->setEnabled(m_connection->isReady());
    updateReadiness();
}

void MainWindow::operationChanged() {
    const signing::Operation operation = m_operation->operation();
    m_seal->setWanted(operation == signing::Operation::Seal);
    m_actions->setOperation(operation);
    m_signBar->setOperation(operation);
    m_model->setIntent({operation, m_work.settings.resultForm()});
    m_details->setIntent(m_model->intent());
    updateReadiness();
}

void MainWindow::updateReadiness() {
    m_actions->stop->setEnabled(m_runner->isRunning());
    if (m_runner->isRunning())
        return m_actions->sign->setEnabled(false);
    const QList<signing::SessionKey> possible = m_model->marked();
    QList<const signing::Session*> wanted;
    for (const signing::SessionKey key : m_model->wanted())
        wanted += &m_work.sessions.session(key);
    const Intent& intent = m_model->intent();
    const QString obstacle = m_runner->obstacle(intent.operation, static_cast<int>(wanted.size()));
    const auto count = static_cast<int>(possible.size());
    m_signBar->setReadiness(count, planOf(wanted, intent), obstacle);
    m_actions->sign->setEnabled(obstacle.isEmpty() && count > 0);
}

void MainWindow::startBatch() {
    const Intent intent = m_model->intent();
    const auto start = [this, intent] { m_runner->start(m_model->marked(), intent, m_work.settings); };
    if (intent.operation == signing::Operation::Seal)
        m_sealPanel->unlockThen(start);
    else
        start();
}

void MainWindow::batchStarted() {
    QStringList identifiers;
    for (const signing::SessionKey key : m_runner->keys()) {
        const signing::Session& session = m_work.sessions.session(key);
        if (session.id && session.file.isEmpty())
            identifiers += session.id->toString();
    }
    RecentSessions(m_work.settings).remember(identifiers);
    m_messages->messages().dismiss();
    setRunning(true);
}

void MainWindow::setRunning(bool running) {
    m_operation->setLocked(running);
    m_actions->pins->setEnabled(!running);
    m_cardPanel->setLocked(running);
    m_signBar->setRunning(running);
    m_unfinishedBar->setLocked(running);
    m_model->setLocked(running);  // what can be done follows from it
}

void MainWindow::comeBack() {
    show();
    raise();
    activateWindow();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_work.settings.setWindowGeometry(saveGeometry());
    if (!m_runner->isRunning()) {
        event->accept();
        Q_EMIT closed();
        return;
    }
    event->ignore();
    m_aftermath->closeWhenDone();
    hide();
    m_attendant->dismiss();
    m_runner->requestStop();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (m_pages->currentIndex() == 0 && canBeDropped(*event->mimeData()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const DroppedItems items = droppedItems(*event->mimeData());
    event->acceptProposedAction();
    if (!items.files.isEmpty())
        m_work.sessions.addFiles(items.files);
    if (!items.identifiers.isEmpty())
        m_work.sessions.addIdentifiers(items.identifiers);
}

}  // namespace signet::ui
