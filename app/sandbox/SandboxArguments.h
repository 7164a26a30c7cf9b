#pragma once

#include <QStringList>
#include <optional>

#include "sandbox/Sandbox.h"
#include "sandbox/card/VpcdLink.h"

/** What the command line asks for. */
struct SandboxArguments {
    signet::sandbox::SandboxOptions service;
    signet::sandbox::CardPersonalisation personalisation = signet::sandbox::CardPersonalisation::CosmoXEc;
    std::optional<signet::sandbox::VpcdAddress> vpcd;
    QString pin2;  ///< of the demo card, which protects nothing; empty: the usual one
};

/** Reads the command line. Ends the process for --help and --version; a sentence if something is wrong. */
tl::expected<SandboxArguments, QString> parseSandboxArguments(const QStringList& arguments);
