#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <tl/expected.hpp>

namespace signet::cli {

/** One option of a command: the single source for reading it and for explaining it. */
struct OptionSpec {
    enum class Kind { Flag, Value, ManyValues };
    const char* name;
    Kind kind;
    const char* valueName;  ///< nullptr for a flag
    const char* help;       ///< to be translated in the context "Cli"
};

struct CommandSpec {
    const char* name;
    const char* summary;  ///< to be translated in the context "Cli"
    QList<OptionSpec> options;
};

/** What is wrong with a command line, as a sentence for people. */
struct UsageError {
    QString sentence;
};

/** `sentence` is of the context "Cli"; its %1 and %2 are filled with words that may be rubbish: shortened. */
UsageError usageError(const char* sentence, const QString& first = {}, const QString& second = {});

template <typename T>
using Parsed = tl::expected<T, UsageError>;

/** The options of a command line as they were given. */
class GivenOptions {
public:
    /** The command has this option, given or not. */
    bool knows(const char* name) const { return m_known.contains(QLatin1StringView(name)); }
    bool has(const char* name) const;
    QString value(const char* name) const;  ///< empty if it was not given
    QStringList values(const char* name) const;

    /** Unknown options, missing or unexpected values, and repetitions of what makes sense once are errors. */
    static Parsed<GivenOptions> read(const CommandSpec& command, const QStringList& arguments);

private:
    QSet<QString> m_known;
    QHash<QString, QStringList> m_values;
};

}  // namespace signet::cli
