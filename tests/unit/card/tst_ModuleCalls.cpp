#include <QCborArray>
#include <QCborValue>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "card/HostMessage.h"
#include "card/ModuleCalls.h"
#include "unit/crypto/TestCertificates.h"

using namespace signet;
using namespace signet::card;
using namespace signet::test;
using namespace std::chrono_literals;
using base::ErrorCode;
namespace word = card::host::word;

Q_DECLARE_METATYPE(signet::base::ErrorCode)

/** The calls of a module, with a program in its host's place that answers whatever a test wants. */
class TestModuleCalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goodAnswers();
    void hostileSlots_data();
    void hostileSlots();
    void hostileObjects();
    void refusals_data();
    void refusals();
    void unusable();
    void endsByItself();
    void doesNotAnswer();
    void anotherProcess();
    void stopped();
    void noProgram();

private:
    static QByteArray framed(const QByteArray& body) {
        return host::encodeHead({static_cast<quint32>(body.size()), 0}) + body;
    }
    static QByteArray framed(const QCborMap& map) { return framed(map.toCborValue().toCbor()); }
    static QByteArray ok(const QCborValue& value) { return framed(QCborMap{{word::Ok, value}}); }
    static QCborMap slot(const QCborValue& id, const QCborValue& description) {
        return {{word::Slot, id}, {word::Description, description}};
    }
    /** What every request is answered with from now on. */
    void answer(const QByteArray& bytes) {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    std::shared_ptr<CardHost> makeHost() const {
        return std::make_shared<CardHost>(m_file, QStringLiteral(SIGNET_FAKE_HOST));
    }

    QTemporaryDir m_folder;
    const QString m_file = m_folder.filePath(QStringLiteral("odd-module.so"));
};

void TestModuleCalls::goodAnswers() {
    ModuleCalls calls(makeHost());
    answer(ok(QCborArray{slot(3, QStringLiteral("  Reader\u202E 1\n")), slot(4, QString())}));
    const auto seen = calls.slotsWithTokens();
    QVERIFY(seen);
    QCOMPARE(seen->size(), 2);
    QCOMPARE(seen->first().id, quint64{3});
    QCOMPARE(seen->first().description, QStringLiteral("Reader\uFFFD 1\uFFFD"));

    answer(ok(QCborMap{{word::Label, QStringLiteral("ANNA")},
                       {word::Flags, 0x400 | 0x100 | 0x20000},
                       {word::ShortestPin, 4},
                       {word::LongestPin, qint64{1'000'000'000'000}}}));
    const auto token = calls.token(3);
    QVERIFY(token);
    QVERIFY(token->initialised && token->pinPad);
    QCOMPARE(token->pin, ModuleToken::Pin::LastTry);
    QCOMPARE(token->shortestPin, 4);
    QCOMPARE(token->longestPin, 64);
    answer(ok(QCborMap{{word::Flags, 0x400 | 0x40000}, {word::ShortestPin, -5}}));
    const auto blocked = calls.token(3);
    QVERIFY(blocked);
    QCOMPARE(blocked->pin, ModuleToken::Pin::Blocked);
    QCOMPARE(blocked->shortestPin, 1);

    answer(ok(QByteArray(96, 's')));
    QCOMPARE(calls.sign(3, QByteArray(32, 'd')).value_or(QByteArray()), QByteArray(96, 's'));
    answer(ok(QCborMap{{word::AlwaysAuthenticate, true}}));
    QVERIFY(calls.takeKey(3, "id").value_or(false));
    answer(ok(QCborValue(nullptr)));
    QVERIFY(calls.takeKey(3, "id").error().code() == ErrorCode::CardNoSigningKey);
}

void TestModuleCalls::hostileSlots_data() {
    QTest::addColumn<QByteArray>("bytes");
    QCborArray many;
    for (int i = 0; i < 65; ++i)
        many.append(slot(i, QStringLiteral("r")));
    QTest::newRow("not an array") << ok(QStringLiteral("Reader"));
    QTest::newRow("too many") << ok(many);
    QTest::newRow("no identifier") << ok(QCborArray{slot(QStringLiteral("1"), QStringLiteral("r"))});
    QTest::newRow("no description") << ok(QCborArray{slot(1, 2)});
    QTest::newRow("numbers only") << ok(QCborArray{1, 2, 3});
    QTest::newRow("neither value nor refusal") << framed(QCborMap{{QStringLiteral("hello"), 1}});
    QTest::newRow("refusal without a number") << framed(QCborMap{{word::Refused, QStringLiteral("CKR_OK")}});
    QTest::newRow("no map") << framed(QCborArray{1}.toCborValue().toCbor());
    QTest::newRow("no CBOR") << framed(QByteArrayLiteral("\xff\xff\xff\xff"));
    QTest::newRow("nothing in it") << framed(QByteArray());
    QTest::newRow("too long") << QByteArray::fromHex("7fffffff00000000");
    QTest::newRow("a secret in an answer") << QByteArray::fromHex("0000000100000001a000");
    QTest::newRow("text") << QByteArrayLiteral("the module says: hello\n");
}

void TestModuleCalls::hostileSlots() {
    QFETCH(const QByteArray, bytes);
    ModuleCalls calls(makeHost());
    answer(bytes);
    const auto seen = calls.slotsWithTokens();
    QVERIFY(!seen);
    QVERIFY(seen.error().code() == ErrorCode::CardDataInvalid);
    // it is asked anew as if nothing had been
    answer(ok(QCborArray{slot(1, QStringLiteral("r"))}));
    QVERIFY(calls.slotsWithTokens());
}

void TestModuleCalls::hostileObjects() {
    ModuleCalls calls(makeHost());
    CertificateSpec spec;
    spec.keyUsage = "nonRepudiation";
    const QByteArray good = makeCertificate(spec, newEcKey());
    const auto held = [](const QCborValue& id, const QCborValue& value) {
        return QCborMap{{word::Id, id}, {word::Value, value}};
    };
    answer(ok(QCborMap{
        {word::Certificates, QCborArray{held(QByteArray("1"), QByteArray("no certificate")), 7,
                                        held(QByteArray(300, 'i'), good), held(QByteArray("2"), good)}},
        {word::Keys, QCborArray{QByteArray("2"), QStringLiteral("3"), 4}}}));
    const auto objects = calls.objects(1);
    QVERIFY(objects);
    QCOMPARE(objects->certificates.size(), 1);
    QCOMPARE(objects->certificates.first().id, QByteArray("2"));
    QVERIFY(objects->certificates.first().certificate.isForSigning());
    QVERIFY(objects->signingKeys.contains("2"));

    answer(ok(QStringLiteral("nothing of the kind")));
    QVERIFY(calls.objects(1));
    QVERIFY(calls.objects(1)->certificates.isEmpty());
    QCborArray many;
    for (int i = 0; i < 65; ++i)
        many.append(i);
    answer(ok(QCborMap{{word::Keys, many}}));
    QVERIFY(calls.objects(1).error().code() == ErrorCode::CardDataInvalid);
    answer(ok(QByteArray(3000, 's')));
    QVERIFY(calls.sign(1, "d").error().code() == ErrorCode::CardDataInvalid);
    answer(ok(7));
    QVERIFY(calls.sign(1, "d").error().code() == ErrorCode::CardDataInvalid);
    QVERIFY(calls.takeKey(1, "d").error().code() == ErrorCode::CardDataInvalid);
    QVERIFY(calls.token(1).error().code() == ErrorCode::CardDataInvalid);
}

void TestModuleCalls::refusals_data() {
    QTest::addColumn<qint64>("rv");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* name, qint64 rv, ErrorCode code) {
        QTest::newRow(name) << rv << code << QString::fromLatin1(name);
    };
    row("CKR_PIN_INCORRECT", 0xA0, ErrorCode::PinWrong);
    row("CKR_PIN_INVALID", 0xA1, ErrorCode::PinFormat);
    row("CKR_PIN_LEN_RANGE", 0xA2, ErrorCode::PinFormat);
    row("CKR_PIN_LOCKED", 0xA4, ErrorCode::PinBlocked);
    row("CKR_USER_NOT_LOGGED_IN", 0x101, ErrorCode::PinNotVerified);
    row("CKR_DEVICE_REMOVED", 0x32, ErrorCode::CardRemoved);
    row("CKR_TOKEN_NOT_PRESENT", 0xE0, ErrorCode::CardRemoved);
    row("CKR_SESSION_HANDLE_INVALID", 0xB3, ErrorCode::CardRemoved);
    row("CKR_FUNCTION_CANCELED", 0x50, ErrorCode::PinPadCancelled);
    row("CKR_DEVICE_ERROR", 0x30, ErrorCode::CardFailed);
    row("CKR 0x80000042", 0x80000042, ErrorCode::CardFailed);
    row("CKR 0xffffffffffffffff", -1, ErrorCode::CardFailed);
}

void TestModuleCalls::refusals() {
    QFETCH(const qint64, rv);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, name);
    ModuleCalls calls(makeHost());
    answer(framed(QCborMap{{word::Refused, rv}, {word::Call, QStringLiteral("C_Login")}}));
    const base::SecretBytes pin(QByteArrayView("123456"));
    const auto refused = calls.login(1, &pin, ModuleCalls::For::Token, 10s);
    QVERIFY(!refused);
    QVERIFY(refused.error().code() == code);
    QVERIFY2(refused.error().detail().contains(name), qPrintable(refused.error().detail()));
    QVERIFY(code != ErrorCode::CardFailed || refused.error().message().contains(name));
}

void TestModuleCalls::unusable() {
    ModuleCalls calls(makeHost());
    answer(framed(QCborMap{{word::Unusable, word::NotAModule}, {word::Detail, QStringLiteral("why")}}));
    const auto seen = calls.slotsWithTokens();
    QVERIFY(!seen);
    QVERIFY(seen.error().code() == ErrorCode::ModuleUnusable);
    QCOMPARE(seen.error().message(),
             QStringLiteral("The PKCS#11 module odd-module cannot be used: it is not a PKCS#11 module."));
    QCOMPARE(seen.error().detail(), QStringLiteral("why"));
}

void TestModuleCalls::endsByItself() {
    ModuleCalls calls(makeHost());
    answer(QByteArray());
    const auto seen = calls.slotsWithTokens();
    QVERIFY(!seen);
    QVERIFY(seen.error().code() == ErrorCode::ModuleCrashed);
    QCOMPARE(seen.error().message(), QStringLiteral("The PKCS#11 module odd-module has crashed."));
    answer(ok(QCborArray()));
    QVERIFY(calls.slotsWithTokens());
}

void TestModuleCalls::doesNotAnswer() {
    CardHost host(m_file, QStringLiteral(SIGNET_FAKE_HOST));
    answer("hang");
    const QCborMap words{{word::Do, word::Slots}};
    const auto silent = host.ask({.words = words, .limit = 200ms});
    QVERIFY(!silent);
    QVERIFY(silent.error().code() == ErrorCode::CardSilent);
    answer(host::encodeHead({100, 0}) + "not all of it");
    const auto half = host.ask({.words = words, .limit = 200ms});
    QVERIFY(!half);
    QVERIFY(half.error().code() == ErrorCode::CardSilent);
    answer(ok(1));
    const auto well = host.ask({.words = words});
    QVERIFY(well);
    QCOMPARE(well->process, quint64{3});
}

/** Who has logged in there must not go on in another process. */
void TestModuleCalls::anotherProcess() {
    const auto host = makeHost();
    ModuleCalls calls(host);
    ModuleCalls other(host);
    answer(ok(QCborArray()));
    QVERIFY(calls.slotsWithTokens());
    calls.stay();
    QVERIFY(calls.slotsWithTokens());
    answer(QByteArray());
    QVERIFY(!other.slotsWithTokens());
    answer(ok(QCborArray()));
    QVERIFY(other.slotsWithTokens());
    const auto late = calls.slotsWithTokens();
    QVERIFY(!late);
    QVERIFY(late.error().code() == ErrorCode::ModuleCrashed);
}

void TestModuleCalls::stopped() {
    const auto host = makeHost();
    ModuleCalls calls(host);
    answer("hang");
    std::stop_source stop;
    calls.setStop(stop.get_token());
    std::thread stopper([&stop] { stop.request_stop(); });
    const auto seen = calls.slotsWithTokens();
    stopper.join();
    QVERIFY(!seen);
    QVERIFY(seen.error().code() == ErrorCode::Cancelled);
    // and the host ends although its process hangs: the test would not
}

void TestModuleCalls::noProgram() {
    ModuleCalls calls(std::make_shared<CardHost>(m_file, m_folder.filePath(QStringLiteral("nowhere"))));
    const auto seen = calls.slotsWithTokens();
    QVERIFY(!seen);
    QVERIFY(seen.error().code() == ErrorCode::ModuleUnusable);
    QVERIFY(seen.error().message().contains(QStringLiteral("cannot be started")));
}

QTEST_GUILESS_MAIN(TestModuleCalls)
#include "tst_ModuleCalls.moc"
