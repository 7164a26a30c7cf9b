#include <QCoreApplication>
#include <QTranslator>
#include <cstdlib>

#include "base/SecretBytes.h"
#include "card/CardService.h"
#include "cli/ArchiveCommand.h"
#include "cli/CardCommands.h"
#include "cli/Console.h"
#include "cli/DemoCommand.h"
#include "cli/DoctorCommand.h"
#include "cli/Help.h"
#include "cli/JournalEnd.h"
#include "cli/LookCommands.h"
#include "cli/PinCommand.h"
#include "cli/ResumeCommand.h"
#include "cli/SealCommand.h"
#include "cli/Shown.h"
#include "cli/SignCommand.h"
#include "signapi/SystemProxy.h"

namespace {

using namespace signet;
using cli::Parsed;

struct CommandRunner {
    Parsed<int> operator()(const cli::SignArguments& arguments) const {
        return cli::runSignCommand(arguments);
    }
    Parsed<int> operator()(const cli::SealArguments& arguments) const {
        return cli::runSealCommand(arguments);
    }
    Parsed<int> operator()(const cli::ArchiveArguments& arguments) const {
        return cli::runArchiveCommand(arguments);
    }
    Parsed<int> operator()(const cli::ValidateArguments& arguments) const {
        return cli::runValidateCommand(arguments);
    }
    Parsed<int> operator()(const cli::DownloadArguments& arguments) const {
        return cli::runDownloadCommand(arguments);
    }
    Parsed<int> operator()(const cli::ResumeArguments& arguments) const {
        return cli::runResumeCommand(arguments);
    }
    Parsed<int> operator()(const cli::DoctorArguments& arguments) const {
        return cli::runDoctorCommand(arguments);
    }
    Parsed<int> operator()(const cli::PinStatusArguments& arguments) const {
        return cli::runPinStatusCommand(arguments);
    }
    Parsed<int> operator()(const cli::PinCareArguments& arguments) const {
        return cli::runPinCareCommand(arguments);
    }
    Parsed<int> operator()(const cli::DemoArguments& arguments) const {
        return cli::runDemoCommand(arguments);
    }
    Parsed<int> operator()(const cli::ReadersArguments& arguments) const {
        return cli::runReadersCommand(arguments);
    }
    Parsed<int> operator()(const cli::CertificatesArguments& arguments) const {
        return cli::runCertificatesCommand(arguments);
    }
    Parsed<int> operator()(const cli::HelpArguments& arguments) const {
        cli::Console::output(cli::helpText(arguments.command).toUtf8());
        return cli::ExitDone;
    }
    Parsed<int> operator()(const cli::VersionArguments&) const {
        cli::Console::output(cli::versionText().toUtf8());
        return cli::ExitDone;
    }
};

int usageExit(const cli::UsageError& error) {
    const QString advice = QCoreApplication::translate("Cli", "See: signet-cli --help");
    cli::Console::error(QString(u"signet-cli: " % cli::oneLine(error.sentence) % u'\n' % advice % u'\n'));
    return cli::ExitUsage;
}

/** Results that nobody could read are no success. */
int withOutputChecked(int exitCode) {
    const auto reason = cli::Console::lostOutput();
    if (!reason)
        return exitCode;
    const QString sentence =
        QCoreApplication::translate("Cli", "Results could not be written to standard output: %1.");
    cli::Console::error(QString(u"signet-cli: " % sentence.arg(*reason) % u'\n'));
    return exitCode == cli::ExitDone ? cli::ExitNotAll : exitCode;
}

/** English, too, is loaded: it has plurals. */
void speakTheLocalesLanguage(QTranslator& translator) {
    const QString folder = QStringLiteral(":/i18n");
    const bool found = translator.load(QLocale(), QStringLiteral("signet"), QStringLiteral("_"), folder);
    if (found || translator.load(QStringLiteral("signet_en"), folder))
        QCoreApplication::installTranslator(&translator);
}

}  // namespace

int main(int argc, char** argv) {
    cli::Console::secureStandardStreams();
    base::protectProcessMemory();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signet-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNET_VERSION));
    QTranslator translator;
    speakTheLocalesLanguage(translator);
    signapi::useSystemProxy();

    const auto arguments = cli::parseArguments(QCoreApplication::arguments().mid(1));
    const Parsed<int> code = arguments.and_then(
        [](const cli::Arguments& command) { return std::visit(CommandRunner{}, command); });
    const int exitCode = withOutputChecked(code ? *code : usageExit(code.error()));
    if (card::CardService::hasAbandonedThread() || cli::isJournalHeld())
        std::_Exit(exitCode);  // everything has been written; the thread would be there when its library goes
    return exitCode;
}
