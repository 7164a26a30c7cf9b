#include "cli/CommandLine.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>

#include "cli/Shown.h"

namespace signet::cli {
namespace {

struct Piece {
    QString name;
    std::optional<QString> attachedValue;
};

/** "--name" or "--name=value". */
Piece pieceOf(const QString& argument) {
    const qsizetype equals = argument.indexOf(u'=');
    if (equals < 0)
        return {argument.mid(2), std::nullopt};
    return {argument.mid(2, equals - 2), argument.mid(equals + 1)};
}

/** A value that looks like an option is far more often a forgotten value; "--name=--value" still works. */
bool isOption(const QString& argument) {
    return argument.startsWith(QLatin1StringView("--"));
}

}  // namespace

UsageError usageError(const char* sentence, const QString& first, const QString& second) {
    return UsageError{QCoreApplication::translate("Cli", sentence)
                          .replace(QLatin1StringView("%1"), shortLine(first))
                          .replace(QLatin1StringView("%2"), shortLine(second))};
}

bool GivenOptions::has(const char* name) const {
    return m_values.contains(QLatin1StringView(name));
}

QString GivenOptions::value(const char* name) const {
    return values(name).value(0);
}

QStringList GivenOptions::values(const char* name) const {
    return m_values.value(QLatin1StringView(name));
}

Parsed<GivenOptions> GivenOptions::read(const CommandSpec& command, const QStringList& arguments) {
    GivenOptions given;
    for (const OptionSpec& option : command.options)
        given.m_known.insert(QLatin1StringView(option.name));
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (!isOption(arguments[i]))
            return tl::unexpected(
                usageError(QT_TRANSLATE_NOOP("Cli", "“%1” is not expected here."), arguments[i]));
        const Piece piece = pieceOf(arguments[i]);
        const QString shown = QString(u"--" % piece.name);
        const auto spec = std::find_if(
            command.options.begin(), command.options.end(),
            [&](const OptionSpec& option) { return piece.name == QLatin1StringView(option.name); });
        if (spec == command.options.end())
            return tl::unexpected(usageError(QT_TRANSLATE_NOOP("Cli", "“signet-cli %1” has no option “%2”."),
                                             QLatin1StringView(command.name), shown));
        if (spec->kind != OptionSpec::Kind::ManyValues && given.has(spec->name))
            return tl::unexpected(
                usageError(QT_TRANSLATE_NOOP("Cli", "The option %1 is given twice."), shown));
        if (spec->kind == OptionSpec::Kind::Flag) {
            if (piece.attachedValue)
                return tl::unexpected(
                    usageError(QT_TRANSLATE_NOOP("Cli", "The option %1 takes no value."), shown));
            given.m_values[piece.name] = {};
            continue;
        }
        const bool followed = i + 1 < arguments.size() && !isOption(arguments[i + 1]);
        if (!piece.attachedValue && !followed)
            return tl::unexpected(
                usageError(QT_TRANSLATE_NOOP("Cli", "The option %1 needs a value."), shown));
        given.m_values[piece.name].append(piece.attachedValue ? *piece.attachedValue : arguments[++i]);
    }
    return given;
}

}  // namespace signet::cli
