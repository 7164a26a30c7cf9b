#include <QCoreApplication>

#include "cli/Arguments.h"

namespace signet::cli {
namespace {

using Kind = OptionSpec::Kind;

// clang-format off
const OptionSpec JsonOption{"json", Kind::Flag, nullptr,
    QT_TRANSLATE_NOOP("Cli", "One JSON object on each line of standard output.")};

const OptionSpec TimeoutOption{"timeout", Kind::Value, "S",
    QT_TRANSLATE_NOOP("Cli", "Seconds for the service's answer, 1 to 3600 (60).")};

const OptionSpec PemOption{"auth-certificate-as-pem", Kind::Flag, nullptr,
    QT_TRANSLATE_NOOP("Cli", "Send the authentication certificate as PEM text instead of base64 DER.")};

const OptionSpec ReaderOption{"reader", Kind::Value, "NAME",
    QT_TRANSLATE_NOOP("Cli", "The reader to use: its name, or a part that fits no other.")};

const OptionSpec ModuleOption{"pkcs11-module", Kind::ManyValues, "PATH",
    QT_TRANSLATE_NOOP("Cli", "A PKCS#11 module, such as the card's own software, whose cards are used beside those of the readers: the absolute path of its file. It runs in a process of its own. May be given many times. Without it, those of the settings.")};

const OptionSpec ConfirmOption{"confirm-seconds", Kind::Value, "S", QT_TRANSLATE_NOOP("Cli", "Seconds for which an unclear end is looked up, 0 to 3600 (30).")};

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
        {"session", Kind::ManyValues, "ID", QT_TRANSLATE_NOOP("Cli", "A session. May be given many times.")},
        {"sessions-from", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "A file with one session on each line; - is standard input.")},
    };
}

QList<OptionSpec> changeOptions() {
    return {
        {"file", Kind::ManyValues, "PATH", QT_TRANSLATE_NOOP("Cli", "A file, in a session of its own. May be given many times.")},
        {"out", Kind::Value, "DIR", QT_TRANSLATE_NOOP("Cli", "Save the documents that come of it here, under free names. Without it, those of --file are saved beside the original.")},
        {"chunk", Kind::Value, "N", QT_TRANSLATE_NOOP("Cli", "Sessions in one request, 1 to 1000 (20).")},
        ConfirmOption,
        {"force", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Begin anew with sessions that an earlier run left unfinished: it may have been carried out, and this would be a second one.")},
    };
}

QList<OptionSpec> resumeOptions() {
    return {
        {"list", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Only show what is unfinished.")},
        {"resend", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Send again what stays unconfirmed after it was looked up: the same signature, but perhaps for the second time. A seal is not sent again.")},
        ConfirmOption,
    };
}

QList<OptionSpec> formOptions() {
    return {
        {"pdf", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Sign inside the PDF instead of in a container. A session that is not exactly one PDF is refused.")},
        {"pdf-where-possible", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Like --pdf for sessions with exactly one PDF; the others get a container.")},
        {"new-edoc", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Always make a new container, even around one that is there.")},
    };
}

QList<OptionSpec> cardOptions() {
    return {
        ReaderOption,
        ModuleOption,
        {"pin-file", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "A file that holds PIN2; - is standard input. Without it, the terminal is asked.")},
        {"pin-pad", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "PIN2 is typed on the reader's PIN pad: for each signature, if the card wants that.")},
        {"ask-each", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Ask for PIN2 before every signature, on the terminal or with --pin-pad. A profile can want this, too; --pin-file is then refused.")},
        {"allow-last-pin-try", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Go on although a wrong PIN2 would block it.")},
    };
}

QList<OptionSpec> sealOptions() {
    return {
        {"pfx", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "The e-seal: a PFX (PKCS#12) file. Without it, the profile's.")},
        {"pfx-password-file", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "A file that holds the password of the e-seal; - is standard input. Without it, the terminal is asked.")},
        {"auth-certificate", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "The authentication certificate that belongs to the e-seal, for the time stamp: PEM, DER, or a PFX with the same password, of which only the certificate is sent. Without it, the profile's.")},
        PemOption,
        {"central-key", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "The service's public key that protects the password on its way. Without it, the profile's, or the one that the service names.")},
        {"oaep", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Encrypt the password with OAEP (SHA-1) instead of PKCS#1 v1.5.")},
    };
}

QList<OptionSpec> archiveOptions() {
    return {
        {"auth-certificate", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "The authentication certificate for the time stamp: PEM, DER, or a PFX, of which only the certificate is sent. Without it, the profile's, or the card's; no PIN is needed.")},
        {"pfx-password-file", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "With a PFX: a file that holds its password; - is standard input.")},
        PemOption,
        ReaderOption,
        ModuleOption,
    };
}

QList<OptionSpec> validateOptions() {
    return {{"file", Kind::ManyValues, "PATH", QT_TRANSLATE_NOOP("Cli", "A signed file, in a session that is closed again afterwards. May be given many times.")}};
}

QList<OptionSpec> downloadOptions() {
    return {{"out", Kind::Value, "DIR", QT_TRANSLATE_NOOP("Cli", "Where the documents are saved, under free names.")}};
}

const OptionSpec WhichPinOption{"pin", Kind::Value, "1|2",
    QT_TRANSLATE_NOOP("Cli", "Which: 1, the PIN for logging in, or 2, the PIN for signing.")};

const OptionSpec NewPinOption{"new-pin-file", Kind::Value, "FILE",
    QT_TRANSLATE_NOOP("Cli", "A file that holds the new PIN; - is standard input. Without it, the terminal is asked, twice.")};

QList<OptionSpec> pinChangeOptions() {
    return {
        WhichPinOption,
        ReaderOption,
        {"pin-file", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "A file that holds the present PIN; - is standard input. Without it, the terminal is asked.")},
        NewPinOption,
        {"pin-pad", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "All is typed on the reader's PIN pad: the present PIN, then the new one twice.")},
        {"allow-last-pin-try", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Go on although a wrong PIN would block it.")},
    };
}

QList<OptionSpec> pinUnblockOptions() {
    return {
        WhichPinOption,
        ReaderOption,
        {"puk-file", Kind::Value, "FILE", QT_TRANSLATE_NOOP("Cli", "A file that holds the PUK; - is standard input. Without it, the terminal is asked.")},
        NewPinOption,
        {"pin-pad", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "All is typed on the reader's PIN pad: the PUK, then the new PIN twice.")},
        {"allow-last-puk-try", Kind::Flag, nullptr, QT_TRANSLATE_NOOP("Cli", "Go on although a wrong PUK would block it for good.")},
    };
}

QList<CommandSpec> makeCommands() {
    const QList<OptionSpec> tail{TimeoutOption, JsonOption};
    return {
        {"sign", QT_TRANSLATE_NOOP("Cli", "Signs sessions or files with the card."),
            serviceOptions() + pickOptions() + changeOptions() + formOptions() + cardOptions() + tail},
        {"seal", QT_TRANSLATE_NOOP("Cli", "Seals sessions or files with the organisation's e-seal."),
            serviceOptions() + pickOptions() + changeOptions() + formOptions() + sealOptions() + tail},
        {"archive", QT_TRANSLATE_NOOP("Cli", "Adds archive time stamps to what is signed already."),
            serviceOptions() + pickOptions() + changeOptions() + archiveOptions() + tail},
        {"validate", QT_TRANSLATE_NOOP("Cli", "Has the service check the signatures in sessions or files."),
            serviceOptions() + pickOptions() + validateOptions() + tail},
        {"download", QT_TRANSLATE_NOOP("Cli", "Saves the documents of sessions."),
            serviceOptions() + pickOptions() + downloadOptions() + tail},
        {"resume", QT_TRANSLATE_NOOP("Cli", "Goes on with what earlier runs left unfinished: signatures that were not sent, requests whose outcome is not known. Without a service, each is reached as it was before."),
            resumeOptions() + serviceOptions() + tail},
        {"doctor", QT_TRANSLATE_NOOP("Cli", "Looks at everything that signing needs (smart card service, readers, cards, certificates; and a service, if it is named: address, token, clock, proxy), and says what is wrong and what to do."),
            serviceOptions() + QList<OptionSpec>{ModuleOption} + tail},
        {"pin status", QT_TRANSLATE_NOOP("Cli", "Shows the PINs of each card: the tries left of PIN1, PIN2 and the PUK. No PIN is needed."), {ReaderOption, JsonOption}},
        {"pin change", QT_TRANSLATE_NOOP("Cli", "Changes PIN1 or PIN2."), pinChangeOptions() + QList<OptionSpec>{JsonOption}},
        {"pin unblock", QT_TRANSLATE_NOOP("Cli", "Unblocks PIN1 or PIN2 with the PUK, and gives it a new value."), pinUnblockOptions() + QList<OptionSpec>{JsonOption}},
        {"readers", QT_TRANSLATE_NOOP("Cli", "Shows the card readers, and whether their cards can sign."), {ModuleOption, JsonOption}},
        {"certificates", QT_TRANSLATE_NOOP("Cli", "Shows both certificates of each card."), {ModuleOption, JsonOption}},
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
