#include <QTest>

#include "LatvianCards.h"
#include "card/Pkcs15.h"
#include "card/Tlv.h"

using namespace signet;
using namespace signet::card;
using test::hex;
using test::LatvianCard;
using test::Personalisation;
using test::tlv;

namespace {

/** Everything that is read of a directory, so that nothing is left out by a compiler. */
qsizetype readAll(const QByteArray& file) {
    const auto directory = pkcs15::readObjectDirectory(file);
    return directory.privateKeys.size() + directory.certificates.size() +
           directory.authenticationObjects.size() + pkcs15::readPrivateKeys(file).size() +
           pkcs15::readCertificates(file).size() + pkcs15::readPins(file).size();
}

}  // namespace

/** The directories of a card, as they are recorded, and as no card should have them. */
class TestPkcs15 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void directories_data();
    void directories();
    void entries();
    void cutOff_data() { directories_data(); }
    void cutOff();
    void anyByteWrong_data() { directories_data(); }
    void anyByteWrong();
    void boundedNumber();
    void strangeNumbers();

private:
    const LatvianCard m_card = LatvianCard::make(Personalisation::CosmoXEc);
};

void TestPkcs15::directories_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("EF.OD") << m_card.signingDirectory().chopped(8);  // the last entry is of no interest
    QTest::newRow("PrKDF") << m_card.privateKeys();
    QTest::newRow("CDF") << m_card.certificates(0x341F, "9F");
    QTest::newRow("AODF") << m_card.pins();
}

void TestPkcs15::directories() {
    QFETCH(const QByteArray, file);
    QVERIFY(readAll(file) > 0);
    QCOMPARE(readAll(file + QByteArray(40, '\0')), readAll(file));
}

void TestPkcs15::entries() {
    const auto directory = pkcs15::readObjectDirectory(m_card.signingDirectory());
    QCOMPARE(directory.privateKeys, QList<quint16>{0x7012});
    QCOMPARE(directory.certificates, QList<quint16>{0x7015});
    QCOMPARE(directory.authenticationObjects, QList<quint16>{0x7011});
    const auto keys = pkcs15::readPrivateKeys(m_card.privateKeys());
    QCOMPARE(keys.size(), 1);
    QCOMPARE(keys[0].reference, quint8{0x9E});
    QVERIFY(keys[0].type == crypto::KeyType::Ec && keys[0].nonRepudiation && keys[0].userConsent);
    const auto certificates = pkcs15::readCertificates(m_card.certificates(0x341F, "9F"));
    QCOMPARE(certificates.size(), 1);
    QCOMPARE(certificates[0].path.file, quint16{0x341F});
    const auto pins = pkcs15::readPins(m_card.pins());
    QCOMPARE(pins.size(), 1);
    QCOMPARE(pins[0].reference, quint8{0x85});
    QCOMPARE(pins[0].minimumLength, 6);
    QCOMPARE(pins[0].maximumLength, 12);
}

/** The length of an object that is cut off lies: nothing of it is believed. */
void TestPkcs15::cutOff() {
    QFETCH(const QByteArray, file);
    for (qsizetype size = 0; size < file.size(); ++size)
        QVERIFY2(readAll(file.first(size)) < readAll(file), qPrintable(QString::number(size)));
}

/** Under the sanitizers: nothing is read that is not there. */
void TestPkcs15::anyByteWrong() {
    QFETCH(const QByteArray, file);
    for (qsizetype at = 0; at < file.size(); ++at) {
        for (const int value : {0x00, 0x01, 0x7F, 0x80, 0x81, 0x82, 0x83, 0x84, 0xFF}) {
            QByteArray spoilt = file;
            spoilt[at] = static_cast<char>(value);
            QVERIFY(readAll(spoilt) <= MaxTlvObjects);
        }
    }
}

void TestPkcs15::boundedNumber() {
    const QByteArray entry = tlv(0xA4, tlv(0x30, hex("04027015")));
    QCOMPARE(pkcs15::readObjectDirectory(entry.repeated(10'000)).certificates.size(), MaxTlvObjects);
    QCOMPARE(pkcs15::readPrivateKeys(m_card.privateKeys().repeated(1000)).size(), MaxTlvObjects);
}

/** Offsets and lengths of paths are numbers of four bytes at most; what is longer is none. */
void TestPkcs15::strangeNumbers() {
    const auto pathOf = [](const char* numbers) {
        const QByteArray path = tlv(0x30, hex("0402341F") + hex(numbers));
        const QByteArray entry =
            tlv(0x30, tlv(0x30, {}) + tlv(0x30, hex("04019F")) + tlv(0xA1, tlv(0x30, path)));
        return pkcs15::readCertificates(entry).value(0).path;
    };
    QCOMPARE(pathOf("020400FFFFFF").offset, qsizetype{0xFFFFFF});
    QCOMPARE(pathOf("0204FFFFFFFF 8004FFFFFFFF").offset, qsizetype{0xFFFFFFFF});
    QCOMPARE(pathOf("020100 8004FFFFFFFF").length.value_or(0), qsizetype{0xFFFFFFFF});
    QCOMPARE(pathOf("0209010000000000000000 80050100000000").offset, qsizetype{0});
    QVERIFY(!pathOf("0209010000000000000000 80050100000000").length);
    QCOMPARE(pathOf("0200").offset, qsizetype{0});
}

QTEST_GUILESS_MAIN(TestPkcs15)
#include "tst_Pkcs15.moc"
