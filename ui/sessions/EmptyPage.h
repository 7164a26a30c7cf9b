#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace signet::ui {

/** What stands in the place of the sessions while there are none: how to begin. */
class EmptyPage : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPage(QWidget* parent = nullptr);

    void setSamplesOffered(bool offered);

Q_SIGNALS:
    void filesWanted();
    void identifiersWanted();
    void samplesWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_picture;
    QLabel* m_heading;
    QLabel* m_text;
    QPushButton* m_files;
    QPushButton* m_identifiers;
    QPushButton* m_samples;
};

}  // namespace signet::ui
