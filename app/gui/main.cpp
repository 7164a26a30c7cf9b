#include <QApplication>
#include <cstdio>
#include <cstdlib>

#include "base/SecretBytes.h"
#include "card/CardService.h"
#include "gui/CommandLine.h"
#include "gui/World.h"
#include "signapi/SystemProxy.h"
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

int run(const gui::CommandLine& line) {
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
    return QApplication::exec();
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

    const int code = run(gui::readCommandLine());
    if (card::CardService::hasAbandonedThread())
        std::_Exit(code);
    return code;
}
