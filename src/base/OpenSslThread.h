#pragma once

namespace signet::base {

/**
 * What OpenSSL keeps for a thread (its errors, its random numbers) goes at the end of this scope, not at the
 * end of the thread: a thread of Qt's pool may still be ending when the program does. In each function that a
 * pool runs.
 */
class OpenSslThread {
public:
    OpenSslThread() = default;
    ~OpenSslThread();
    OpenSslThread(const OpenSslThread&) = delete;
    OpenSslThread& operator=(const OpenSslThread&) = delete;
};

}  // namespace signet::base
