#pragma once

#include <QWidget>

#include "signing/BatchSummary.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace signet::ui {

class UiSettings;

/** The one button that all of this is about; while it works, how far it has come, and how to stop it. */
class SignBar : public QWidget {
    Q_OBJECT
public:
    explicit SignBar(UiSettings& settings, QWidget* parent = nullptr);

    /** How many would be signed; an obstacle in words, if there is one, says why it cannot begin. */
    void setReadiness(int count, const QString& obstacle);
    void showProgress(const signing::BatchProgress& progress);
    void setRunning(bool running);
    /** The PIN dialog is open, and nothing goes on before it has been answered. */
    void setPinAwaited(bool awaited);

Q_SIGNALS:
    void signWanted();
    void stopWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void refresh();

    UiSettings& m_settings;
    bool m_running = false;
    bool m_pinAwaited = false;
    int m_count = 0;
    QString m_obstacle;
    signing::BatchProgress m_progress;
    QWidget* m_options;
    QCheckBox* m_pdf;
    QCheckBox* m_newEdoc;
    QLabel* m_words;
    QProgressBar* m_bar;
    QPushButton* m_sign;
    QPushButton* m_stop;
};

}  // namespace signet::ui
