#pragma once

#include <QUrl>
#include <chrono>
#include <optional>
#include <variant>

#include "cli/CommandLine.h"
#include "signing/PinDesk.h"
#include "signing/ResultForm.h"

namespace signet::cli {

/** "-" in place of a file's name: standard input, which can be used once. */
bool isStandardInput(const QString& file);

/** Where the access token comes from; exactly one of these ways. */
struct ProfileByName {
    QString name;
};
struct TokenFromFile {
    QString file;
};
struct TokenFromEnvironment {
    QString variable;
};
struct TokenFromService {
    QString clientId;
    QString secretFile;
    QUrl tokenUrl;
};
using Authorisation = std::variant<ProfileByName, TokenFromFile, TokenFromEnvironment, TokenFromService>;

/** What is to be worked on; exactly one of these ways. */
struct SessionsGiven {
    QStringList identifiers;
};
struct SessionsFromFile {
    QString file;
};
struct FilesGiven {
    QStringList paths;
};
using Picks = std::variant<SessionsGiven, SessionsFromFile, FilesGiven>;

/** Where PIN2 comes from. */
struct PinFromFile {
    QString file;
};
struct PinOnPad {};
struct PinFromTerminal {};
using PinSource = std::variant<PinFromFile, PinOnPad, PinFromTerminal>;

/** What every command that speaks to the service takes. */
struct RunArguments {
    Authorisation authorisation;
    QUrl api;  ///< empty with a profile
    QString caFile;
    std::optional<std::chrono::seconds> timeout;
    Picks picks;
    QString outputFolder;
    bool json = false;
    /** One of the files is "-": nobody can be asked there any more. */
    bool standardInputIsTaken = false;
};

/** What every command that changes sessions takes beside that. */
struct ChangeArguments {
    RunArguments run;
    std::optional<int> chunkSize;
    std::optional<std::chrono::seconds> confirmTime;
    /** A person's word: what the journal holds of a session from before does not count. */
    bool force = false;
};

struct SignArguments {
    ChangeArguments change;
    signing::ResultForm form = signing::ResultForm::Container;
    QString reader;
    QStringList modules;  ///< PKCS#11, absolute paths; empty: those of the settings
    PinSource pin = PinFromTerminal{};
    bool allowLastTry = false;
    bool askEach = false;  ///< as Profile::askForEachSignature, which may want it as well
};

struct SealArguments {
    ChangeArguments change;
    signing::ResultForm form = signing::ResultForm::Container;
    QString pfxFile;  ///< this and the next: empty for the profile's
    QString authCertificateFile;
    QString passwordFile;    ///< empty: the terminal is asked
    QString centralKeyFile;  ///< empty: the profile's, or else the service's
    bool authCertificateAsPem = false;
    bool oaepPadding = false;
};

struct ArchiveArguments {
    ChangeArguments change;
    QString authCertificateFile;  ///< empty: the profile's, or else the card's
    QString passwordFile;         ///< of a PFX that holds it
    bool authCertificateAsPem = false;
    QString reader;
    QStringList modules;  ///< as SignArguments::modules
};

struct ValidateArguments {
    RunArguments run;
};
struct DownloadArguments {
    RunArguments run;
};

struct ResumeArguments {
    std::optional<RunArguments> service;  ///< nothing: each batch's own; without picks
    std::optional<std::chrono::seconds> confirmTime;
    bool list = false;
    bool resend = false;  ///< a person's word: what stays unconfirmed is sent again
    bool json = false;
};

struct DoctorArguments {
    std::optional<RunArguments> service;  ///< nothing: only cards are looked at; without picks
    bool json = false;
    QStringList modules;  ///< as SignArguments::modules
};

/** `pin status`: of every card, or of the one in this reader. */
struct PinStatusArguments {
    QString reader;
    bool json = false;
};

/** `pin change` and `pin unblock`; a file that is not named is asked for on the terminal. */
struct PinCareArguments {
    signing::PinOrder::Deed deed = signing::PinOrder::Deed::Change;
    signing::CardPin pin = signing::CardPin::Pin1;
    QString reader;
    QString presentFile;  ///< with the old PIN, or the PUK
    QString freshFile;    ///< with the new PIN
    bool pinPad = false;
    bool allowLastTry = false;
    bool standardInputIsTaken = false;
    bool json = false;
};

struct ReadersArguments {
    bool json = false;
    QStringList modules;  ///< as SignArguments::modules
};
struct CertificatesArguments {
    bool json = false;
    QStringList modules;  ///< as SignArguments::modules
};
struct DemoArguments {
    QString outputFolder;
    bool json = false;
};
struct HelpArguments {
    QString command;  ///< empty: all of them
};
struct VersionArguments {};

using Arguments =
    std::variant<SignArguments, SealArguments, ArchiveArguments, ValidateArguments, DownloadArguments,
                 ResumeArguments, DoctorArguments, PinStatusArguments, PinCareArguments, ReadersArguments,
                 CertificatesArguments, DemoArguments, HelpArguments, VersionArguments>;

/** Reads a command line, the program's name not included. Looks at no file and no environment. */
Parsed<Arguments> parseArguments(const QStringList& arguments);

/** All commands with their options, in the order in which help shows them. */
const QList<CommandSpec>& commands();

}  // namespace signet::cli
