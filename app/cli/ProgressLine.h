#pragma once

#include <QTimer>
#include <functional>

#include "signing/BatchSummary.h"

namespace signet::cli {

/**
 * Tells people on standard error how far a run is: one line that changes on a terminal, otherwise a new line
 * now and then. Main thread.
 */
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    Q_DISABLE_COPY_MOVE(ProgressLine)

    /** Where to ask how far it is. */
    void follow(std::function<signing::BatchProgress()> source);
    void noteChange();
    /** Nothing more is to come: takes the changing line away. */
    void end();

private:
    void write();

    std::function<signing::BatchProgress()> m_source;
    QTimer m_pause;  ///< running: something was written just now
    bool m_isStale = false;
};

}  // namespace signet::cli
