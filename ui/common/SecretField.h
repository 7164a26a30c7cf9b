#pragma once

#include <QClipboard>
#include <QLineEdit>

#include "base/SecretBytes.h"

namespace signet::ui {

/**
 * A line to type a secret into. What is typed never becomes a text: each letter goes straight into locked
 * memory, and the line edit (its text, what it keeps for undoing, what it hands to signals, input methods and
 * screen readers) holds a stand-in for it. Cursor, selection, pasting and the greatest length work as in any
 * line edit; text() is good for its length only. Dots for letters, no word prediction, nothing to copy.
 */
class SecretField : public QLineEdit {
    Q_OBJECT
public:
    explicit SecretField(QWidget* parent = nullptr);

    /** Anything that is not all digits is not taken. */
    void setDigitsOnly();

    /** What has been typed, in UTF-8; the field keeps it. */
    base::SecretBytes secret() const;
    /** The same; the field forgets it at once. */
    base::SecretBytes takeSecret();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void take(QStringView letters);
    void takeClipboard(QClipboard::Mode mode);
    QChar keep(QStringView letter);
    bool isWanted(QStringView letters) const;
    bool isOurs(QChar standIn) const;
    void tidyUp();

    base::SecretBytes m_letters;  ///< four bytes for each letter that was typed: its UTF-8, and zeros
    int m_used = 0;
    bool m_digitsOnly = false;
};

}  // namespace signet::ui
