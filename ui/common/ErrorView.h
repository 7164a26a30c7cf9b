#pragma once

#include <QWidget>
#include <optional>

#include "base/Error.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace signet::ui {

class TextBlock;

/**
 * One error where it belongs: the sentence in front, what to do under it, then the code; the technical detail
 * is folded away, and everything can be copied at once. Reworded when the language changes.
 */
class ErrorView : public QWidget {
    Q_OBJECT
public:
    explicit ErrorView(QWidget* parent = nullptr);

    /** Nothing hides the view. */
    void setError(const std::optional<base::Error>& error);
    /** Only the sentence and the hint. */
    void setBrief(bool brief);
    /** It stops nobody: the picture and the letters of a warning. */
    void setMild(bool mild);
    /** Where a state with its own picture stands above it, one is enough. */
    void setIconShown(bool shown);
    /** More lines for "Copy all", such as which session it was. */
    void setContext(const QString& lines) { m_context = lines; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void copyAll() const;

    std::optional<base::Error> m_error;
    bool m_brief = false;
    bool m_mild = false;
    QString m_context;
    QLabel* m_icon;
    TextBlock* m_sentence;
    TextBlock* m_hint;
    QLabel* m_code;
    QToolButton* m_unfold;
    TextBlock* m_detail;
    QPushButton* m_copy;
};

}  // namespace signet::ui
