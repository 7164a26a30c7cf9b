#pragma once

#include <QDialog>
#include <QTimer>
#include <memory>

#include "signing/journal/JournalTypes.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace signet::signing {
class Journal;
}

namespace signet::ui {

class MessageBar;

/** What was done on this computer: the journal's runs with their sessions, to be searched, exported, and kept
 * for as long as the person wants. Not modal. */
class HistoryDialog : public QDialog {
    Q_OBJECT
public:
    explicit HistoryDialog(std::shared_ptr<signing::Journal> journal, QWidget* parent = nullptr);
    ~HistoryDialog() override;

    /** Reads it anew. */
    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void showPage(const QList<signing::HistoryBatch>& batches);
    void fill(QTreeWidgetItem* batch);
    void more();
    void chooseExport();
    void exportTo(const QString& path);
    void keepFor(int days);
    signing::HistoryQuery query() const;

    std::shared_ptr<signing::Journal> m_journal;
    MessageBar* m_messages;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_more;
    QLabel* m_keepLabel;
    QSpinBox* m_keep;
    QPushButton* m_export;
    QPushButton* m_close;
    QTimer m_typing;    ///< the search begins when typing rests
    int m_shown = 0;    ///< batches in the list
    int m_reading = 0;  ///< answers to earlier questions come too late
};

}  // namespace signet::ui
