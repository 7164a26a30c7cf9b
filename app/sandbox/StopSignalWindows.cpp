#include <windows.h>

#include <QCoreApplication>

#include "StopSignal.h"

namespace {

// Windows calls this in a thread of its own; quitting is queued to the main one.
BOOL WINAPI onConsoleEvent(DWORD) {
    QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    return TRUE;
}

}  // namespace

void quitWhenAskedToStop() {
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}
