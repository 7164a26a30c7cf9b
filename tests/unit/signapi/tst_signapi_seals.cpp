#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>
#include <QTimer>

#include "ClientFixture.h"
#include "unit/crypto/TestCertificates.h"

using namespace signet;
using namespace signet::test;
using base::ErrorCode;
using base::SessionId;
using signapi::Delivery;
using Result = signapi::ChangeOutcome::Result;
using Outcomes = signapi::Answer<QList<signapi::ChangeOutcome>>;

namespace {

constexpr const char* Done = R"({"data":{"results":[{"sessionId":"a1"}]}})";

QStringList logged;

void keepLine(QtMsgType, const QMessageLogContext&, const QString& line) {
    logged.append(line);
}

signapi::ESealRequest sealRequest(const QList<SessionId>& sessions) {
    return {sessions, false, true, "the key file", "the wrapped password", someCertificate(), false};
}

/** Both calls have the same rules: what is tested for one is tested for the other. */
enum class Call { Seal, Archive };

QCoro::Task<Outcomes> start(const std::shared_ptr<signapi::SignApiClient>& client, Call call,
                            const QList<SessionId>& sessions, std::stop_token stop = std::stop_token(),
                            std::stop_token abandon = std::stop_token()) {
    if (call == Call::Seal)
        return client->createESeal(sealRequest(sessions), stop, abandon);
    return client->addArchive({sessions, someCertificate(), false}, stop, abandon);
}

QString text(const signapi::ChangeOutcome& outcome) {
    switch (outcome.result) {
        case Result::Finalized:
            return QStringLiteral("done");
        case Result::Accepted:
            return QStringLiteral("accepted");
        case Result::Failed:
            return outcome.error->publicCode();
        case Result::Missing:
            return QStringLiteral("missing");
        case Result::Contradictory:
            return QStringLiteral("contradictory");
    }
    return {};
}

using KeyAnswer = signapi::Answer<crypto::RsaPublicKey>;

/** Waiting needs a value that can be empty at first. */
QCoro::Task<std::shared_ptr<KeyAnswer>> keyFrom(std::shared_ptr<signapi::SignApiClient> client) {
    const std::stop_token never;
    KeyAnswer answer = co_await client->centralKey(never);
    co_return std::make_shared<KeyAnswer>(std::move(answer));
}

/** A JSON text literal. */
QByteArray quoted(const QByteArray& text) {
    const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

}  // namespace

/** eSealCreate, addArchive, and the key for an e-seal's password. */
class TestSeals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sealSends();
    void sealSendsPem();
    void archiveSends_data();
    void archiveSends();
    void answers_data();
    void answers();
    void archiveRefusedWithoutAName();
    void refusalsThatNameSessions();
    void leavesOnce_data();
    void leavesOnce();
    void stopBefore_data();
    void stopBefore();
    void abandonUnderWay_data();
    void abandonUnderWay();
    void nothingIsLogged();
    void centralKey_data();
    void centralKey();
    void centralKeyIsAskedForAgain();

private:
    static void bothCalls() {
        QTest::addColumn<int>("call");
        QTest::newRow("seal") << static_cast<int>(Call::Seal);
        QTest::newRow("archive") << static_cast<int>(Call::Archive);
    }
};

void TestSeals::sealSends() {
    RawServer server;
    server.then(RawServer::json(200, Done));
    auto request = sealRequest({session("a1"), session("b2")});
    QVERIFY(QCoro::waitFor(clientOf(server)->createESeal(request)));
    const RawRequest sent = server.requests().first();
    QCOMPARE(sent.line(), QByteArray("POST /api-sign/v1.0/eSealCreate HTTP/1.1"));
    QCOMPARE(sent.header("Authorization"), QByteArray("Bearer token-4711"));
    QCOMPARE(sent.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(sent.body, "{\"authCertificate\":\"" + someCertificate().toBase64() +
                            "\",\"createNewEdoc\":true,\"sessions\":[{\"sessionId\":\"a1\"},"
                            "{\"sessionId\":\"b2\"}],\"signAsPdf\":false,\"signKey\":\"" +
                            QByteArray("the key file").toBase64() + "\",\"signKeyPassword\":\"" +
                            QByteArray("the wrapped password").toBase64() + "\"}");
}

void TestSeals::sealSendsPem() {
    RawServer server;
    server.then(RawServer::json(200, Done));
    auto request = sealRequest({session("a1")});
    request.authCertificateAsPem = true;
    request.signAsPdf = true;
    request.createNewEdoc = false;
    QVERIFY(QCoro::waitFor(clientOf(server)->createESeal(request)));
    const QJsonObject sent = QJsonDocument::fromJson(server.requests().first().body).object();
    QCOMPARE(sent.value(u"signAsPdf"), QJsonValue(true));
    QCOMPARE(sent.value(u"createNewEdoc"), QJsonValue(false));
    QCOMPARE(sent.value(u"authCertificate").toString().toLatin1(), toPem(someCertificate().der()));
}

void TestSeals::archiveSends_data() {
    QTest::addColumn<bool>("asPem");
    QTest::newRow("base64 DER") << false;
    QTest::newRow("PEM text") << true;
}

void TestSeals::archiveSends() {
    QFETCH(bool, asPem);
    RawServer server;
    server.then(RawServer::json(200, Done));
    QVERIFY(QCoro::waitFor(
        clientOf(server)->addArchive({{session("a1"), session("b2")}, someCertificate(), asPem})));
    const RawRequest sent = server.requests().first();
    QCOMPARE(sent.line(), QByteArray("POST /api-sign/v1.0/addArchive HTTP/1.1"));
    const QByteArray certificate =
        asPem ? quoted(toPem(someCertificate().der())) : quoted(someCertificate().toBase64());
    QCOMPARE(sent.body, "{\"authCertificate\":" + certificate +
                            ",\"sessions\":[{\"sessionId\":\"a1\"},{\"sessionId\":\"b2\"}]}");
}

void TestSeals::answers_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const QByteArray& body, const char* a1, const char* b2) {
        QTest::newRow(name) << body << QStringList{QLatin1String(a1), QLatin1String(b2)};
    };
    row("inside data", R"({"data":{"results":[{"sessionId":"a1"},{"sessionId":"b2"}]}})", "done", "done");
    row("at the top", R"({"results":[{"sessionId":"b2"},{"sessionId":"a1"}]})", "done", "done");
    row("error null", R"({"results":[{"sessionId":"a1","error":null},{"sessionId":"b2","error":null}]})",
        "done", "done");
    row("one failed",
        R"({"data":{"results":[{"sessionId":"a1"},{"sessionId":"b2","error":{"code":"signing:eSealCreate",)"
        R"("message":"Document is already closed for changes"}}]}})",
        "done", "signing:eSealCreate");
    row("one failed, at the top",
        R"({"results":[{"sessionId":"a1","error":{"code":"x:y"}},{"sessionId":"b2"}]})", "x:y", "done");
    row("error beside null at the top", R"({"error":null,"results":[{"sessionId":"a1"},{"sessionId":"b2"}]})",
        "done", "done");
    row("left out", R"({"data":{"results":[{"sessionId":"a1"}]}})", "done", "missing");
    row("repeated", R"({"results":[{"sessionId":"a1"},{"sessionId":"b2"},{"sessionId":"a1"}]})",
        "contradictory", "done");
    row("a stranger", R"({"results":[{"sessionId":"c3"},{"sessionId":"b2"}]})", "missing", "done");
    row("error without words", R"({"results":[{"sessionId":"a1","error":{}},{"sessionId":"b2"}]})",
        "contradictory", "done");
    row("error without a name", R"({"results":[{"error":{"code":"signing:addArchive"}}]})", "missing",
        "missing");
    row("names as texts", R"({"results":["a1","b2"]})", "missing", "missing");
    row("OK", "OK", "accepted", "accepted");
    row("nothing", "", "accepted", "accepted");
    row("null", R"({"data":{"results":null}})", "missing", "missing");
}

void TestSeals::answers() {
    QFETCH(QByteArray, body);
    QFETCH(QStringList, expected);
    const QList<SessionId> asked{session("a1"), session("b2")};
    for (const Call call : {Call::Seal, Call::Archive}) {
        RawServer server;
        server.then(RawServer::json(200, body));
        const auto answer = QCoro::waitFor(start(clientOf(server), call, asked));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().error.detail()));
        QCOMPARE(answer->size(), 2);
        QCOMPARE(answer->at(0).session, asked.at(0));
        QCOMPARE(answer->at(1).session, asked.at(1));
        QCOMPARE((QStringList{text(answer->at(0)), text(answer->at(1))}), expected);
    }
}

void TestSeals::archiveRefusedWithoutAName() {
    RawServer server;
    server.then(RawServer::json(400, R"({"data":{"results":[{"error":{"code":"signing:addArchive"}}]}})"));
    const auto answer = QCoro::waitFor(start(clientOf(server), Call::Archive, {session("a1")}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().error.publicCode(), QStringLiteral("signing:addArchive"));
    QVERIFY(answer.error().bySession.isEmpty());
    QVERIFY(answer.error().isRefusal());
    QVERIFY(!answer.error().leavesDoubt());
    QVERIFY(!answer.error().certainlyNotCarriedOut());
    QCOMPARE(server.requests().size(), 1);
}

void TestSeals::refusalsThatNameSessions() {
    RawServer server;
    server.then(RawServer::json(
        422,
        R"({"results":[{"sessionId":"b2","error":{"code":"x:y","message":"No."}},{"sessionId":"a1"}]})"));
    const auto answer = QCoro::waitFor(start(clientOf(server), Call::Seal, {session("a1"), session("b2")}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().bySession.keys(), QList{session("b2")});
}

void TestSeals::leavesOnce_data() {
    QTest::addColumn<int>("call");
    QTest::addColumn<QString>("end");
    QTest::addColumn<bool>("doubt");
    for (const auto& [name, call] : {std::pair{"seal", Call::Seal}, std::pair{"archive", Call::Archive}}) {
        const auto row = [name = QByteArray(name), call = static_cast<int>(call)](const char* end,
                                                                                  bool doubt) {
            QTest::newRow(QByteArray(name + ' ' + end).constData())
                << call << QString::fromLatin1(end) << doubt;
        };
        row("hang up", true);
        row("silence", true);
        row("500", true);
        row("503", true);
        row("307", true);
        row("400", false);
        row("401", false);
        row("413", false);
    }
}

void TestSeals::leavesOnce() {
    QFETCH(int, call);
    QFETCH(QString, end);
    QFETCH(bool, doubt);
    RawServer server;
    if (end == u"hang up")
        server.then(RawServer::hangUp());
    else if (end == u"silence")
        server.then(RawServer::silence());
    else
        server.then(RawServer::json(end.toInt(), "{}", "Retry-After: 0\r\nLocation: /elsewhere\r\n"));
    const auto answer = QCoro::waitFor(start(clientOf(server), static_cast<Call>(call), {session("a1")}));
    QTest::qWait(200);
    QVERIFY(!answer);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.begun(), 1);
    QCOMPARE(answer.error().leavesDoubt(), doubt);
}

void TestSeals::stopBefore_data() {
    bothCalls();
}

void TestSeals::stopBefore() {
    QFETCH(int, call);
    RawServer server;
    std::stop_source stop;
    stop.request_stop();
    const auto answer =
        QCoro::waitFor(start(clientOf(server), static_cast<Call>(call), {session("a1")}, stop.get_token()));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::Cancelled));
    QCOMPARE(answer.error().delivery, Delivery::NotSent);
    QCOMPARE(server.connections(), 0);
}

void TestSeals::abandonUnderWay_data() {
    bothCalls();
}

void TestSeals::abandonUnderWay() {
    QFETCH(int, call);
    RawServer server;
    std::stop_source stop;
    std::stop_source abandon;
    server.then([&](QTcpSocket& socket, const RawRequest&) {
        stop.request_stop();  // too late: the request has left
        QTimer::singleShot(100, &socket, [&abandon] { abandon.request_stop(); });
    });
    const auto answer = QCoro::waitFor(start(clientOf(server), static_cast<Call>(call), {session("a1")},
                                             stop.get_token(), abandon.get_token()));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::OutcomeUnknown));
    QCOMPARE(answer.error().delivery, Delivery::Unclear);
}

void TestSeals::nothingIsLogged() {
    RawServer server;
    server.then(RawServer::json(200, R"({"results":[{"sessionId":"stranger"},7]})"));
    server.then(RawServer::json(400, R"({"error":{"code":"x:y","message":"No."}})"));
    server.then(RawServer::json(500, "{"));
    logged.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=true"));
    const auto before = qInstallMessageHandler(keepLine);
    QString details;
    for (int i = 0; i < 3; ++i) {
        const auto answer = QCoro::waitFor(start(clientOf(server), Call::Seal, {session("a1")}));
        details += answer ? answer->first().error->detail() : answer.error().error.detail();
    }
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    const QString all = logged.join(u'\n') + details;
    QVERIFY(!logged.isEmpty());
    for (const QByteArray& secret : {QByteArray("the key file"), QByteArray("the wrapped password")}) {
        QVERIFY(!all.contains(QString::fromLatin1(secret)));
        QVERIFY(!all.contains(QString::fromLatin1(secret.toBase64())));
        QVERIFY(!all.contains(QString::fromLatin1(secret.toHex())));
    }
}

void TestSeals::centralKey_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");  // empty: the key
    const auto row = [](const char* name, const QByteArray& body, const char* code = "", int status = 200,
                        const char* type = "application/json") {
        QTest::newRow(name) << status << QByteArray(type) << body << QString::fromLatin1(code);
    };
    const QByteArray made = makeCertificate({}, newRsaKey());
    const QByteArray certificatePem = toPem(made);
    const QByteArray der = QSslCertificate(certificatePem).publicKey().toDer();
    const QByteArray pem = toPem(der, "PUBLIC KEY");
    row("as a client expects it", "{\"publicKey\":" + quoted(pem) + "}");
    row("in data", "{\"data\":{\"publicKey\":" + quoted(pem) + "}}");
    row("public_key", "{\"public_key\":" + quoted(pem) + "}");
    row("key in data", "{\"data\":{\"key\":" + quoted(der.toBase64()) + "}}");
    row("certificate", "{\"data\":{\"certificate\":" + quoted(certificatePem) + "}}");
    row("certificate, base64 DER", "{\"certificate\":" + quoted(made.toBase64()) + "}");
    row("data is the text", "{\"data\":" + quoted(pem) + "}");
    row("data is base64 DER in lines", "{\"data\":\"" + der.toBase64().insert(70, "\\r\\n") + "\"}");
    row("an unusable one first", "{\"key\":\"7\",\"certificate\":" + quoted(certificatePem) + "}");
    row("PEM text", pem, "", 200, "text/plain");
    row("PEM text that says JSON", pem);
    row("PEM text without its lines", der.toBase64() + "\n", "", 200, "text/plain");
    row("a JSON text", quoted(pem));
    row("unknown members", "{\"data\":{\"alg\":\"RSA\",\"publicKey\":" + quoted(pem) + "},\"error\":null}");
    row("nothing", "", "central-key-invalid");
    row("OK", "OK", "central-key-invalid");
    row("empty object", "{}", "central-key-invalid");
    row("null", R"({"data":{"publicKey":null}})", "central-key-invalid");
    row("no key", R"({"publicKey":"none"})", "central-key-invalid");
    row("text", "ask somebody else", "central-key-invalid", 200, "text/plain");
    row("a list", R"({"data":["x"]})", "central-key-invalid");
    row("web page", "<html>login</html>", "proxy-answer", 200, "text/html");
    row("another kind of key", toPem(someCertificate().der()), "central-key-invalid");
    row("too short a key", toPem(makeCertificate({}, newRsaKey(1024))), "central-key-invalid");
    row("an error in a 200", R"({"error":{"code":"config:x"}})", "service-error");
    row("403", "{}", "forbidden", 403);
    row("404 text", "no such call", "session-not-found", 404, "text/plain");
    row("deep", QByteArray(100'000, '['), "central-key-invalid");
    row("long", QByteArray(1'000'000, 'M'), "central-key-invalid");
}

void TestSeals::centralKey() {
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    RawServer server;
    server.then(RawServer::say(RawServer::http(status, type, body)));
    const KeyAnswer answer = *QCoro::waitFor(keyFrom(clientOf(server)));
    QCOMPARE(server.requests().first().line(), QByteArray("GET /api-config/v1.0/public/key HTTP/1.1"));
    QCOMPARE(answer ? QString() : nameOf(answer.error().error), code);
    if (answer)
        QCOMPARE(answer->bits(), 2048);
}

void TestSeals::centralKeyIsAskedForAgain() {
    RawServer server;
    server.then(RawServer::hangUp());
    server.then(RawServer::json(200, toPem(makeCertificate({}, newRsaKey()))));
    QVERIFY(*QCoro::waitFor(keyFrom(clientOf(server))));
    QCOMPARE(server.requests().size(), 2);
}

QTEST_GUILESS_MAIN(TestSeals)
#include "tst_signapi_seals.moc"
