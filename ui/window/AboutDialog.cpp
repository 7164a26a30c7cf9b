#include "ui/window/AboutDialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/common/Icons.h"
#include "ui/common/TextBlock.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent), m_name(new QLabel(this)), m_text(new TextBlock(this)), m_close(new QPushButton(this)) {
    setObjectName(u"aboutDialog"_s);
    m_text->setObjectName(u"aboutText"_s);
    auto* picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    QFont large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_name->setFont(large);
    m_name->setText(u"Signet " SIGNET_VERSION ""_s);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* grid = new QGridLayout(this);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(16);
    grid->addWidget(picture, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->setRowStretch(2, 1);
    grid->addWidget(buttons, 3, 0, 1, 2);
    setMinimumWidth(fontMetrics().averageCharWidth() * 66);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
}

void AboutDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AboutDialog::retranslate() {
    setWindowTitle(tr("About Signet"));
    m_text->setText(tr("Signs documents with an eID card through SignAPI.") + u"\n\n"_s +
                    tr("© The Signet authors. Free software under the MIT licence.") + u'\n' +
                    tr("Built with Qt %1.").arg(QLatin1StringView(qVersion())));
    m_text->setAccessibleName(tr("About Signet"));
    m_close->setText(tr("&Close"));
}

}  // namespace signet::ui
