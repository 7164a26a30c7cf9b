#include <fcntl.h>
#include <unistd.h>

#include <QSocketNotifier>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "cli/ExitCode.h"
#include "cli/Interrupts.h"

namespace signet::cli {
namespace {

// A signal handler may do next to nothing: it writes one byte into this pipe, and the event loop reads it.
std::array<int, 2> wakeUp{-1, -1};

constexpr std::array Handled{SIGINT, SIGTERM, SIGHUP};

extern "C" void onSignal(int) {
    const int errorBefore = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakeUp[1], &byte, 1);
    errno = errorBefore;
}

void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int number : Handled) {
        struct sigaction present {};
        // "nohup" means it: the terminal may go, the run goes on.
        if (number == SIGHUP && sigaction(number, nullptr, &present) == 0 && present.sa_handler == SIG_IGN)
            continue;
        sigaction(number, &action, nullptr);
    }
}

}  // namespace

Interrupts::Interrupts(QObject* parent) : QObject(parent) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader of our output that goes away must not cost anybody a result
    if (::pipe2(wakeUp.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto* notifier = new QSocketNotifier(wakeUp[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Interrupts::take);
    handle(onSignal);
}

Interrupts::~Interrupts() {
    handle(SIG_DFL);
    for (int& end : wakeUp) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

void Interrupts::take() {
    // One at a time: what the first and the second bring about has its turn before a third one ends it all.
    char byte = 0;
    if (::read(wakeUp[0], &byte, 1) != 1)
        return;
    ++m_count;
    if (m_count > 2)
        std::quick_exit(ExitInterrupted);
    Q_EMIT arrived(m_count);
}

}  // namespace signet::cli
