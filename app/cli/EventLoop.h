#pragma once

#include <QCoreApplication>

namespace signet::cli {

/** Starts a run in the program's event loop, and ends the loop with its exit code. */
template <typename Run>
int runToTheEnd(Run& run) {
    QObject::connect(&run, &Run::finished, qApp, [](int exitCode) { QCoreApplication::exit(exitCode); });
    QMetaObject::invokeMethod(&run, &Run::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

}  // namespace signet::cli
