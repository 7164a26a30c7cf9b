#include "ui/sessions/EmptyPage.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/Icons.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

EmptyPage::EmptyPage(QWidget* parent)
    : QWidget(parent),
      m_picture(new QLabel(this)),
      m_heading(new QLabel(this)),
      m_text(new QLabel(this)),
      m_files(new QPushButton(this)),
      m_identifiers(new QPushButton(this)),
      m_samples(new QPushButton(this)) {
    setObjectName(u"emptyPage"_s);
    m_files->setObjectName(u"emptyFiles"_s);
    m_identifiers->setObjectName(u"emptyIdentifiers"_s);
    m_samples->setObjectName(u"emptySamples"_s);
    m_picture->setPixmap(icon("add-files"_L1).pixmap(QSize(64, 64), devicePixelRatioF()));
    m_picture->setAlignment(Qt::AlignCenter);
    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_heading->setFont(large);
    for (QLabel* label : {m_heading, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_files->setIcon(icon("add-files"_L1));
    m_identifiers->setIcon(icon("add-sessions"_L1));
    m_samples->setIcon(icon("samples"_L1));

    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    column->addSpacing(12);
    for (QPushButton* button : {m_files, m_identifiers, m_samples})
        column->addWidget(button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_files, &QPushButton::clicked, this, &EmptyPage::filesWanted);
    connect(m_identifiers, &QPushButton::clicked, this, &EmptyPage::identifiersWanted);
    connect(m_samples, &QPushButton::clicked, this, &EmptyPage::samplesWanted);
    m_samples->hide();
    retranslate();
}

void EmptyPage::setSamplesOffered(bool offered) {
    m_samples->setVisible(offered);
}

void EmptyPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EmptyPage::retranslate() {
    m_heading->setText(tr("What would you like to sign?"));
    m_text->setText(tr("Drop files or folders here, or begin with one of these:"));
    m_files->setText(tr("Choose files…"));
    m_identifiers->setText(tr("Enter session identifiers…"));
    m_samples->setText(tr("Use the sa&mple sessions"));
    int width = 0;
    for (QPushButton* button : {m_files, m_identifiers, m_samples})
        width = std::max(width, button->sizeHint().width());
    for (QPushButton* button : {m_files, m_identifiers, m_samples})
        button->setMinimumWidth(width);
}

}  // namespace signet::ui
