#include <QCoreApplication>

#include "cli/Arguments.h"

namespace signet::cli {
namespace {

using Kind = OptionSpec::Kind;

// clang-format off
const OptionSpec JsonOption{"json", Kind::Flag, nullptr,
    QT_TRANSLATE_NOOP("Cli", "One JSON object on each line of standard output.")};

QList<OptionSpec> serviceOptions() {
    return {
        {"profile", Kind::Value, "NAME", QT_TRANSLATE_NOOP("Cli", "A profile that was set up in the window. Its secret comes from the system's key chain, or is asked for on the terminal.")},
        {"api", Kind::Value, "URL", QT_TRANSLATE_NOOP("Cli", "The service's address, instead of a profile: https, or http to this computer.")},
        {"token-file", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "With --api: a file that holds the access token.")},
        {"token-env", Kind::Value, "VAR", QT_TRANSLATE_NOOP("Cli", "With --api: the environment variable that holds the access token.")},
        {"client-id", Kind::Value, "ID", QT_TRANSLATE_NOOP("Cli", "With --api: the client identifier with which tokens are asked for.")},
        {"client-secret-file", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "With --client-id: a file that holds the client's secret.")},
        {"token-url", Kind::Value, "URL", QT_TRANSLATE_NOOP("Cli", "With --client-id: the whole address of the token endpoint.")},
        {"ca", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "Certificates (PEM) to trust beside the system's.")},
    };
}

QList<OptionSpec> pickOptions() {
    return {
        {"session", Kind::ManyValues, "ID", QT_TRANSLATE_NOOP("Cli", "A session to sign. May be given many times.")},
        {"sessions-from", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "A file with one session on each line; - is standard input.")},
        {"file", Kind::ManyValues, "PATH", QT_TRANSLATE_NOOP("Cli", "A file to sign, in a session of its own. May be given many times.")},
        {"out", Kind::Value, "DIR", QT_TRANSLATE_NOOP("Cli", "Save the signed documents here, under free names. Without it, those of --file are saved beside the original.")},
        {"pdf", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Sign inside the PDF instead of in a container.")},
        {"new-edoc", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Always make a new container, even around one that is there.")},
    };
}

QList<OptionSpec> cardOptions() {
    return {
        {"reader", Kind::Value, "NAME", QT_TRANSLATE_NOOP("Cli", "The reader to use: its name, or a part that fits no other.")},
        {"pin-file", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "A file that holds PIN2; - is standard input. Without it, the terminal is asked.")},
        {"pin-pad", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "PIN2 is to be typed on the reader. No reader's PIN pad can be used yet: the run ends with pin-pad-missing.")},
        {"allow-last-pin-try", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Go on although a wrong PIN2 would block it.")},
    };
}

QList<OptionSpec> runOptions() {
    return {
        {"chunk", Kind::Value, "N", QT_TRANSLATE_NOOP("Cli", "Sessions in one request, 1 to 1000 (20).")},
        {"timeout", Kind::Value, "S", QT_TRANSLATE_NOOP("Cli", "Seconds for the service's answer, 1 to 3600 (60).")},
        {"confirm-seconds", Kind::Value, "S", QT_TRANSLATE_NOOP("Cli", "Seconds for which an unclear end is looked up, 0 to 3600 (30).")},
        JsonOption,
    };
}

QList<CommandSpec> makeCommands() {
    return {
        {"sign", QT_TRANSLATE_NOOP("Cli", "Signs sessions or files with the card."),
            serviceOptions() + pickOptions() + cardOptions() + runOptions()},
        {"readers", QT_TRANSLATE_NOOP("Cli", "Shows the card readers, and whether their cards can sign."), {JsonOption}},
        {"certificates", QT_TRANSLATE_NOOP("Cli", "Shows both certificates of each card."), {JsonOption}},
        {"demo", QT_TRANSLATE_NOOP("Cli", "Signs sample sessions with a virtual card at a service inside the program."),
            {{"out", Kind::Value, "DIR", QT_TRANSLATE_NOOP("Cli", "Where the signed documents go; otherwise a new temporary folder.")}, JsonOption}},
    };
}
// clang-format on

}  // namespace

const QList<CommandSpec>& commands() {
    static const QList<CommandSpec> all = makeCommands();
    return all;
}

}  // namespace signet::cli
