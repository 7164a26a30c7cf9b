#include "cli/Help.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "cli/Arguments.h"

namespace signet::cli {
namespace {

constexpr qsizetype LineWidth = 96;
constexpr qsizetype NameWidth = 30;

QString words(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QStringList wrapped(const QString& text, qsizetype width) {
    QStringList lines{QString()};
    for (const QString& word : text.split(u' ')) {
        if (!lines.last().isEmpty() && lines.last().size() + 1 + word.size() > width)
            lines.append(QString());
        lines.last() += lines.last().isEmpty() ? word : QString(u' ' % word);
    }
    return lines;
}

QString entry(const QString& name, const QString& text) {
    const QStringList lines = wrapped(text, LineWidth - NameWidth);
    QString result = QString(u"  " % name).leftJustified(NameWidth);
    if (name.size() + 3 > NameWidth)
        result += QString(u'\n' % QString(NameWidth, u' '));
    result += lines.join(QString(u'\n' % QString(NameWidth, u' ')));
    return QString(result % u'\n');
}

QString optionName(const OptionSpec& option) {
    const QString name = QString(u"--" % QLatin1StringView(option.name));
    return option.valueName == nullptr ? name : QString(name % u' ' % QLatin1StringView(option.valueName));
}

QString commandHelp(const CommandSpec& command) {
    QString text = QString(u"signet-cli " % QLatin1StringView(command.name) % u"\n\n" %
                           words(command.summary) % u"\n\n");
    for (const OptionSpec& option : command.options)
        text += entry(optionName(option), words(option.help));
    return text;
}

QString exitCodes() {
    const QList<std::pair<QString, QString>> rows{
        {QStringLiteral("0"),
         words(QT_TRANSLATE_NOOP("Cli",
                                 "all sessions are finalized, and saved where that was asked for; or "
                                 "downloaded; or valid; the PIN is changed"))},
        {QStringLiteral("1"),
         words(QT_TRANSLATE_NOOP("Cli",
                                 "some are not, or results could not be written; it is not known whether "
                                 "the PIN was changed"))},
        {QStringLiteral("2"),
         words(QT_TRANSLATE_NOOP("Cli",
                                 "the command line is wrong, or a file that it names; nothing was done"))},
        {QStringLiteral("3"), words(QT_TRANSLATE_NOOP("Cli", "no usable card or reader"))},
        {QStringLiteral("4"),
         words(QT_TRANSLATE_NOOP("Cli",
                                 "no session could be prepared for lack of authorisation or connection"))},
        {QStringLiteral("5"),
         words(QT_TRANSLATE_NOOP("Cli",
                                 "a PIN or the PUK wrong, blocked, not typed on the PIN pad in time, or "
                                 "on its last try without --allow-last-pin-try (--allow-last-puk-try); a "
                                 "new PIN that will not do; the e-seal's password wrong"))},
        {QStringLiteral("130"),
         words(QT_TRANSLATE_NOOP("Cli", "interrupted, or cancelled on the reader's PIN pad"))},
    };
    QString text = QString(u'\n' % words(QT_TRANSLATE_NOOP("Cli", "Exit codes:")) % u'\n');
    for (const auto& [code, meaning] : rows)
        text += QString(u"  " % code).leftJustified(7) % meaning % u'\n';
    return text;
}

/** The commands whose names begin so. */
QString allAbout(QLatin1StringView beginning) {
    QString text;
    for (const CommandSpec& command : commands()) {
        if (QLatin1StringView(command.name).startsWith(beginning))
            text += commandHelp(command) % u'\n';
    }
    return text % exitCodes();
}

QString overview() {
    QString text = QString(
        words(QT_TRANSLATE_NOOP("Cli", "Signs, seals and archives documents through SignAPI.")) % u"\n\n");
    for (const CommandSpec& command : commands())
        text += entry(QString::fromLatin1(command.name), words(command.summary));
    text += entry(QStringLiteral("help COMMAND"),
                  words(QT_TRANSLATE_NOOP("Cli", "Explains a command and its options.")));
    text +=
        entry(QStringLiteral("--version"), words(QT_TRANSLATE_NOOP("Cli", "Says which version this is.")));
    return QString(text % exitCodes());
}

}  // namespace

QString helpText(const QString& command) {
    if (command == QLatin1StringView("pin"))
        return allAbout(QLatin1StringView("pin "));
    const auto found = std::find_if(commands().begin(), commands().end(), [&](const CommandSpec& spec) {
        return command == QLatin1StringView(spec.name);
    });
    if (found == commands().end())
        return overview();
    const bool looksAtCardsOnly =
        command == QLatin1StringView("readers") || command == QLatin1StringView("certificates");
    return looksAtCardsOnly ? commandHelp(*found) : QString(commandHelp(*found) % exitCodes());
}

QString versionText() {
    return QStringLiteral("signet-cli " SIGNET_VERSION "\n");
}

}  // namespace signet::cli
