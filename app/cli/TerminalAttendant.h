#pragma once

#include <QPromise>
#include <memory>
#include <variant>

#include "cli/HiddenLine.h"
#include "signing/Attendant.h"

namespace signet::cli {

/** PIN2 is typed on the reader. */
struct OnPad {};
/** PIN2 is here already, or will be asked of the person at the terminal, or is typed on the reader. */
using PinWay = std::variant<base::SecretBytes, std::unique_ptr<HiddenLine>, OnPad>;

/** The operator, as a batch meets them: asked once for each entry, and never tempted to use the last try.
 * Main thread. */
class TerminalAttendant final : public signing::Attendant {
public:
    TerminalAttendant(PinWay way, bool allowLastTry);

    QFuture<base::Expected<signing::PinAnswer>> askForPin(const signing::PinQuestion& question) override;
    bool canAskAgain() const override { return false; }
    void dismiss() override;
    void padWaits(const signing::PadPrompt& prompt) override;
    void padDone() override {}

private:
    using Answer = base::Expected<signing::PinAnswer>;

    signing::PinAnswer answerWith(base::SecretBytes pin) const;
    QFuture<Answer> askPerson(HiddenLine& line, const signing::PinQuestion& question);
    void finish(Answer answer);

    PinWay m_way;
    bool m_allowLastTry;
    std::unique_ptr<QPromise<Answer>> m_open;
};

}  // namespace signet::cli
