#pragma once

#include <QTimer>
#include <QWidget>

#include "signing/BatchSummary.h"
#include "signing/ResultForm.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace signet::ui {

class UiSettings;

/** The one button that all of this is about, and what it will do, said before; while it works, how far it has
 * come, and how to stop it. */
class SignBar : public QWidget {
    Q_OBJECT
public:
    explicit SignBar(UiSettings& settings, QWidget* parent = nullptr);

    void setOperation(signing::Operation operation);
    /** How many it would be; what would be done to them; an obstacle in words, if there is one, says why it
     * cannot begin. */
    void setReadiness(int count, const QString& plan, const QString& obstacle);
    void showProgress(const signing::BatchProgress& progress);
    void setRunning(bool running);
    /** The PIN dialog is open, and nothing goes on before it has been answered. */
    void setPinAwaited(bool awaited);

Q_SIGNALS:
    void startWanted();
    void stopWanted();
    /** What is to be made of the documents; it is in the settings. */
    void formChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void refresh();
    QString buttonText() const;
    QString progressText() const;
    QString retryText() const;

    UiSettings& m_settings;
    signing::Operation m_operation = signing::Operation::Sign;
    bool m_running = false;
    bool m_pinAwaited = false;
    int m_count = 0;
    QString m_plan;
    QString m_obstacle;
    signing::BatchProgress m_progress;
    QTimer m_countdown;  ///< while a retry is announced
    QWidget* m_options;
    QLabel* m_formLabel;
    QComboBox* m_form;
    QLabel* m_words;
    QProgressBar* m_bar;
    QPushButton* m_start;
    QPushButton* m_stop;
};

}  // namespace signet::ui
