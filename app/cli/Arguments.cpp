#include "cli/Arguments.h"

#include <QCoreApplication>
#include <algorithm>

namespace signet::cli {
namespace {

constexpr int LargestChunk = 1000;
constexpr int LongestWait = 3600;

tl::unexpected<UsageError> wrong(const char* sentence, const QString& first = {},
                                 const QString& second = {}) {
    return tl::unexpected(usageError(sentence, first, second));
}

QString dashed(const char* name) {
    return QString(u"--" % QLatin1StringView(name));
}

/** Which of `names` were given. */
QList<const char*> among(const GivenOptions& given, const QList<const char*>& names) {
    QList<const char*> found;
    std::copy_if(names.begin(), names.end(), std::back_inserter(found),
                 [&](const char* name) { return given.has(name); });
    return found;
}

/** The one of `names` that was given; an error for none and for several. */
Parsed<const char*> exactlyOne(const GivenOptions& given, const QList<const char*>& names) {
    const QList<const char*> found = among(given, names);
    QStringList shown;
    for (const char* name : names)
        shown.append(dashed(name));
    if (found.isEmpty())
        return wrong(QT_TRANSLATE_NOOP("Cli", "One of these is needed: %1."), shown.join(u", "));
    if (found.size() > 1)
        return wrong(QT_TRANSLATE_NOOP("Cli", "%1 and %2 exclude each other."), dashed(found[0]),
                     dashed(found[1]));
    return found.first();
}

Parsed<void> noneEmpty(const GivenOptions& given, const CommandSpec& command) {
    for (const OptionSpec& option : command.options) {
        const bool mayBeEmpty =
            qstrcmp(option.name, "session") == 0;  // a bad identifier is that session's affair
        if (option.kind != OptionSpec::Kind::Flag && !mayBeEmpty &&
            given.values(option.name).contains(QString()))
            return wrong(QT_TRANSLATE_NOOP("Cli", "The option %1 needs a value."), dashed(option.name));
    }
    return {};
}

Parsed<QUrl> address(const GivenOptions& given, const char* name) {
    const QUrl url(given.value(name), QUrl::StrictMode);
    const bool isWeb =
        url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return wrong(QT_TRANSLATE_NOOP("Cli", "%1: “%2” is not the address of a service."), dashed(name),
                     given.value(name));
    return url;
}

Parsed<std::optional<int>> number(const GivenOptions& given, const char* name, int smallest, int largest) {
    if (!given.has(name))
        return std::optional<int>();
    bool isNumber = false;
    const int value = given.value(name).toInt(&isNumber);
    if (!isNumber || value < smallest || value > largest) {
        const QString range = QString(QString::number(smallest) % u" - " % QString::number(largest));
        return wrong(QT_TRANSLATE_NOOP("Cli", "%1 takes a whole number in the range %2."), dashed(name),
                     range);
    }
    return std::optional<int>(value);
}

Parsed<Authorisation> serviceAuthorisation(const GivenOptions& given) {
    for (const char* part : {"client-secret-file", "token-url"}) {
        if (!given.has(part))
            return wrong(QT_TRANSLATE_NOOP("Cli", "--client-id needs %1 beside it."), dashed(part));
    }
    const auto tokenUrl = address(given, "token-url");
    if (!tokenUrl)
        return tl::unexpected(tokenUrl.error());
    return TokenFromService{given.value("client-id"), given.value("client-secret-file"), *tokenUrl};
}

Parsed<Authorisation> authorisation(const GivenOptions& given) {
    const auto place = exactlyOne(given, {"profile", "api"});
    if (!place)
        return tl::unexpected(place.error());
    const QList<const char*> sources =
        among(given, {"token-file", "token-env", "client-id", "client-secret-file", "token-url"});
    if (given.has("profile")) {
        if (!sources.isEmpty())
            return wrong(QT_TRANSLATE_NOOP("Cli", "%1 and %2 exclude each other."), dashed("profile"),
                         dashed(sources.first()));
        return ProfileByName{given.value("profile")};
    }
    const auto source = exactlyOne(given, {"token-file", "token-env", "client-id"});
    if (!source)
        return tl::unexpected(source.error());
    if (given.has("client-id"))
        return serviceAuthorisation(given);
    if (sources.size() > 1)
        return wrong(QT_TRANSLATE_NOOP("Cli", "%1 and %2 exclude each other."), dashed(sources[0]),
                     dashed(sources[1]));
    if (given.has("token-file"))
        return TokenFromFile{given.value("token-file")};
    return TokenFromEnvironment{given.value("token-env")};
}

Parsed<Picks> picks(const GivenOptions& given) {
    const auto way = exactlyOne(given, {"session", "sessions-from", "file"});
    if (!way)
        return tl::unexpected(way.error());
    if (given.has("session"))
        return SessionsGiven{given.values("session")};
    if (given.has("file"))
        return FilesGiven{given.values("file")};
    return SessionsFromFile{given.value("sessions-from")};
}

Parsed<PinSource> pinSource(const GivenOptions& given) {
    if (given.has("pin-file") && given.has("pin-pad"))
        return wrong(QT_TRANSLATE_NOOP("Cli", "%1 and %2 exclude each other."), dashed("pin-file"),
                     dashed("pin-pad"));
    if (given.has("pin-file"))
        return PinFromFile{given.value("pin-file")};
    if (given.has("pin-pad"))
        return PinOnPad{};
    return PinFromTerminal{};
}

Parsed<void> standardInputOnce(const GivenOptions& given) {
    const QList<const char*> readers{"token-file", "client-secret-file", "sessions-from", "pin-file"};
    const auto count = std::count_if(readers.begin(), readers.end(),
                                     [&](const char* name) { return isStandardInput(given.value(name)); });
    if (count > 1)
        return wrong(QT_TRANSLATE_NOOP("Cli", "Standard input (-) can be used once only."));
    return {};
}

Parsed<void> readNumbers(const GivenOptions& given, SignArguments& result) {
    const auto chunk = number(given, "chunk", 1, LargestChunk);
    const auto timeout = number(given, "timeout", 1, LongestWait);
    const auto confirm = number(given, "confirm-seconds", 0, LongestWait);
    for (const auto* one : {&chunk, &timeout, &confirm}) {
        if (!*one)
            return tl::unexpected(one->error());
    }
    result.chunkSize = *chunk;
    if (*timeout)
        result.timeout = std::chrono::seconds(**timeout);
    if (*confirm)
        result.confirmTime = std::chrono::seconds(**confirm);
    return {};
}

Parsed<Arguments> signArguments(const GivenOptions& given) {
    SignArguments result;
    const auto who = authorisation(given);
    if (!who)
        return tl::unexpected(who.error());
    const auto what = picks(given);
    if (!what)
        return tl::unexpected(what.error());
    const auto pin = pinSource(given);
    if (!pin)
        return tl::unexpected(pin.error());
    if (given.has("api")) {
        const auto api = address(given, "api");
        if (!api)
            return tl::unexpected(api.error());
        result.api = *api;
    }
    const auto rest = standardInputOnce(given).and_then([&] { return readNumbers(given, result); });
    if (!rest)
        return tl::unexpected(rest.error());
    result.authorisation = *who;
    result.picks = *what;
    result.pin = *pin;
    result.caFile = given.value("ca");
    result.outputFolder = given.value("out");
    result.signAsPdf = given.has("pdf");
    result.createNewEdoc = given.has("new-edoc");
    result.reader = given.value("reader");
    result.allowLastTry = given.has("allow-last-pin-try");
    result.json = given.has("json");
    return result;
}

const CommandSpec* findCommand(const QString& name) {
    const auto found = std::find_if(commands().begin(), commands().end(), [&](const CommandSpec& command) {
        return name == QLatin1StringView(command.name);
    });
    return found == commands().end() ? nullptr : &*found;
}

bool isHelp(const QString& argument) {
    return argument == QLatin1StringView("--help");
}

Parsed<Arguments> commandArguments(const CommandSpec& command, const QStringList& rest) {
    const QString name = QString::fromLatin1(command.name);
    if (std::any_of(rest.begin(), rest.end(), isHelp))
        return HelpArguments{name};
    const auto given = GivenOptions::read(command, rest);
    if (!given)
        return tl::unexpected(given.error());
    if (const auto sound = noneEmpty(*given, command); !sound)
        return tl::unexpected(sound.error());
    const bool json = given->has("json");
    if (name == QLatin1StringView("readers"))
        return ReadersArguments{json};
    if (name == QLatin1StringView("certificates"))
        return CertificatesArguments{json};
    if (name == QLatin1StringView("demo"))
        return DemoArguments{given->value("out"), json};
    return signArguments(*given);
}

Parsed<Arguments> helpArguments(const QStringList& rest) {
    if (rest.isEmpty())
        return HelpArguments{};
    if (rest.size() > 1)
        return wrong(QT_TRANSLATE_NOOP("Cli", "“%1” is not expected here."), rest[1]);
    if (rest.first() == QLatin1StringView("help"))
        return HelpArguments{};
    if (findCommand(rest.first()) == nullptr)
        return wrong(QT_TRANSLATE_NOOP("Cli", "There is no command “%1”."), rest.first());
    return HelpArguments{rest.first()};
}

}  // namespace

bool isStandardInput(const QString& file) {
    return file == QLatin1StringView("-");
}

Parsed<Arguments> parseArguments(const QStringList& arguments) {
    if (arguments.isEmpty())
        return wrong(QT_TRANSLATE_NOOP("Cli", "A command is needed."));
    const QString first = arguments.first();
    const QStringList rest = arguments.mid(1);
    if (isHelp(first) || first == QLatin1StringView("-h"))
        return HelpArguments{};
    if (first == QLatin1StringView("help"))
        return helpArguments(rest);
    if (first == QLatin1StringView("--version"))
        return VersionArguments{};
    const CommandSpec* command = findCommand(first);
    if (command == nullptr)
        return wrong(QT_TRANSLATE_NOOP("Cli", "There is no command “%1”."), first);
    return commandArguments(*command, rest);
}

}  // namespace signet::cli
