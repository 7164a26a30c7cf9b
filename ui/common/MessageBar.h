#pragma once

#include <QFrame>

#include "base/Error.h"

class QLabel;
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

    void show(Kind kind, const QString& text);
    /** The sentence and what to do; it is reworded when the language changes. */
    void showError(const base::Error& error);
    /** The text once more, in the language of the moment, if the bar is showing. */
    void setText(const QString& text);
    void dismiss();
    void setClosable(bool closable);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void tint();

    Kind m_kind = Kind::Information;
    std::optional<base::Error> m_error;
    QLabel* m_icon;
    TextBlock* m_text;
    QToolButton* m_close;
};

}  // namespace signet::ui
