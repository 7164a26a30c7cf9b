#include "ui/sessions/AddIdentifiersDialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "base/SessionId.h"
#include "signing/SessionList.h"
#include "ui/common/Formatting.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

constexpr int LongestShown = 24;
constexpr int MostShown = 3;

struct Judgement {
    int good = 0;
    int repeated = 0;
    QStringList bad;
};

Judgement judged(const QStringList& entered) {
    Judgement result;
    QSet<QString> seen;
    for (const QString& text : entered) {
        const auto id = base::SessionId::parse(text);
        if (seen.contains(text))
            ++result.repeated;
        else if (id)
            ++result.good;
        else
            result.bad += text;
        seen.insert(text);
    }
    return result;
}

}  // namespace

AddIdentifiersDialog::AddIdentifiersDialog(QWidget* parent)
    : QDialog(parent),
      m_explanation(new QLabel(this)),
      m_text(new QPlainTextEdit(this)),
      m_verdict(new QLabel(this)),
      m_add(new QPushButton(this)),
      m_cancel(new QPushButton(this)) {
    setObjectName(u"addIdentifiersDialog"_s);
    m_text->setObjectName(u"identifiersText"_s);
    m_verdict->setObjectName(u"identifiersVerdict"_s);
    m_add->setObjectName(u"identifiersAdd"_s);
    m_explanation->setWordWrap(true);
    m_explanation->setBuddy(m_text);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_add->setDefault(true);

    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_add, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_explanation);
    column->addWidget(m_text, 1);
    column->addWidget(m_verdict);
    column->addWidget(buttons);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AddIdentifiersDialog::judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddIdentifiersDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 22);
    retranslate();
}

void AddIdentifiersDialog::offerClipboard() {
    const QString text = QGuiApplication::clipboard()->text().left(1'000'000);
    const QStringList parts = signing::identifiersFromText(text);
    const Judgement judgement = judged(parts);
    // Words of a letter would all pass for identifiers; real ones are long.
    const bool looksRight =
        std::all_of(parts.begin(), parts.end(), [](const QString& p) { return p.size() >= 16; });
    if (judgement.good > 0 && judgement.bad.isEmpty() && looksRight)
        setText(parts.join(u'\n'));
}

void AddIdentifiersDialog::setText(const QString& text) {
    m_text->setPlainText(text);
    m_text->selectAll();
}

void AddIdentifiersDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AddIdentifiersDialog::retranslate() {
    setWindowTitle(tr("Add sessions"));
    m_explanation->setText(
        tr("&Session identifiers, separated by spaces, commas or line breaks. Paste as many as you like."));
    m_text->setAccessibleName(tr("Session identifiers"));
    m_text->setPlaceholderText(tr("For example 3f9a0c…"));
    m_cancel->setText(tr("Cancel"));
    judge();
}

void AddIdentifiersDialog::judge() {
    const Judgement judgement = judged(signing::identifiersFromText(m_text->toPlainText()));
    QStringList lines;
    if (judgement.good > 0)
        lines += tr("%n session(s) to add.", nullptr, judgement.good);
    if (judgement.repeated > 0)
        lines += tr("%n repeated one(s) will be added only once.", nullptr, judgement.repeated);
    if (!judgement.bad.isEmpty()) {
        QStringList shown;
        for (const QString& bad : judgement.bad.mid(0, MostShown))
            shown += u'“' + base::printable(shortened(bad, LongestShown)) + u'”';
        if (judgement.bad.size() > MostShown)
            shown += u"…"_s;
        lines += tr("%n is/are no identifier(s): %1", nullptr, static_cast<int>(judgement.bad.size()))
                     .arg(shown.join(u' '));
    }
    m_verdict->setText(lines.join(u'\n'));
    m_add->setEnabled(judgement.good > 0);
    m_add->setText(judgement.good > 0 ? tr("&Add %n", nullptr, judgement.good) : tr("&Add"));
}

void AddIdentifiersDialog::finish() {
    const QStringList entered = signing::identifiersFromText(m_text->toPlainText());
    m_text->clear();
    accept();
    Q_EMIT identifiersEntered(entered);
}

}  // namespace signet::ui
