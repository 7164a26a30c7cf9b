#pragma once

#include <QTimer>
#include <functional>

#include "signing/BatchSummary.h"

namespace signet::cli {

/**
 * Tells people how far a run is: one line that changes, where standard error is a terminal; nothing
 * otherwise. Main thread.
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
    QTimer m_beat;  ///< running: from the first news to the end
};

}  // namespace signet::cli
