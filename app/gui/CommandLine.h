#pragma once

#include <QStringList>

namespace signet::gui {

/** What `signet [--demo] [--profile NAME] [FILE|SESSION...]` was told. */
struct CommandLine {
    bool demo = false;
    QString profile;
    QStringList files;
    QStringList identifiers;
};

/** Reads the arguments of the program; ends it where they only ask for help or the version, or are wrong. */
CommandLine readCommandLine();

/** The arguments ask for nothing but words (help, version), for which no display is needed. Before there is
 * an application. */
bool wantsWordsOnly(int argc, char** argv);

}  // namespace signet::gui
