#include "ui/common/FileField.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace signet::ui {

FileField::FileField(const char* name, QWidget* parent)
    : QWidget(parent), m_path(new QLineEdit(this)), m_choose(new QPushButton(this)) {
    m_path->setObjectName(QString::fromLatin1(name));
    m_choose->setObjectName(QString::fromLatin1(name) + u"Choose"_s);
    setFocusProxy(m_path);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_path, 1);
    row->addWidget(m_choose);
    connect(m_path, &QLineEdit::textChanged, this, &FileField::changed);
    connect(m_choose, &QPushButton::clicked, this, &FileField::choose);
}

QString FileField::path() const {
    return m_path->text().trimmed();
}

void FileField::setPath(const QString& path) {
    m_path->setText(path);
}

void FileField::setWords(const QString& accessibleName, const QString& placeholder,
                         const QString& chooseText) {
    m_path->setAccessibleName(accessibleName);
    m_path->setPlaceholderText(placeholder);
    m_choose->setText(chooseText);
    m_choose->setAccessibleName(accessibleName + u": "_s + chooseText.chopped(1).remove(u'&'));
}

void FileField::setFilter(const QString& filter) {
    m_filter = filter;
}

void FileField::choose() {
    auto* dialog = new QFileDialog(this, m_path->accessibleName(), QFileInfo(path()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({m_filter, tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->show();
}

}  // namespace signet::ui
