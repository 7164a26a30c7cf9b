#include "gui/CommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include "base/SessionId.h"

using namespace Qt::StringLiterals;

namespace signet::gui {
namespace {

/** Something that exists is a file; something that cannot be an identifier was meant to be one. */
bool isFile(const QString& argument) {
    return QFileInfo::exists(argument) || !base::SessionId::parse(argument);
}

}  // namespace

CommandLine readCommandLine() {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("CommandLine", "Signs documents with an eID card through SignAPI."));
    parser.addHelpOption();
    parser.addVersionOption();
#ifdef SIGNET_SANDBOX
    const QCommandLineOption demo(
        u"demo"_s,
        QCoreApplication::translate("CommandLine", "Try it out with a built-in service and card."));
    parser.addOption(demo);
#endif
    const QCommandLineOption profile(
        u"profile"_s, QCoreApplication::translate("CommandLine", "Use the profile of this name."), u"NAME"_s);
    parser.addOption(profile);
    parser.addPositionalArgument(
        u"FILE|SESSION"_s,
        QCoreApplication::translate("CommandLine", "Files, folders and session identifiers to begin with."),
        u"[FILE|SESSION...]"_s);
    parser.process(*QCoreApplication::instance());

    CommandLine line;
#ifdef SIGNET_SANDBOX
    line.demo = parser.isSet(demo);
#endif
    line.profile = parser.value(profile);
    for (const QString& argument : parser.positionalArguments())
        (isFile(argument) ? line.files : line.identifiers) += argument;
    return line;
}

bool wantsWordsOnly(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (argument == "--")
            return false;
        for (const char* words : {"-h", "--help", "--help-all", "-v", "--version"}) {
            if (argument == words)
                return true;
        }
    }
    return false;
}

}  // namespace signet::gui
