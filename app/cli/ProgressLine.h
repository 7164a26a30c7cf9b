#pragma once

#include <QElapsedTimer>
#include <QString>

#include "signing/SigningBatch.h"

namespace signet::cli {

/** Tells people on standard error how far a run is: one line that changes, or a new line now and then. */
class ProgressLine {
public:
    void show(const signing::BatchProgress& progress);
    /** A message of its own; the line is begun anew below it. */
    void say(const QString& message);
    /** Takes the changing line away, before something else is written. */
    void clear();

private:
    QElapsedTimer m_sinceLast;
    bool m_isShown = false;
};

}  // namespace signet::cli
