#include <QApplication>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "base/SecretBytes.h"
#include "card/CardService.h"
#include "gui/CommandLine.h"
#include "gui/World.h"
#include "signapi/SystemProxy.h"
#include "signing/journal/Journal.h"
#include "ui/common/Icons.h"
#include "ui/common/LookAndLanguage.h"
#include "ui/window/MainWindow.h"

namespace {

using namespace signet;

std::unique_ptr<gui::World> makeWorld(const gui::CommandLine& line) {
#ifdef SIGNET_SANDBOX
    if (line.demo)
        return gui::makeDemoWorld();
#endif
    Q_UNUSED(line)
    return gui::makeRealWorld();
}

/** `journal`: what the world wrote to; an abandoned request, which is still without an answer, may hold it
 * on. */
int run(const gui::CommandLine& line, std::weak_ptr<signing::Journal>& journal) {
    const auto world = makeWorld(line);
    const ui::LookAndLanguage lookAndLanguage(world->settings());
    if (const auto started = world->start(); !started) {
        std::fprintf(stderr, "signet: %s\n", qUtf8Printable(started.error().message()));
        return EXIT_FAILURE;
    }
    ui::MainWindow window(world->workplace());
    QObject::connect(&window, &ui::MainWindow::closed, &QCoreApplication::quit);
    window.begin(line.profile);
    window.addFiles(line.files);
    window.addIdentifiers(line.identifiers);
    window.show();
    journal = world->workplace().journal;
    const int code = QApplication::exec();
    if (const auto open = journal.lock())
        open->opened().waitForFinished();  // what was asked for before it is on disk by then
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    base::protectProcessMemory();
    QCoreApplication::setApplicationName(QStringLiteral("signet"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNET_VERSION));
    if (gui::wantsWordsOnly(argc, argv)) {
        const QCoreApplication words(argc, argv);
        gui::readCommandLine();  // answers, and ends the program
        return EXIT_SUCCESS;
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("signet"));
    QApplication::setWindowIcon(ui::applicationIcon());
    QApplication::setQuitOnLastWindowClosed(false);  // a batch may still be ending behind a closed window
    signapi::useSystemProxy();

    std::weak_ptr<signing::Journal> journal;
    const int code = run(gui::readCommandLine(), journal);
    if (card::CardService::hasAbandonedThread() || !journal.expired())
        std::_Exit(code);  // a thread that is left behind would be there when its libraries go
    return code;
}
