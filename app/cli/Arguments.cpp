#include "cli/Arguments.h"

#include <QCoreApplication>
#include <algorithm>

#include "cli/OptionReaders.h"

namespace signet::cli {
namespace {

tl::unexpected<UsageError> wrong(const char* sentence, const QString& argument = {}) {
    return tl::unexpected(usageError(sentence, argument));
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

Parsed<Arguments> signArguments(const GivenOptions& given) {
    const auto change = changeArguments(given);
    if (!change)
        return tl::unexpected(change.error());
    const auto form = resultForm(given);
    if (!form)
        return tl::unexpected(form.error());
    const auto pin = pinSource(given);
    if (!pin)
        return tl::unexpected(pin.error());
    if (const auto sound = notBoth(given, "ask-each", "pin-file"); !sound)
        return tl::unexpected(sound.error());
    const auto modules = modulePaths(given);
    if (!modules)
        return tl::unexpected(modules.error());
    return SignArguments{*change,
                         *form,
                         given.value("reader"),
                         *modules,
                         *pin,
                         given.has("allow-last-pin-try"),
                         given.has("ask-each")};
}

Parsed<Arguments> sealArguments(const GivenOptions& given) {
    const auto change = changeArguments(given);
    if (!change)
        return tl::unexpected(change.error());
    const auto form = resultForm(given);
    if (!form)
        return tl::unexpected(form.error());
    for (const char* part : {"pfx", "auth-certificate"}) {
        if (!given.has("profile") && !given.has(part))
            return wrong(QT_TRANSLATE_NOOP("Cli", "Without --profile, %1 is needed."), dashed(part));
    }
    SealArguments result;
    result.change = *change;
    result.form = *form;
    result.pfxFile = given.value("pfx");
    result.authCertificateFile = given.value("auth-certificate");
    result.passwordFile = given.value("pfx-password-file");
    result.centralKeyFile = given.value("central-key");
    result.authCertificateAsPem = given.has("auth-certificate-as-pem");
    result.oaepPadding = given.has("oaep");
    return result;
}

Parsed<Arguments> archiveArguments(const GivenOptions& given) {
    const auto change = changeArguments(given);
    if (!change)
        return tl::unexpected(change.error());
    if (const auto sound = notBoth(given, "auth-certificate", "reader"); !sound)
        return tl::unexpected(sound.error());
    const auto modules = modulePaths(given);
    if (!modules)
        return tl::unexpected(modules.error());
    ArchiveArguments result;
    result.modules = *modules;
    result.change = *change;
    result.authCertificateFile = given.value("auth-certificate");
    result.passwordFile = given.value("pfx-password-file");
    result.authCertificateAsPem = given.has("auth-certificate-as-pem");
    result.reader = given.value("reader");
    return result;
}

Parsed<Arguments> validateArguments(const GivenOptions& given) {
    return runArguments(given).map(
        [](const RunArguments& run) -> Arguments { return ValidateArguments{run}; });
}

Parsed<Arguments> downloadArguments(const GivenOptions& given) {
    if (!given.has("out"))
        return wrong(QT_TRANSLATE_NOOP("Cli", "%1 is needed."), dashed("out"));
    return runArguments(given).map(
        [](const RunArguments& run) -> Arguments { return DownloadArguments{run}; });
}

Parsed<Arguments> resumeArguments(const GivenOptions& given) {
    ResumeArguments result;
    if (given.has("list") && given.has("resend"))
        return tl::unexpected(notBoth(given, "list", "resend").error());
    const auto service = serviceIfAny(given);
    if (!service)
        return tl::unexpected(service.error());
    result.service = *service;
    const auto confirm = confirmTime(given);
    if (!confirm)
        return tl::unexpected(confirm.error());
    result.confirmTime = *confirm;
    result.list = given.has("list");
    result.resend = given.has("resend");
    result.json = given.has("json");
    return result;
}

Parsed<Arguments> doctorArguments(const GivenOptions& given) {
    const auto modules = modulePaths(given);
    if (!modules)
        return tl::unexpected(modules.error());
    return serviceIfAny(given).map([&](const std::optional<RunArguments>& service) -> Arguments {
        return DoctorArguments{service, given.has("json"), *modules};
    });
}

Parsed<Arguments> pinStatusArguments(const GivenOptions& given) {
    return PinStatusArguments{given.value("reader"), given.has("json")};
}

Parsed<Arguments> pinChangeArguments(const GivenOptions& given) {
    return pinCareArguments(given, signing::PinOrder::Deed::Change, "pin-file", "allow-last-pin-try")
        .map([](const PinCareArguments& arguments) -> Arguments { return arguments; });
}

Parsed<Arguments> pinUnblockArguments(const GivenOptions& given) {
    return pinCareArguments(given, signing::PinOrder::Deed::Unblock, "puk-file", "allow-last-puk-try")
        .map([](const PinCareArguments& arguments) -> Arguments { return arguments; });
}

Parsed<Arguments> readersArguments(const GivenOptions& given) {
    return modulePaths(given).map([&given](const QStringList& modules) -> Arguments {
        return ReadersArguments{given.has("json"), modules};
    });
}

Parsed<Arguments> certificatesArguments(const GivenOptions& given) {
    return modulePaths(given).map([&given](const QStringList& modules) -> Arguments {
        return CertificatesArguments{given.has("json"), modules};
    });
}

Parsed<Arguments> demoArguments(const GivenOptions& given) {
    return DemoArguments{given.value("out"), given.has("json")};
}

struct Reader {
    QLatin1StringView command;
    Parsed<Arguments> (*read)(const GivenOptions&);
};

constexpr std::array Readers{
    Reader{QLatin1StringView("sign"), signArguments},
    Reader{QLatin1StringView("seal"), sealArguments},
    Reader{QLatin1StringView("archive"), archiveArguments},
    Reader{QLatin1StringView("validate"), validateArguments},
    Reader{QLatin1StringView("download"), downloadArguments},
    Reader{QLatin1StringView("resume"), resumeArguments},
    Reader{QLatin1StringView("doctor"), doctorArguments},
    Reader{QLatin1StringView("pin status"), pinStatusArguments},
    Reader{QLatin1StringView("pin change"), pinChangeArguments},
    Reader{QLatin1StringView("pin unblock"), pinUnblockArguments},
    Reader{QLatin1StringView("readers"), readersArguments},
    Reader{QLatin1StringView("certificates"), certificatesArguments},
    Reader{QLatin1StringView("demo"), demoArguments},
};

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
    const QLatin1StringView name(command.name);
    if (std::any_of(rest.begin(), rest.end(), isHelp))
        return HelpArguments{name};
    const auto given = GivenOptions::read(command, rest);
    if (!given)
        return tl::unexpected(given.error());
    if (const auto sound = noneEmpty(*given, command); !sound)
        return tl::unexpected(sound.error());
    const auto reader = std::find_if(Readers.begin(), Readers.end(),
                                     [name](const Reader& each) { return each.command == name; });
    Q_ASSERT(reader != Readers.end());
    return reader->read(*given);
}

/** "pin" alone is no command: what is to be done to it is the second word. */
QStringList withWholeCommand(const QStringList& words) {
    const bool hasTwoWords =
        words.first() == QLatin1StringView("pin") && words.size() > 1 && !words[1].startsWith(u'-');
    if (!hasTwoWords)
        return words;
    return QStringList{QString(words[0] % u' ' % words[1])} + words.mid(2);
}

Parsed<Arguments> helpArguments(const QStringList& given) {
    if (given.isEmpty())
        return HelpArguments{};
    const QStringList rest = withWholeCommand(given);
    if (rest.size() > 1)
        return wrong(QT_TRANSLATE_NOOP("Cli", "“%1” is not expected here."), rest[1]);
    if (rest.first() == QLatin1StringView("help"))
        return HelpArguments{};
    if (rest.first() != QLatin1StringView("pin") && findCommand(rest.first()) == nullptr)
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
    if (first == QLatin1StringView("pin") && (rest.isEmpty() || rest.first().startsWith(u'-'))) {
        if (std::any_of(rest.begin(), rest.end(), isHelp))
            return HelpArguments{first};
        return wrong(QT_TRANSLATE_NOOP("Cli", "“pin” needs to know what: status, change or unblock."));
    }
    const QStringList whole = withWholeCommand(arguments);
    const CommandSpec* command = findCommand(whole.first());
    if (command == nullptr)
        return wrong(QT_TRANSLATE_NOOP("Cli", "There is no command “%1”."), whole.first());
    return commandArguments(*command, whole.mid(1));
}

}  // namespace signet::cli
