#pragma once

#include <QGroupBox>

#include "signing/ModuleList.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace signet::ui {

class ErrorView;

/** The PKCS#11 modules whose cards are used: what they are, which ones, one more, one less. A file is tried
 * before it is taken. */
class ModuleBox : public QGroupBox {
    Q_OBJECT
public:
    explicit ModuleBox(signing::ModuleList modules, QWidget* parent = nullptr);

    /** Takes this file, if it turns out to be a module. */
    void add(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void refresh();
    void choose();
    void removeCurrent();

    signing::ModuleList m_modules;
    QLabel* m_words;
    QListWidget* m_list;
    QPushButton* m_add;
    QPushButton* m_remove;
    QLabel* m_later;
    ErrorView* m_problem;
};

}  // namespace signet::ui
