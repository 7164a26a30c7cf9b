#pragma once

#include <QPlainTextEdit>

namespace signet::ui {

/**
 * Text to be read, selected and copied, as high as it needs to be, broken anywhere if it must. Plain text and
 * nothing else: names out of certificates and words of the service may hold anything.
 */
class TextBlock : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TextBlock(QWidget* parent = nullptr);

    void setText(const QString& text);
    void setFixedPitch();
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fitHeight();
};

}  // namespace signet::ui
