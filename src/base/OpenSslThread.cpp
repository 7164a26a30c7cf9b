#include "base/OpenSslThread.h"

#include <openssl/crypto.h>

namespace signet::base {

OpenSslThread::~OpenSslThread() {
    OPENSSL_thread_stop();
}

}  // namespace signet::base
