#pragma once

#include <QString>
#include <functional>
#include <memory>
#include <optional>

#include "base/SecretBytes.h"

namespace signet::cli {

/**
 * Asks the person at the terminal for one line that is not shown. The terminal's echo is put back when the
 * line has come, when the question is dropped, and at the end of the program. Main thread.
 */
class HiddenLine {
public:
    /** Nothing when the end of input came instead of a line. */
    using Answered = std::function<void(std::optional<base::SecretBytes>)>;

    /**
     * Null where nobody can be asked. The terminal is standard input; where that is spoken for by a list of
     * sessions, it is the controlling terminal, if a person also sees the question there.
     */
    static std::unique_ptr<HiddenLine> open(bool standardInputIsTaken);

    virtual ~HiddenLine() = default;
    virtual void ask(const QString& question, Answered answered) = 0;
    /** Takes the question back; `answered` is not called. */
    virtual void drop() = 0;
};

}  // namespace signet::cli
