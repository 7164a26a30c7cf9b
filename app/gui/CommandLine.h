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

}  // namespace signet::gui
