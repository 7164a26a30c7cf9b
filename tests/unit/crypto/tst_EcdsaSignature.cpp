#include <openssl/err.h>

#include <QTest>

#include "TestCertificates.h"
#include "crypto/EcdsaSignature.h"

using namespace signet;
using crypto::EcdsaSignature;
using test::derElement;

namespace {

constexpr int FieldSize = 48;

QByteArray integer(const QByteArray& hex) {
    return derElement('\x02', QByteArray::fromHex(hex));
}

QByteArray sequence(const QByteArray& content) {
    return derElement('\x30', content);
}

}  // namespace

class EcdsaSignatureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /** The published vector of signapi.md 11.2. */
    void vector() {
        const QByteArray raw = QByteArray::fromBase64(
            "8cG8Bvr8GF9BMHYCbs+k+mgS5YxCEx87WnmJ+pHgYOak+6sw8zcgmt3PZcGxpg9n"
            "YdYfuIPtFpGFE/GrXjsc83e8Q8JDbYlV85bJfT/kbx4GdvPNmE/+83+ESRAsN5f5");
        const QByteArray der = QByteArray::fromBase64(
            "MGUCMQDxwbwG+vwYX0EwdgJuz6T6aBLljEITHztaeYn6keBg5qT7qzDzNyCa3c9l"
            "wbGmD2cCMGHWH7iD7RaRhRPxq147HPN3vEPCQ22JVfOWyX0/5G8eBnbzzZhP/vN/"
            "hEkQLDeX+Q==");
        const auto fromRaw = EcdsaSignature::fromRaw(raw, FieldSize);
        QVERIFY(fromRaw);
        QCOMPARE(fromRaw->der(), der);
        const auto fromDer = EcdsaSignature::fromDer(der, FieldSize);
        QVERIFY(fromDer);
        QCOMPARE(fromDer->raw(), raw);
    }

    void bothWays_data() {
        QTest::addColumn<QByteArray>("r");
        QTest::addColumn<QByteArray>("s");
        QTest::addColumn<QByteArray>("der");
        const QByteArray ones(FieldSize, '\x11');
        const QByteArray high(FieldSize, '\xff');
        const QByteArray one = QByteArray(FieldSize - 1, '\0') + '\x01';
        const QByteArray topBitInTheMiddle = QByteArray(3, '\0') + QByteArray(FieldSize - 3, '\x80');
        QTest::newRow("plain") << ones << ones << sequence(integer(ones.toHex()) + integer(ones.toHex()));
        QTest::newRow("top bits set")
            << high << high << sequence(integer("00" + high.toHex()) + integer("00" + high.toHex()));
        QTest::newRow("smallest") << one << one << QByteArray::fromHex("3006020101020101");
        QTest::newRow("leading zeros, then a top bit")
            << topBitInTheMiddle << one
            << sequence(integer("00" + QByteArray(FieldSize - 3, '\x80').toHex()) + integer("01"));
    }

    void bothWays() {
        QFETCH(const QByteArray, r);
        QFETCH(const QByteArray, s);
        QFETCH(const QByteArray, der);
        const auto fromRaw = EcdsaSignature::fromRaw(r + s, FieldSize);
        QVERIFY(fromRaw);
        QCOMPARE(fromRaw->der().toHex(), der.toHex());
        const auto fromDer = EcdsaSignature::fromDer(der, FieldSize);
        QVERIFY(fromDer);
        QCOMPARE(fromDer->raw().toHex(), (r + s).toHex());
    }

    void largestField() {
        const QByteArray raw =
            QByteArray(1, '\x01') + QByteArray(131, '\xff');  // P-521: DER of more than 127 bytes
        const auto signature = EcdsaSignature::fromRaw(raw, 66);
        QVERIFY(signature);
        const auto again = EcdsaSignature::fromDer(signature->der(), 66);
        QVERIFY(again);
        QCOMPARE(again->raw(), raw);
    }

    void badRaw_data() {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("fieldSize");
        const QByteArray half(FieldSize, 'a');
        const QByteArray zero(FieldSize, '\0');
        QTest::newRow("empty") << QByteArray() << FieldSize;
        QTest::newRow("one byte short") << (half + half).chopped(1) << FieldSize;
        QTest::newRow("one byte long") << QByteArray(half + half + 'a') << FieldSize;
        QTest::newRow("of a smaller curve") << QByteArray(64, 'a') << FieldSize;
        QTest::newRow("r is zero") << QByteArray(zero + half) << FieldSize;
        QTest::newRow("s is zero") << QByteArray(half + zero) << FieldSize;
        QTest::newRow("no field") << QByteArray() << 0;
        QTest::newRow("senseless field") << QByteArray() << -1;
    }

    void badRaw() {
        QFETCH(const QByteArray, raw);
        QFETCH(const int, fieldSize);
        const auto signature = EcdsaSignature::fromRaw(raw, fieldSize);
        QVERIFY(!signature);
        QCOMPARE(toString(signature.error().code()), QStringLiteral("signature-wrong"));
    }

    void badDer_data() {
        QTest::addColumn<QByteArray>("der");
        const QByteArray one = integer("01");
        const QByteArray good = sequence(one + one);
        const QByteArray longest = integer("00" + QByteArray(FieldSize, '\xff').toHex());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << good.chopped(1);
        QTest::newRow("trailing byte") << QByteArray(good + '\0');
        QTest::newRow("trailing byte inside") << sequence(one + one + '\0');
        QTest::newRow("third integer") << sequence(one + one + one);
        QTest::newRow("one integer") << sequence(one);
        QTest::newRow("indefinite length") << QByteArray::fromHex("30800201010201010000");
        QTest::newRow("length in the long form") << QByteArray::fromHex("308106020101020101");
        QTest::newRow("integer's length in the long form") << QByteArray::fromHex("3007028101010201 01");
        QTest::newRow("integer not minimal") << sequence(integer("0001") + one);
        QTest::newRow("negative") << sequence(integer("ff") + one);
        QTest::newRow("integer without content") << sequence(integer("") + one);
        QTest::newRow("r is zero") << sequence(integer("00") + one);
        QTest::newRow("s is zero") << sequence(one + integer("00"));
        QTest::newRow("r over the field")
            << sequence(integer("01" + QByteArray(FieldSize, '\0').toHex()) + one);
        QTest::newRow("s over the field")
            << sequence(one + integer("01" + QByteArray(FieldSize, '\0').toHex()));
        QTest::newRow("far too long") << sequence(longest + integer(QByteArray(4000, '\x11').toHex()));
        QTest::newRow("another tag") << derElement('\x31', one + one);
        QTest::newRow("not integers") << sequence(derElement('\x04', "a") + derElement('\x04', "b"));
        QTest::newRow("raw") << QByteArray(2 * FieldSize, 'a');
    }

    void badDer() {
        QFETCH(const QByteArray, der);
        ERR_clear_error();
        const auto signature = EcdsaSignature::fromDer(der, FieldSize);
        QVERIFY(!signature);
        QCOMPARE(toString(signature.error().code()), QStringLiteral("signature-wrong"));
        QCOMPARE(ERR_peek_error(), 0UL);
    }
};

QTEST_GUILESS_MAIN(EcdsaSignatureTest)
#include "tst_EcdsaSignature.moc"
