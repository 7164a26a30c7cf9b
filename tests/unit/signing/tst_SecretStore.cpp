#include <QElapsedTimer>
#include <QTest>

#include "signing/SecretStore.h"

using namespace signet;
using namespace signet::signing;

class TestSecretStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsCopies();
    void withoutASessionBus();
    void withADeadSessionBus();

private:
    template <typename T>
    static base::Expected<T> wait(const QFuture<base::Expected<T>>& future) {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
            return base::fail(base::ErrorCode::InternalError);
        return future.result();
    }
    static SecretStore::Secret secret(const char* text) {
        return std::make_shared<base::SecretBytes>(QByteArrayView(text));
    }
    static void writesAndReads(SecretStore& store);
};

void TestSecretStore::writesAndReads(SecretStore& store) {
    const QString name = QStringLiteral("test profile of Signet");
    QVERIFY(wait(store.write(name, secret("s3cret"))));
    auto kept = wait(store.read(name));
    QVERIFY(kept);
    QVERIFY(*kept);
    QCOMPARE((*kept)->view().toByteArray(), QByteArray("s3cret"));
    QVERIFY(wait(store.remove(name)));
    kept = wait(store.read(name));
    QVERIFY(kept);
    QVERIFY(!*kept);
}

void TestSecretStore::keepsCopies() {
    const auto store = makeMemorySecretStore();
    QVERIFY(!store->isLasting());
    const auto mine = secret("abc");
    QVERIFY(wait(store->write(QStringLiteral("p"), mine)));
    mine->wipe();
    const auto first = wait(store->read(QStringLiteral("p")));
    QVERIFY(first && *first);
    (*first)->wipe();
    const auto second = wait(store->read(QStringLiteral("p")));
    QCOMPARE((*second)->view().toByteArray(), QByteArray("abc"));
    writesAndReads(*store);
}

void TestSecretStore::withoutASessionBus() {
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("XDG_RUNTIME_DIR");
    const auto store = makeSystemSecretStore();
    QVERIFY(!store->isLasting());
    writesAndReads(*store);
}

void TestSecretStore::withADeadSessionBus() {
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/does/not/exist");
    const auto store = makeSystemSecretStore();
    QElapsedTimer clock;
    clock.start();
    writesAndReads(*store);
    QVERIFY(clock.elapsed() < 15'000);
    QVERIFY(!store->isLasting());
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_SecretStore.moc"
