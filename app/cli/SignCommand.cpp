#include "cli/SignCommand.h"

#include <QCoreApplication>

#include "cli/CardPreparation.h"
#include "cli/CardSources.h"
#include "cli/Interrupts.h"
#include "cli/RunBatch.h"
#include "cli/TerminalAttendant.h"

namespace signet::cli {
namespace {

/** Each signature is a person's own: a file is none. */
Parsed<PinWay> pinWayOf(const SignArguments& arguments, bool askEach) {
    if (const auto* file = std::get_if<PinFromFile>(&arguments.pin)) {
        if (askEach)
            return tl::unexpected(usageError(QT_TRANSLATE_NOOP(
                "Cli",
                "The profile wants PIN2 to be asked for before every signature: --pin-file cannot do that. "
                "Leave it out, or give --pin-pad.")));
        Parsed<base::SecretBytes> pin = secretFrom(file->file);
        if (!pin)
            return tl::unexpected(pin.error());
        return PinWay(std::move(*pin));
    }
    if (std::holds_alternative<PinOnPad>(arguments.pin))
        return PinWay(OnPad{});
    auto line = HiddenLine::open(arguments.change.run.standardInputIsTaken);
    if (!line)
        return tl::unexpected(usageError(
            QT_TRANSLATE_NOOP("Cli", "There is no terminal to ask for the PIN2. Give --pin-file.")));
    return PinWay(std::move(line));
}

}  // namespace

Parsed<int> runSignCommand(const SignArguments& arguments) {
    const RunArguments& run = arguments.change.run;
    Parsed<BatchParts> parts = batchParts(arguments.change);
    if (!parts)
        return tl::unexpected(parts.error());
    signing::Profile& profile = parts->access.profile;
    profile.askForEachSignature = profile.askForEachSignature || arguments.askEach;
    auto pin = pinWayOf(arguments, profile.askForEachSignature);
    if (!pin)
        return tl::unexpected(pin.error());
    const auto readers = cardReaders(arguments.modules);
    if (!readers)
        return tl::unexpected(readers.error());
    if (const auto folder = prepareOutputFolder(run.outputFolder); !folder)
        return tl::unexpected(folder.error());
    parts->job.order.operation = signing::Operation::Sign;
    parts->job.order.form = arguments.form;
    parts->preparation = std::make_unique<CardPreparation>(*readers, arguments.reader);
    parts->attendant = std::make_unique<TerminalAttendant>(std::move(*pin), arguments.allowLastTry);

    // From here on nothing blocks, and Ctrl-C ends things in their order.
    Interrupts interrupts;
    if (const auto complete = completeSecret(parts->access, run, interrupts); !complete)
        return tl::unexpected(complete.error());
    return runBatch(std::move(*parts), interrupts);
}

}  // namespace signet::cli
