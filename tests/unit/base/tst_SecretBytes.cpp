#include <QTest>
#include <cstring>
#include <type_traits>
#include <vector>

#include "base/SecretBytes.h"

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

using signet::base::SecretBytes;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> &&
              std::is_nothrow_move_assignable_v<SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, QString> &&
              !std::is_convertible_v<SecretBytes, QByteArray>);

class SecretBytesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatItIsGiven() {
        const SecretBytes secret(QByteArrayView("123456"));
        QCOMPARE(secret.size(), std::size_t{6});
        QVERIFY(!secret.isEmpty());
        QCOMPARE(secret.view(), QByteArrayView("123456"));
        const SecretBytes zeros(std::size_t{4});
        QCOMPARE(zeros.view(), QByteArrayView("\0\0\0\0", 4));
    }

    void emptyIsAllowed() {
        SecretBytes empty;
        QVERIFY(empty.isEmpty());
        QVERIFY(empty.view().isEmpty());
        QVERIFY(empty.bytes().empty());
        QVERIFY(empty == SecretBytes(std::size_t{0}));
        QVERIFY(empty == SecretBytes(QByteArrayView()));
        QVERIFY(empty.clone().isEmpty());
        empty.wipe();
    }

    void movesLeaveNothingBehind() {
        SecretBytes first(QByteArrayView("123456"));
        SecretBytes second(std::move(first));
        QVERIFY(first.isEmpty());  // NOLINT(bugprone-use-after-move): that is what is tested
        QCOMPARE(second.view(), QByteArrayView("123456"));
        SecretBytes third(QByteArrayView("other"));
        third = std::move(second);
        QVERIFY(second.isEmpty());  // NOLINT(bugprone-use-after-move)
        QCOMPARE(third.view(), QByteArrayView("123456"));
        SecretBytes& same = third;
        third = std::move(same);
        QCOMPARE(third.view(), QByteArrayView("123456"));
    }

    void cloneIsASecondOne() {
        SecretBytes first(QByteArrayView("123456"));
        const SecretBytes second = first.clone();
        first.bytes()[0] = '9';
        QCOMPARE(second.view(), QByteArrayView("123456"));
        first.wipe();
        QVERIFY(first.isEmpty());
        QCOMPARE(second.view(), QByteArrayView("123456"));
    }

    void equalsByContent() {
        const SecretBytes secret(QByteArrayView("123456"));
        QVERIFY(secret == SecretBytes(QByteArrayView("123456")));
        QVERIFY(!(secret == SecretBytes(QByteArrayView("123457"))));
        QVERIFY(!(secret == SecretBytes(QByteArrayView("12345"))));
        QVERIFY(!(secret == SecretBytes()));
    }

    void takingAByteArrayEmptiesIt() {
        QByteArray bytes;
        bytes.reserve(16);
        bytes.append("123456");
        const char* const memory = bytes.constData();
        const QByteArray keptAlive = bytes;  // shares the memory, so that it can still be looked at
        const SecretBytes copyOfShared = SecretBytes::takeFrom(bytes);
        QCOMPARE(copyOfShared.view(), QByteArrayView("123456"));
        QVERIFY(bytes.isEmpty());
        QCOMPARE(QByteArrayView(memory, 6), QByteArrayView("123456"));  // another owner's copy is not touched
        QCOMPARE(keptAlive, QByteArray("123456"));
    }

    void takingTextGivesUtf8AndEmptiesIt() {
        QString text = QStringLiteral("pārole");
        const SecretBytes secret = SecretBytes::takeFrom(text);
        QCOMPARE(secret.view(), QByteArrayView("p\xc4\x81role"));
        QVERIFY(text.isEmpty());
        QString nothing;
        QVERIFY(SecretBytes::takeFrom(nothing).isEmpty());
    }

    /** The secure heap has 256 KiB; a file of a megabyte given as a secret must not end the program. */
    void moreThanTheSecureHeapHolds() {
        const QByteArray large(1024 * 1024, 's');
        const SecretBytes secret{QByteArrayView(large)};
        QCOMPARE(secret.view(), QByteArrayView(large));
        std::vector<SecretBytes> many;
        for (int i = 0; i < 100; ++i)
            many.emplace_back(QByteArrayView(large).first(8 * 1024));
        QVERIFY(many.back().view() == many.front().view());
    }

#ifdef Q_OS_LINUX
    /** Last: it holds for the rest of the process. */
    void protectedProcessLeavesNoDump() {
        signet::base::protectProcessMemory();
        rlimit limit{1, 1};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t{0});
        QCOMPARE(limit.rlim_max, rlim_t{0});
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
    }
#endif
};

QTEST_APPLESS_MAIN(SecretBytesTest)
#include "tst_SecretBytes.moc"
