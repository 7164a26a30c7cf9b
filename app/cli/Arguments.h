#pragma once

#include <QUrl>
#include <chrono>
#include <optional>
#include <variant>

#include "cli/CommandLine.h"

namespace signet::cli {

/** "-" in place of a file's name: standard input, which can be used once. */
bool isStandardInput(const QString& file);

/** Where the access token comes from; exactly one of the three ways. */
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

/** What is to be signed; exactly one of the three ways. */
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

struct SignArguments {
    Authorisation authorisation;
    QUrl api;  ///< empty with a profile
    QString caFile;
    Picks picks;
    QString outputFolder;
    bool signAsPdf = false;
    bool createNewEdoc = false;
    QString reader;
    PinSource pin = PinFromTerminal{};
    bool allowLastTry = false;
    std::optional<int> chunkSize;
    std::optional<std::chrono::seconds> timeout;
    std::optional<std::chrono::seconds> confirmTime;
    bool json = false;
};

struct ReadersArguments {
    bool json = false;
};
struct CertificatesArguments {
    bool json = false;
};
struct DemoArguments {
    QString outputFolder;
    bool json = false;
};
struct HelpArguments {
    QString command;  ///< empty: all of them
};
struct VersionArguments {};

using Arguments = std::variant<SignArguments, ReadersArguments, CertificatesArguments, DemoArguments,
                               HelpArguments, VersionArguments>;

/** Reads a command line, the program's name not included. Looks at no file and no environment. */
Parsed<Arguments> parseArguments(const QStringList& arguments);

/** All commands with their options, in the order in which help shows them. */
const QList<CommandSpec>& commands();

}  // namespace signet::cli
