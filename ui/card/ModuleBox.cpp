#include "ui/card/ModuleBox.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/ErrorView.h"
#include "ui/common/WhenDone.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

ModuleBox::ModuleBox(signing::ModuleList modules, QWidget* parent)
    : QGroupBox(parent),
      m_modules(std::move(modules)),
      m_words(new QLabel(this)),
      m_list(new QListWidget(this)),
      m_add(new QPushButton(this)),
      m_remove(new QPushButton(this)),
      m_later(new QLabel(this)),
      m_problem(new ErrorView(this)) {
    m_list->setObjectName(u"settingsModules"_s);
    m_add->setObjectName(u"settingsAddModule"_s);
    m_remove->setObjectName(u"settingsRemoveModule"_s);
    m_problem->setObjectName(u"settingsModuleProblem"_s);
    arrange();
    retranslate();
    refresh();
}

void ModuleBox::arrange() {
    m_words->setWordWrap(true);
    m_later->setWordWrap(true);
    m_later->hide();
    m_problem->setBrief(true);
    m_problem->setError({});
    m_list->setMaximumHeight(fontMetrics().height() * 5);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_list);
    column->addLayout(buttons);
    column->addWidget(m_problem);
    column->addWidget(m_later);
    connect(m_add, &QPushButton::clicked, this, &ModuleBox::choose);
    connect(m_remove, &QPushButton::clicked, this, &ModuleBox::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        const QListWidgetItem* const item = m_list->currentItem();
        m_remove->setEnabled(item != nullptr && (item->flags() & Qt::ItemIsEnabled) != 0);
    });
}

/** Those of the administrator are shown, and cannot be taken away here. */
void ModuleBox::refresh() {
    m_list->clear();
    const QStringList fixed = m_modules.administrators();
    for (const QString& path : m_modules.all()) {
        auto* const item = new QListWidgetItem(QDir::toNativeSeparators(path), m_list);
        if (fixed.contains(path))
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_remove->setEnabled(false);
}

void ModuleBox::choose() {
    auto* dialog = new QFileDialog(this, tr("PKCS#11 module"));
    dialog->setObjectName(u"moduleFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Libraries (*.so *.so.* *.dll *.dylib)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ModuleBox::add);
    dialog->show();
}

void ModuleBox::add(const QString& path) {
    m_add->setEnabled(false);
    m_problem->setError({});
    whenDone(signing::checkModule(path), this, [this, path](const base::Expected<void>& checked) {
        m_add->setEnabled(true);
        if (!checked)
            return m_problem->setError(checked.error());
        QStringList modules = m_modules.own();
        if (!modules.contains(path))
            modules.append(path);
        m_modules.setOwn(modules);
        m_later->show();
        refresh();
    });
}

void ModuleBox::removeCurrent() {
    const QListWidgetItem* const item = m_list->currentItem();
    if (item == nullptr)
        return;
    QStringList modules = m_modules.own();
    modules.removeAll(QDir::fromNativeSeparators(item->text()));
    m_modules.setOwn(modules);
    m_problem->setError({});
    m_later->show();
    refresh();
}

void ModuleBox::changeEvent(QEvent* event) {
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ModuleBox::retranslate() {
    setTitle(tr("Other cards"));
    m_words->setText(
        tr("A card that Signet does not know can be used through its PKCS#11 module, a library of the card's "
           "own software. It gets the PIN2 to give it to the card, so choose only one that you trust. Each "
           "runs in a process of its own."));
    m_list->setAccessibleName(tr("PKCS#11 modules"));
    m_add->setText(tr("A&dd…"));
    m_add->setAccessibleName(tr("Add a PKCS#11 module"));
    m_remove->setText(tr("&Remove"));
    m_remove->setAccessibleName(tr("Remove the PKCS#11 module"));
    m_later->setText(tr("This counts from Signet's next start on."));
}

}  // namespace signet::ui
