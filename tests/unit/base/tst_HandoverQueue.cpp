#include <QTest>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "base/HandoverQueue.h"
#include "base/SecretBytes.h"

using signet::base::HandoverQueue;
using signet::base::SecretBytes;

class HandoverQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itemsComeInOrder() {
        HandoverQueue<int> queue;
        for (int i = 0; i < 3; ++i)
            QVERIFY(queue.put(int{i}));
        QVERIFY(queue.take() == 0);
        QVERIFY(queue.takeNow() == 1);
        QVERIFY(queue.take() == 2);
        QVERIFY(!queue.takeNow());
    }

    void aClosedQueueGivesWhatItHasAndTakesNothing() {
        HandoverQueue<std::unique_ptr<int>> queue;
        QVERIFY(queue.put(std::make_unique<int>(1)));
        queue.close();
        auto late = std::make_unique<int>(2);
        QVERIFY(!queue.put(std::move(late)));
        QVERIFY(late != nullptr);  // untouched, so that whoever has it can answer for it
        const auto first = queue.take();
        QVERIFY(first && **first == 1);
        QVERIFY(!queue.take());
        QVERIFY(!queue.takeNow());
        queue.close();
    }

    void closingWakesEveryoneWhoWaits() {
        HandoverQueue<int> queue;
        std::atomic<int> ended = 0;
        std::vector<std::thread> waiting;
        for (int i = 0; i < 3; ++i) {
            waiting.emplace_back([&queue, &ended] {
                if (!queue.take())
                    ++ended;
            });
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        QCOMPARE(ended.load(), 0);
        queue.close();
        for (std::thread& thread : waiting)
            thread.join();
        QCOMPARE(ended.load(), 3);
    }

    void anItemWakesWhoWaits() {
        HandoverQueue<int> queue;
        std::optional<int> taken;
        std::thread waiting([&queue, &taken] { taken = queue.take(); });
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        QVERIFY(queue.put(7));
        waiting.join();
        QVERIFY(taken == 7);
    }

    void nothingIsLostOrDoubledBetweenManyThreads() {
        constexpr int Putters = 4;
        constexpr int Takers = 3;
        constexpr int Each = 5000;
        HandoverQueue<int> queue;
        std::vector<std::vector<int>> taken(Takers);
        std::vector<std::thread> takers;
        for (int t = 0; t < Takers; ++t) {
            takers.emplace_back([&queue, &mine = taken[static_cast<std::size_t>(t)]] {
                while (const auto item = queue.take())
                    mine.push_back(*item);
            });
        }
        std::vector<std::thread> putters;
        for (int p = 0; p < Putters; ++p) {
            putters.emplace_back([&queue, p] {
                for (int i = 0; i < Each; ++i)
                    queue.put(p * Each + i);
            });
        }
        for (std::thread& thread : putters)
            thread.join();
        queue.close();
        for (std::thread& thread : takers)
            thread.join();
        std::vector<int> seen(static_cast<std::size_t>(Putters * Each), 0);
        for (const auto& items : taken) {
            for (const int item : items)
                ++seen[static_cast<std::size_t>(item)];
        }
        QVERIFY(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
    }

    void secretsCrossThreads() {
        HandoverQueue<SecretBytes> queue;
        bool same = true;
        std::thread taker([&queue, &same] {
            for (int i = 0; i < 200; ++i) {
                const auto secret = queue.take();
                same = same && secret && secret->view() == "12345678";
            }
        });
        for (int i = 0; i < 200; ++i)
            queue.put(SecretBytes(QByteArrayView("12345678")));
        taker.join();
        QVERIFY(same);
    }
};

QTEST_APPLESS_MAIN(HandoverQueueTest)
#include "tst_HandoverQueue.moc"
