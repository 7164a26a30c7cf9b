#include "ui/journal/UnfinishedBar.h"

#include <QEvent>
#include <QLocale>
#include <QPushButton>

#include "ui/journal/UnfinishedWork.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

UnfinishedBar::UnfinishedBar(UnfinishedWork& work, QWidget* parent)
    : MessageBar(parent), m_work(work), m_goOn(new QPushButton(this)), m_list(new QPushButton(this)) {
    setObjectName(u"unfinishedBar"_s);
    m_goOn->setObjectName(u"unfinishedGoOn"_s);
    m_list->setObjectName(u"unfinishedList"_s);
    addButton(m_goOn);
    addButton(m_list);
    connect(&work, &UnfinishedWork::changed, this, &UnfinishedBar::follow);
    connect(m_goOn, &QPushButton::clicked, this, [this] { m_work.goOn(false); });
    connect(m_list, &QPushButton::clicked, this, &UnfinishedBar::listWanted);
    retranslate();
}

void UnfinishedBar::setLocked(bool locked) {
    if (locked)
        dismiss();
}

void UnfinishedBar::follow() {
    if (m_work.batches().isEmpty())
        return dismiss();
    show(Kind::Warning, [this] { return words(); });
}

QString UnfinishedBar::words() const {
    QStringList sentences;
    const int unsent = m_work.unsentCount();
    const int sent = m_work.sentCount();
    if (unsent > 0)
        sentences += tr("%n signed and not sent.", nullptr, unsent);
    if (sent > 0)
        sentences += tr("%n sent, and it is not known what became of them.", nullptr, sent);
    sentences += tr("Going on looks them up, and sends what was signed.");
    return tr("Unfinished from before (%1 of %2): %3")
        .arg(QLocale().toString(unsent + sent), QLocale().toString(m_work.batchSizes()),
             sentences.join(u' '));
}

void UnfinishedBar::retranslate() {
    m_goOn->setText(tr("Go on"));
    m_list->setText(tr("Show…"));
}

void UnfinishedBar::changeEvent(QEvent* event) {
    MessageBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace signet::ui
