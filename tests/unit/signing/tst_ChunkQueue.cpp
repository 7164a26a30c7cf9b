#include <QTest>

#include "signing/batch/ChunkQueue.h"

using namespace signet::signing;

Q_DECLARE_METATYPE(QList<int>)

namespace {

QList<SessionKey> keys(int count) {
    QList<SessionKey> all;
    for (int i = 1; i <= count; ++i)
        all.append(static_cast<SessionKey>(i));
    return all;
}

}  // namespace

class TestChunkQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void everySessionOnceInOrder();
    void smallerFromNowOn();
};

void TestChunkQueue::sizes_data() {
    QTest::addColumn<int>("sessions");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("most");
    QTest::addColumn<QList<int>>("sizes");
    QTest::newRow("none") << 0 << 4 << 20 << QList<int>{};
    QTest::newRow("one") << 1 << 4 << 20 << QList<int>{1};
    QTest::newRow("few") << 4 << 4 << 20 << QList<int>{4};
    QTest::newRow("ten") << 10 << 4 << 20 << QList<int>{4, 4, 2};
    QTest::newRow("a hundred") << 100 << 4 << 20 << QList<int>{4, 8, 16, 20, 20, 16, 8, 4, 4};
    QTest::newRow("all alike") << 50 << 0 << 20 << QList<int>{20, 20, 10};
    QTest::newRow("one by one") << 3 << 4 << 1 << QList<int>{1, 1, 1};
    QTest::newRow("nonsense") << 3 << -1 << 0 << QList<int>{1, 1, 1};
}

void TestChunkQueue::sizes() {
    QFETCH(const int, sessions);
    QFETCH(const int, first);
    QFETCH(const int, most);
    ChunkQueue queue(keys(sessions), first);
    QList<int> sizes;
    while (!queue.isEmpty())
        sizes.append(static_cast<int>(queue.take(most).size()));
    QTEST(sizes, "sizes");
}

void TestChunkQueue::everySessionOnceInOrder() {
    ChunkQueue queue(keys(1000), 4);
    QList<SessionKey> dealt;
    while (!queue.isEmpty())
        dealt += queue.take(20);
    QCOMPARE(dealt, keys(1000));
}

void TestChunkQueue::smallerFromNowOn() {
    ChunkQueue queue(keys(100), 0);
    QCOMPARE(queue.take(20).size(), 20);
    QCOMPARE(queue.take(5).size(), 5);
    QCOMPARE(queue.take(5).size(), 5);
}

QTEST_APPLESS_MAIN(TestChunkQueue)
#include "tst_ChunkQueue.moc"
