#pragma once

#include <QFrame>
#include <functional>

#include "base/Error.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace signet::ui {

class TextBlock;

/**
 * A sentence above the work, in place of a message box: it interrupts nobody, stays until it is closed or
 * replaced, and is read to those who do not see it.
 */
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Success, Warning, Trouble };

    explicit MessageBar(QWidget* parent = nullptr);

    /** `words` are asked for at once, and again when the language changes. */
    void show(Kind kind, std::function<QString()> words);
    /** The sentence and what to do. */
    void showError(const base::Error& error);
    void dismiss();
    void setClosable(bool closable);
    /** Something that can be done about it, between the sentence and the cross. */
    void addButton(QPushButton* button);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void speak();
    void tint();

    Kind m_kind = Kind::Information;
    std::function<QString()> m_words;
    QLabel* m_icon;
    TextBlock* m_text;
    QToolButton* m_close;
    QHBoxLayout* m_row;
};

}  // namespace signet::ui
