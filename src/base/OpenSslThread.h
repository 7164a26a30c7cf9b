#pragma once

namespace signet::base {

/**
 * What OpenSSL keeps for a thread (its errors, its random numbers) goes at the end of this scope, not at the
 * end of the thread: a thread of Qt's pool may still be ending when the program does, and QThread::wait()
 * comes back before the thread has ended. In each function that a pool runs, and in the last one of a
 * QThread.
 */
class OpenSslThread {
public:
    OpenSslThread() = default;
    ~OpenSslThread();
    OpenSslThread(const OpenSslThread&) = delete;
    OpenSslThread& operator=(const OpenSslThread&) = delete;
};

}  // namespace signet::base
