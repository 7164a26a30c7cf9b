#pragma once

#include <QWidget>

#include "signing/Validation.h"

namespace signet::ui {

/** What the service found in one signed document: the verdict first, then the document, then each signature
 * with its signer, times, level and warnings. */
class ReportView : public QWidget {
    Q_OBJECT
public:
    explicit ReportView(const signing::ValidationReport& report, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    signing::ValidationReport m_report;
    QWidget* m_page = nullptr;
};

}  // namespace signet::ui
