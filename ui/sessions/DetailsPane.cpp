#include "ui/sessions/DetailsPane.h"

#include <QDir>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "ui/common/ErrorView.h"
#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"
#include "ui/common/Panel.h"
#include "ui/common/TextBlock.h"
#include "ui/sessions/DocumentTree.h"
#include "ui/sessions/SessionText.h"
#include "ui/validation/SignatureCheck.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::Session;

constexpr int ManyMilliseconds = 100;

TextBlock* block(QWidget* parent, const char* name, bool fixedPitch = false) {
    auto* text = new TextBlock(parent);
    text->setObjectName(QString::fromLatin1(name));
    if (fixedPitch)
        text->setFixedPitch();
    return text;
}

}  // namespace

DetailsPane::DetailsPane(signing::SessionList& sessions, QWidget* parent)
    : QScrollArea(parent),
      m_sessions(sessions),
      m_heading(makeHeading(nullptr)),
      m_hint(new QLabel),
      m_body(new QWidget),
      m_title(block(m_body, "detailsTitle")),
      m_stateIcon(new QLabel(m_body)),
      m_state(new QLabel(m_body)),
      m_error(new ErrorView(m_body)),
      m_planLabel(new QLabel(m_body)),
      m_plan(block(m_body, "detailsPlan")),
      m_result(new QWidget(m_body)),
      m_savedAs(block(m_result, "detailsSavedAs")),
      m_open(new QPushButton(m_result)),
      m_openFolder(new QPushButton(m_result)),
      m_save(new QPushButton(m_result)),
      m_check(new QPushButton(m_body)),
      m_documentsLabel(new QLabel(m_body)),
      m_documents(new DocumentTree(m_body)),
      m_facts(new QFormLayout),
      m_identifier(block(m_body, "detailsIdentifier", true)),
      m_file(block(m_body, "detailsFile")),
      m_digestName(block(m_body, "detailsDigestName")),
      m_digestBase64(block(m_body, "detailsDigestBase64", true)),
      m_digestHex(block(m_body, "detailsDigestHex", true)),
      m_times(block(m_body, "detailsTimes")) {
    setObjectName(u"detailsPane"_s);
    m_heading->setObjectName(u"detailsHeading"_s);
    m_hint->setObjectName(u"detailsHint"_s);
    m_state->setObjectName(u"detailsState"_s);
    m_error->setObjectName(u"detailsError"_s);
    m_documents->setObjectName(u"detailsDocuments"_s);
    m_open->setObjectName(u"detailsOpen"_s);
    m_openFolder->setObjectName(u"detailsOpenFolder"_s);
    m_save->setObjectName(u"detailsSave"_s);
    m_check->setObjectName(u"detailsCheck"_s);
    arrange();
    connectParts();
    retranslate();
}

void DetailsPane::arrange() {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_error->setIconShown(false);
    m_state->setTextFormat(Qt::PlainText);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_planLabel->setForegroundRole(QPalette::PlaceholderText);

    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_open, m_openFolder, m_save})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->addWidget(m_savedAs);
    result->addLayout(buttons);
    auto* state = new QHBoxLayout;
    state->addWidget(m_stateIcon);
    state->addWidget(m_state, 1);
    m_facts->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_facts->setVerticalSpacing(3);
    for (TextBlock* value : {m_times, m_identifier, m_file, m_digestName, m_digestBase64, m_digestHex})
        addDimmedRow(value);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_title);
    body->addLayout(state);
    body->addWidget(m_error);
    body->addWidget(m_result);
    body->addWidget(m_planLabel);
    body->addWidget(m_plan);
    body->addSpacing(2);
    body->addWidget(m_documentsLabel);
    body->addWidget(m_documents);
    body->addWidget(m_check, 0, Qt::AlignLeft);
    body->addSpacing(4);
    body->addLayout(m_facts);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 6, 0);
    column->addWidget(m_heading);
    column->addWidget(m_hint);
    column->addWidget(m_body);
    column->addStretch();
    setWidget(content);
}

void DetailsPane::addDimmedRow(TextBlock* value) {
    auto* label = new QLabel(m_body);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_facts->addRow(label, value);
}

void DetailsPane::connectParts() {
    connect(&m_sessions, &signing::SessionList::changed, this, [this](int row) {
        if (m_keys.size() == 1 && m_sessions.at(row).key == m_keys.first())
            refresh();
        else if (m_keys.size() > 1)
            m_later.start();  // many of many may change at once
    });
    m_later.setSingleShot(true);
    m_later.setInterval(ManyMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &DetailsPane::refresh);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveWanted(m_keys.value(0)); });
    connect(m_check, &QPushButton::clicked, this, [this] { Q_EMIT checkWanted(m_keys.value(0)); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(session()->savedAs); });
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { Q_EMIT openFolderWanted(session()->savedAs); });
}

void DetailsPane::showSessions(const QList<signing::SessionKey>& keys) {
    m_keys = keys;
    refresh();
}

void DetailsPane::setIntent(const Intent& intent) {
    if (intent == m_intent)
        return;
    m_intent = intent;
    refresh();
}

const Session* DetailsPane::session() const {
    if (m_keys.size() != 1)
        return nullptr;
    const int row = m_sessions.rowOf(m_keys.first());
    return row < 0 ? nullptr : &m_sessions.at(row);
}

void DetailsPane::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DetailsPane::retranslate() {
    m_heading->setText(tr("What became of it"));
    m_documentsLabel->setForegroundRole(QPalette::PlaceholderText);
    m_documentsLabel->setText(tr("Documents"));
    m_documents->setAccessibleName(tr("Documents"));
    m_title->setAccessibleName(tr("Session"));
    m_savedAs->setAccessibleName(tr("The document that came of it"));
    m_open->setText(tr("&Open"));
    m_open->setToolTip(tr("Open the document"));
    m_openFolder->setText(tr("Open fol&der"));
    m_openFolder->setToolTip(tr("Open the folder in which the document lies"));
    m_check->setText(tr("Check the signat&ures"));
    m_check->setToolTip(tr("Ask the service which signatures the document has, and whether they are valid"));
    m_check->setIcon(icon("check"_L1));
    m_save->setText(tr("Sa&ve as…"));
    m_save->setToolTip(tr("Fetch the document from the service and save it"));
    const QStringList names{tr("Times"),  tr("Identifier"),      tr("File"),
                            tr("Digest"), tr("Digest (base64)"), tr("Digest (hexadecimal)")};
    for (int row = 0; row < m_facts->rowCount(); ++row) {
        qobject_cast<QLabel*>(m_facts->itemAt(row, QFormLayout::LabelRole)->widget())->setText(names[row]);
        m_facts->itemAt(row, QFormLayout::FieldRole)->widget()->setAccessibleName(names[row]);
    }
    refresh();
}

void DetailsPane::refresh() {
    const Session* shown = session();
    m_body->setVisible(shown != nullptr);
    m_hint->setVisible(shown == nullptr);
    if (shown != nullptr)
        showSession(*shown);
    else if (m_keys.isEmpty())
        m_hint->setText(tr("Select a session to see its documents, its digest and its result."));
    else
        m_hint->setText(planOfMany());
}

QString DetailsPane::planOfMany() const {
    QList<const Session*> sessions;
    for (const signing::SessionKey key : m_keys) {
        const Session& each = m_sessions.session(key);
        if (canBePicked(each, m_intent.operation))
            sessions += &each;
    }
    const QString selected = tr("%n session(s) selected.", nullptr, static_cast<int>(m_keys.size()));
    return sessions.isEmpty() ? selected : QString(selected + u"\n\n"_s + planOf(sessions, m_intent));
}

void DetailsPane::showSession(const Session& session) {
    m_title->setText(titleText(session));
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_stateIcon->setPixmap(stateIcon(session, m_intent).pixmap(QSize(size, size), devicePixelRatioF()));
    m_state->setText(stateText(session, m_intent));
    m_error->setContext(tr("Session: %1").arg(session.id ? session.id->toString() : titleText(session)));
    m_error->setError(session.error        ? session.error
                      : session.checkError ? session.checkError
                                           : session.saveError);
    m_check->setVisible(SignatureCheck::canCheck(session));
    showPlan(session);
    showResult(session);
    m_documents->showSession(session);
    m_documentsLabel->setVisible(!m_documents->isEmpty());
    showFacts(session);
}

void DetailsPane::showPlan(const Session& session) {
    using signing::SessionState;
    const bool any = canBePicked(session, m_intent.operation);
    const bool again = session.state == SessionState::Failed || session.state == SessionState::Cancelled;
    const QString label = again ? tr("What trying again will do") : tr("What will be done");
    m_planLabel->setText(label);
    m_plan->setAccessibleName(label);
    m_plan->setText(any ? planSentences(session, m_intent) : QString());
    m_plan->setVisible(any);
    m_planLabel->setVisible(any);
}

void DetailsPane::showResult(const Session& session) {
    const bool finalized = session.state == signing::SessionState::Finalized;
    const bool saved = !session.savedAs.isEmpty();
    m_result->setVisible(finalized);
    m_savedAs->setVisible(saved);
    m_savedAs->setText(QDir::toNativeSeparators(session.savedAs));
    m_open->setVisible(saved);
    m_openFolder->setVisible(saved);
}

void DetailsPane::showFacts(const Session& session) {
    QStringList times;
    times += tr("picked %1").arg(dateAndTime(session.pickedAt));
    if (session.signedAt.isValid())
        times += tr("signed by the card %1").arg(dateAndTime(session.signedAt));
    if (session.endedAt.isValid())
        times += tr("ended %1").arg(dateAndTime(session.endedAt));
    setFact(m_times, times.join(u'\n'));
    setFact(m_identifier, session.id ? session.id->toString() : QString());
    setFact(m_file, QDir::toNativeSeparators(session.file));
    const auto& digest = session.digest;
    setFact(m_digestName, digest ? crypto::toString(digest->algorithm()) : QString());
    setFact(m_digestBase64, digest ? QString::fromLatin1(digest->bytes().toBase64()) : QString());
    setFact(m_digestHex, digest ? hexPairs(digest->bytes()) : QString());
}

void DetailsPane::setFact(TextBlock* value, const QString& text) {
    value->setText(text);
    value->setVisible(!text.isEmpty());
    m_facts->labelForField(value)->setVisible(!text.isEmpty());
}

}  // namespace signet::ui
