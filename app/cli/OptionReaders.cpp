#include "cli/OptionReaders.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>
#include <array>

namespace signet::cli {
namespace {

constexpr int LargestChunk = 1000;
constexpr int LongestWait = 3600;

tl::unexpected<UsageError> wrong(const char* sentence, const QString& first = {},
                                 const QString& second = {}) {
    return tl::unexpected(usageError(sentence, first, second));
}

tl::unexpected<UsageError> exclude(const char* one, const char* other) {
    return wrong(QT_TRANSLATE_NOOP("Cli", "%1 and %2 exclude each other."), dashed(one), dashed(other));
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
        return exclude(found[0], found[1]);
    return found.first();
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

Parsed<std::optional<std::chrono::seconds>> seconds(const GivenOptions& given, const char* name,
                                                    int smallest) {
    return number(given, name, smallest, LongestWait).map([](const std::optional<int>& value) {
        return value ? std::optional(std::chrono::seconds(*value)) : std::nullopt;
    });
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
            return exclude("profile", sources.first());
        return ProfileByName{given.value("profile")};
    }
    const auto source = exactlyOne(given, {"token-file", "token-env", "client-id"});
    if (!source)
        return tl::unexpected(source.error());
    if (given.has("client-id"))
        return serviceAuthorisation(given);
    if (sources.size() > 1)
        return exclude(sources[0], sources[1]);
    if (given.has("token-file"))
        return TokenFromFile{given.value("token-file")};
    return TokenFromEnvironment{given.value("token-env")};
}

Parsed<Picks> picks(const GivenOptions& given) {
    QList<const char*> ways{"session", "sessions-from"};
    if (given.knows("file"))
        ways.append("file");
    const auto way = exactlyOne(given, ways);
    if (!way)
        return tl::unexpected(way.error());
    if (given.has("session"))
        return SessionsGiven{given.values("session")};
    if (given.has("file"))
        return FilesGiven{given.values("file")};
    return SessionsFromFile{given.value("sessions-from")};
}

Parsed<bool> standardInputIsTaken(const GivenOptions& given) {
    const QList<const char*> readers{"token-file",        "client-secret-file", "sessions-from", "pin-file",
                                     "pfx-password-file", "new-pin-file",       "puk-file"};
    const auto count = std::count_if(readers.begin(), readers.end(),
                                     [&](const char* name) { return isStandardInput(given.value(name)); });
    if (count > 1)
        return wrong(QT_TRANSLATE_NOOP("Cli", "Standard input (-) can be used once only."));
    return count == 1;
}

}  // namespace

QString dashed(const char* name) {
    return QString(u"--" % QLatin1StringView(name));
}

Parsed<void> notBoth(const GivenOptions& given, const char* one, const char* other) {
    if (given.has(one) && given.has(other))
        return exclude(one, other);
    return {};
}

Parsed<RunArguments> serviceArguments(const GivenOptions& given) {
    RunArguments result;
    const auto who = authorisation(given);
    if (!who)
        return tl::unexpected(who.error());
    if (given.has("api")) {
        const auto api = address(given, "api");
        if (!api)
            return tl::unexpected(api.error());
        result.api = *api;
    }
    const auto taken = standardInputIsTaken(given);
    if (!taken)
        return tl::unexpected(taken.error());
    const auto timeout = seconds(given, "timeout", 1);
    if (!timeout)
        return tl::unexpected(timeout.error());
    result.authorisation = *who;
    result.timeout = *timeout;
    result.standardInputIsTaken = *taken;
    result.caFile = given.value("ca");
    result.json = given.has("json");
    return result;
}

Parsed<std::optional<RunArguments>> serviceIfAny(const GivenOptions& given) {
    static constexpr std::array names{"profile",   "api",       "token-file",
                                      "token-env", "client-id", "client-secret-file",
                                      "token-url", "ca",        "timeout"};
    if (std::none_of(names.begin(), names.end(), [&](const char* name) { return given.has(name); }))
        return std::optional<RunArguments>();
    return serviceArguments(given).map([](const RunArguments& run) { return std::optional(run); });
}

Parsed<RunArguments> runArguments(const GivenOptions& given) {
    auto result = serviceArguments(given);
    if (!result)
        return result;
    const auto what = picks(given);
    if (!what)
        return tl::unexpected(what.error());
    result->picks = *what;
    result->outputFolder = given.value("out");
    return result;
}

Parsed<std::optional<std::chrono::seconds>> confirmTime(const GivenOptions& given) {
    return seconds(given, "confirm-seconds", 0);
}

Parsed<ChangeArguments> changeArguments(const GivenOptions& given) {
    const auto run = runArguments(given);
    if (!run)
        return tl::unexpected(run.error());
    const auto chunk = number(given, "chunk", 1, LargestChunk);
    if (!chunk)
        return tl::unexpected(chunk.error());
    const auto confirm = confirmTime(given);
    if (!confirm)
        return tl::unexpected(confirm.error());
    return ChangeArguments{*run, *chunk, *confirm, given.has("force")};
}

/** Inside the PDF there is no container that could be new (signapi.md 5.1): --pdf decides. */
Parsed<signing::ResultForm> resultForm(const GivenOptions& given) {
    using signing::ResultForm;
    for (const char* other : {"pdf", "new-edoc"}) {
        const auto sound = notBoth(given, "pdf-where-possible", other);
        if (!sound)
            return tl::unexpected(sound.error());
    }
    if (given.has("pdf"))
        return ResultForm::Pdf;
    if (given.has("pdf-where-possible"))
        return ResultForm::PdfWherePossible;
    return given.has("new-edoc") ? ResultForm::NewContainer : ResultForm::Container;
}

Parsed<PinSource> pinSource(const GivenOptions& given) {
    const auto sound = notBoth(given, "pin-file", "pin-pad");
    if (!sound)
        return tl::unexpected(sound.error());
    if (given.has("pin-file"))
        return PinFromFile{given.value("pin-file")};
    if (given.has("pin-pad"))
        return PinOnPad{};
    return PinFromTerminal{};
}

/** Where a module is looked for must not depend on where the program was started. */
Parsed<QStringList> modulePaths(const GivenOptions& given) {
    for (const QString& path : given.values("pkcs11-module")) {
        if (!QDir::isAbsolutePath(path))
            return wrong(QT_TRANSLATE_NOOP("Cli", "%1: “%2” is not an absolute path."),
                         dashed("pkcs11-module"), path);
    }
    return given.values("pkcs11-module");
}

Parsed<PinCareArguments> pinCareArguments(const GivenOptions& given, signing::PinOrder::Deed deed,
                                          const char* presentFile, const char* allowLastTry) {
    if (!given.has("pin"))
        return wrong(QT_TRANSLATE_NOOP("Cli", "%1 is needed."), dashed("pin"));
    const auto which = number(given, "pin", 1, 2);
    if (!which)
        return tl::unexpected(which.error());
    for (const char* file : {presentFile, "new-pin-file"}) {
        if (const auto sound = notBoth(given, file, "pin-pad"); !sound)
            return tl::unexpected(sound.error());
    }
    const auto taken = standardInputIsTaken(given);
    if (!taken)
        return tl::unexpected(taken.error());
    PinCareArguments result;
    result.deed = deed;
    result.pin = **which == 1 ? signing::CardPin::Pin1 : signing::CardPin::Pin2;
    result.reader = given.value("reader");
    result.presentFile = given.value(presentFile);
    result.freshFile = given.value("new-pin-file");
    result.pinPad = given.has("pin-pad");
    result.allowLastTry = given.has(allowLastTry);
    result.standardInputIsTaken = *taken;
    result.json = given.has("json");
    return result;
}

}  // namespace signet::cli
