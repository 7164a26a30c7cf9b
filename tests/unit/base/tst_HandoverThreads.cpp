// For the thread sanitizer, and without Qt Test: its watchdog lives in a library that the sanitizer cannot
// see into.
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

#include "base/HandoverQueue.h"
#include "base/SecretBytes.h"

using signet::base::HandoverQueue;
using signet::base::SecretBytes;

namespace {

constexpr int Secrets = 2000;
constexpr char Pin[] = "12345678";

bool check(bool holds, const char* what) {
    std::fprintf(stderr, "%s: %s\n", holds ? "PASS" : "FAIL", what);
    return holds;
}

/** Secrets made in several threads at once, read, copied and wiped in others. */
bool secretsChangeHands() {
    HandoverQueue<SecretBytes> there;
    HandoverQueue<SecretBytes> back;
    std::vector<std::thread> threads;
    for (int t = 0; t < 2; ++t) {
        threads.emplace_back([&there] {
            for (int i = 0; i < Secrets; ++i)
                there.put(SecretBytes(QByteArrayView(Pin)));
        });
    }
    std::vector<std::thread> workers;
    for (int t = 0; t < 2; ++t) {
        workers.emplace_back([&there, &back] {
            while (auto secret = there.take()) {
                back.put(secret->clone());
                secret->wipe();
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    there.close();
    for (std::thread& thread : workers)
        thread.join();
    int same = 0;
    while (const auto secret = back.takeNow())
        same += secret->view() == QByteArrayView(Pin) ? 1 : 0;
    return check(same == 2 * Secrets, "secrets change hands");
}

/** Putting, taking and closing at once: every item that was accepted comes out once, none that was refused.
 */
bool closingMeetsPutting() {
    HandoverQueue<std::vector<int>> queue;
    std::atomic<int> accepted = 0;
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 2; ++t) {
        threads.emplace_back([&queue, &accepted] {
            for (int i = 0; queue.put(std::vector<int>(10, i)); ++i)
                ++accepted;
        });
        threads.emplace_back([&queue, &taken] {
            while (const auto item = queue.take())
                taken += item->size() == 10 ? 1 : 0;
        });
    }
    while (taken < 1000)
        std::this_thread::yield();
    queue.close();
    for (std::thread& thread : threads)
        thread.join();
    return check(accepted == taken && !queue.takeNow(), "closing meets putting");
}

}  // namespace

int main() {
    const bool secrets = secretsChangeHands();
    const bool closing = closingMeetsPutting();
    return secrets && closing ? 0 : 1;
}
