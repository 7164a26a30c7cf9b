#pragma once

#include <QDialog>
#include <QStringList>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace signet::ui {

/**
 * Typing or pasting many session identifiers at once. Says while one types how many there are, which are
 * none, and how many come twice. Not modal.
 */
class AddIdentifiersDialog : public QDialog {
    Q_OBJECT
public:
    explicit AddIdentifiersDialog(QWidget* parent = nullptr);

    /** Puts in what the clipboard holds, if it holds nothing but identifiers. */
    void offerClipboard();
    void setText(const QString& text);

Q_SIGNALS:
    void identifiersEntered(const QStringList& identifiers);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void judge();
    void finish();

    QLabel* m_explanation;
    QPlainTextEdit* m_text;
    QLabel* m_verdict;
    QPushButton* m_add;
    QPushButton* m_cancel;
};

}  // namespace signet::ui
