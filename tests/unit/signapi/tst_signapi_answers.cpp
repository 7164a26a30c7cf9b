#include <QTest>

#include "ClientFixture.h"

using namespace signet;
using namespace signet::test;
using base::ErrorCode;
using base::SessionId;
using signapi::Delivery;
using Result = signapi::ChangeOutcome::Result;

namespace {

const QByteArray Sha256 = "6wV77tiJJJefMWnG9Q78CjnhkLOzhZ+Y35DldsAIlPI=";

QString text(Result result) {
    switch (result) {
        case Result::Finalized:
            return QStringLiteral("finalized");
        case Result::Accepted:
            return QStringLiteral("accepted");
        case Result::Failed:
            return QStringLiteral("failed");
        case Result::Missing:
            return QStringLiteral("missing");
        case Result::Contradictory:
            return QStringLiteral("contradictory");
    }
    return {};
}

/** `{"sessionId":"a1","digest":D}` with D as JSON. */
QByteArray entry(const QByteArray& id, const QByteArray& digest) {
    return "{\"sessionId\":\"" + id + "\",\"digest\":" + digest + "}";
}

QByteArray digests(const QByteArray& entries) {
    return "{\"data\":{\"sessionDigests\":[" + entries + "],\"algorithm\":\"SHA256\"}}";
}

QString shown(const base::Expected<crypto::Digest>& digest) {
    return digest ? QStringLiteral("%1 bytes").arg(digest->bytes().size()) : digest.error().publicCode();
}

}  // namespace

/** Every shape of answer that any source has shown, and many that none has. */
class TestAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void calculate_data();
    void calculate();
    void calculateKeepsOrderAndWords();
    void calculateSends();
    void finalize_data();
    void finalize();
    void finalizeSends();
    void refusals_data();
    void refusals();
    void sessionsInRefusals_data();
    void sessionsInRefusals();
    void unreadable_data();
    void unreadable();
    void start_data();
    void start();
    void close_data();
    void close();
    void list_data();
    void list();
    void configuration();
};

void TestAnswers::calculate_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");  // of a1 and b2
    const QByteArray good = "\"" + Sha256 + "\"";
    const QByteArray b = "," + entry("b2", good);
    const auto row = [](const char* name, const QByteArray& body, const QString& a1,
                        const QString& b2 = QStringLiteral("32 bytes")) {
        QTest::newRow(name) << body << QStringList{a1, b2};
    };
    const QString ok = QStringLiteral("32 bytes");
    const QString missing = QStringLiteral("answer-incomplete");
    row("as documented", digests(entry("a1", good) + b), ok);
    row("other order", digests(entry("b2", good) + "," + entry("a1", good)), ok);
    row("without data", "{\"sessionDigests\":[" + entry("a1", good) + b + "]}", ok);
    row("single object", "{\"data\":{\"sessionDigests\":" + entry("a1", good) + "}}", ok, missing);
    row("data is the list", "{\"data\":[" + entry("a1", good) + b + "]}", ok);
    row("data is the entry", "{\"data\":" + entry("a1", good) + "}", ok, missing);
    row("spelling of the table",
        "{\"data\":{\"sessionDigest\":[{\"sessionId\":\"a1\",\"diggest\":" + good + "}" + b + "]}}", ok);
    row("unknown members",
        digests("{\"x\":[1,{}],\"sessionId\":\"a1\",\"digest\":" + good + ",\"error\":null}" + b), ok);
    row("left out", digests(entry("b2", good)), missing);
    row("null list", "{\"data\":{\"sessionDigests\":null}}", missing, missing);
    row("no list", "{\"data\":{}}", missing, missing);
    row("data null", "{\"data\":null,\"x\":1}", QStringLiteral("!answer-unreadable"));
    row("repeated", digests(entry("a1", good) + "," + entry("a1", good) + b),
        QStringLiteral("answer-repeated"));
    row("repeated with error",
        digests(entry("a1", good) + ",{\"sessionId\":\"a1\",\"error\":{\"code\":\"x\"}}" + b),
        QStringLiteral("answer-repeated"));
    row("stranger", digests(entry("a1", good) + "," + entry("c3", good) + b), ok);
    row("name in capitals", digests(entry("A1", good) + b), missing);
    row("name with a blank", digests(entry(" a1", good) + b), missing);
    row("entry is no object", digests("7,null,\"a1\"," + entry("a1", good) + b), ok);
    row("error", digests("{\"sessionId\":\"a1\",\"error\":{\"code\":\"signing:x\"}}" + b),
        QStringLiteral("signing:x"));
    row("error beside digest",
        digests("{\"sessionId\":\"a1\",\"digest\":" + good + ",\"error\":{\"code\":\"signing:x\"}}" + b),
        QStringLiteral("signing:x"));
    row("error is a word", digests("{\"sessionId\":\"a1\",\"error\":\"noFiles\"}" + b),
        QStringLiteral("noFiles"));
    row("error is a sentence", digests("{\"sessionId\":\"a1\",\"error\":\"No files here\"}" + b),
        QStringLiteral("service-error"));
    row("error is a number", digests("{\"sessionId\":\"a1\",\"error\":42}" + b), QStringLiteral("42"));
    row("error is empty", digests("{\"sessionId\":\"a1\",\"digest\":" + good + ",\"error\":{}}" + b),
        QStringLiteral("service-error"));
    row("error is a list", digests("{\"sessionId\":\"a1\",\"error\":[[]]}" + b),
        QStringLiteral("service-error"));
    row("error is true", digests("{\"sessionId\":\"a1\",\"error\":true}" + b),
        QStringLiteral("service-error"));
    row("no digest", digests("{\"sessionId\":\"a1\"}" + b), QStringLiteral("digest-missing"));
    row("null digest", digests(entry("a1", "null") + b), QStringLiteral("digest-missing"));
    row("empty digest", digests(entry("a1", "\"\"") + b), QStringLiteral("digest-invalid"));
    row("number for a digest", digests(entry("a1", "17") + b), QStringLiteral("digest-invalid"));
    row("no base64", digests(entry("a1", "\"?!?!\"") + b), QStringLiteral("digest-invalid"));
    row("wrong length", digests(entry("a1", "\"AAAA\"") + b), QStringLiteral("digest-length"));
    row("line breaks", digests(entry("a1", "\"6wV77tiJJJefMWnG9Q78\\r\\n CjnhkLOzhZ+Y35DldsAIlPI=\"") + b),
        ok);
    row("no padding", digests(entry("a1", "\"6wV77tiJJJefMWnG9Q78CjnhkLOzhZ+Y35DldsAIlPI\"") + b), ok);
    row("48 bytes", digests(entry("a1", "\"" + QByteArray(48, 'd').toBase64() + "\"") + b),
        QStringLiteral("48 bytes"));
    row("huge digest", digests(entry("a1", "\"" + QByteArray(1'000'000, 'A') + "\"") + b),
        QStringLiteral("digest-invalid"));
    row("byte order mark", "\xEF\xBB\xBF" + digests(entry("a1", good) + b), ok);
    row("OK", "OK", QStringLiteral("!answer-unreadable"));
    row("error in a 200", R"({"error":{"code":"signing:all","message":"No"}})",
        QStringLiteral("!signing:all"));
    row("error inside data", R"({"data":{"error":{"code":"signing:all"}}})", QStringLiteral("!signing:all"));
    row("error null in a 200",
        "{\"error\":null,\"data\":{\"sessionDigests\":[" + entry("a1", good) + b + "]}}", ok);
}

void TestAnswers::calculate() {
    QFETCH(QByteArray, body);
    QFETCH(QStringList, expected);
    RawServer server;
    server.then(RawServer::json(200, body));
    const QList<SessionId> asked{session("a1"), session("b2")};
    const auto answer = QCoro::waitFor(clientOf(server)->calculateDigest(digestRequest(asked)));
    if (expected.first().startsWith(u'!')) {
        QVERIFY(!answer);
        QCOMPARE(answer.error().error.publicCode(), expected.first().mid(1));
        return;
    }
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().error.detail()));
    QCOMPARE(answer->size(), 2);
    QCOMPARE(answer->at(0).session, asked.at(0));
    QCOMPARE(answer->at(1).session, asked.at(1));
    QCOMPARE(shown(answer->at(0).digest), expected.at(0));
    QCOMPARE(shown(answer->at(1).digest), expected.at(1));
}

void TestAnswers::calculateKeepsOrderAndWords() {
    RawServer server;
    server.then(
        RawServer::json(200, digests(R"({"sessionId":"b2","error":{"code":"signing:calculateDigest",)"
                                     R"("message":"Sesijā nav faila  <b>","details":[{"message":"why"}]}},)" +
                                     entry("a1", "\"" + Sha256 + "\""))));
    const auto answer =
        QCoro::waitFor(clientOf(server)->calculateDigest(digestRequest({session("a1"), session("b2")})));
    QVERIFY(answer);
    QCOMPARE(answer->at(0).digest->bytes().toBase64(), Sha256);
    const base::Error& error = answer->at(1).digest.error();
    QCOMPARE(error.publicCode(), QStringLiteral("signing:calculateDigest"));
    QCOMPARE(error.message(), QStringLiteral("Sesijā nav faila  <b>"));
    QVERIFY(error.detail().contains(u"why"));
}

void TestAnswers::calculateSends() {
    RawServer server;
    server.then(RawServer::json(200, "{}"));
    auto request = digestRequest({session("a1"), session("b2")});
    request.createNewEdoc = true;
    const auto answer = QCoro::waitFor(clientOf(server)->calculateDigest(request));
    QVERIFY(answer);
    const RawRequest sent = server.requests().first();
    QCOMPARE(sent.line(), QByteArray("POST /api-sign/v1.0/CalculateDigest HTTP/1.1"));
    QCOMPARE(sent.header("Authorization"), QByteArray("Bearer token-4711"));
    QCOMPARE(sent.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(sent.header("Accept"), QByteArray("application/json"));
    QCOMPARE(sent.header("Content-Length"), QByteArray::number(sent.body.size()));
    QVERIFY(sent.header("User-Agent").startsWith("Signet/"));
    QVERIFY(!sent.header("X-Correlation-ID").isEmpty());
    QVERIFY(sent.header("Cookie").isEmpty());
    const QByteArray certificate = someCertificate().toBase64();
    QCOMPARE(sent.body, "{\"certificate\":\"" + certificate +
                            "\",\"createNewEdoc\":true,\"sessions\":[{\"sessionId\":\"a1\"},"
                            "{\"sessionId\":\"b2\"}],\"signAsPdf\":false}");
}

void TestAnswers::finalize_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const QByteArray& body, const char* a1, const char* b2,
                        int status = 200) {
        QTest::newRow(name) << status << body << QStringList{QLatin1String(a1), QLatin1String(b2)};
    };
    const QByteArray b = R"({"sessionId":"b2"})";
    const auto results = [&b](const QByteArray& a) -> QByteArray {
        return "{\"data\":{\"results\":[" + a + b + "]}}";
    };
    row("as documented", results(R"({"sessionId":"a1"},)"), "finalized", "finalized");
    row("201", results(R"({"sessionId":"a1"},)"), "finalized", "finalized", 201);
    row("without data", R"({"results":[{"sessionId":"b2"},{"sessionId":"a1"}]})", "finalized", "finalized");
    row("single object", R"({"data":{"results":{"sessionId":"a1"}}})", "finalized", "missing");
    row("data is the list", R"({"data":[{"sessionId":"a1"},{"sessionId":"b2"}]})", "finalized", "finalized");
    row("error null", results(R"({"sessionId":"a1","error":null},)"), "finalized", "finalized");
    row("error", results(R"({"sessionId":"a1","error":{"code":"x:y","message":"m"}},)"), "failed",
        "finalized");
    row("error is text", results(R"({"sessionId":"a1","error":"it broke"},)"), "failed", "finalized");
    row("error false", results(R"({"sessionId":"a1","error":false},)"), "contradictory", "finalized");
    row("error empty", results(R"({"sessionId":"a1","error":{}},)"), "contradictory", "finalized");
    row("error empty text", results(R"({"sessionId":"a1","error":""},)"), "contradictory", "finalized");
    row("left out", results(""), "missing", "finalized");
    row("repeated", results(R"({"sessionId":"a1"},{"sessionId":"a1"},)"), "contradictory", "finalized");
    row("repeated with error", results(R"({"sessionId":"a1","error":{"code":"x"}},{"sessionId":"a1"},)"),
        "contradictory", "finalized");
    row("stranger", results(R"({"sessionId":"c3"},)"), "missing", "finalized");
    row("without name", results(R"({"error":{"code":"x"}},)"), "missing", "finalized");
    row("null list", R"({"data":{"results":null}})", "missing", "missing");
    row("empty object", "{}", "missing", "missing");
    row("data null", R"({"data":null})", "missing", "missing");
    row("data something", R"({"data":"queued"})", "missing", "missing");
    row("empty", "", "accepted", "accepted");
    row("blank", " \r\n", "accepted", "accepted");
    row("204", "", "accepted", "accepted", 204);
    row("OK", "OK", "accepted", "accepted");
    row("OK as JSON", "\"OK\"\n", "accepted", "accepted");
    row("ok in small letters", "ok", "accepted", "accepted");
    row("data OK", R"({"data":"OK"})", "accepted", "accepted");
}

void TestAnswers::finalize() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, expected);
    RawServer server;
    server.then(RawServer::json(status, body));
    const QList<SessionId> asked{session("a1"), session("b2")};
    const auto answer = QCoro::waitFor(clientOf(server)->finalizeSigning(finalizeRequest(asked)));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().error.detail()));
    QCOMPARE(answer->size(), 2);
    QCOMPARE(answer->at(0).session, asked.at(0));
    QCOMPARE(text(answer->at(0).result), expected.at(0));
    QCOMPARE(text(answer->at(1).result), expected.at(1));
    QCOMPARE(answer->at(0).error.has_value(),
             expected.at(0) != u"finalized" && expected.at(0) != u"accepted");
}

void TestAnswers::finalizeSends() {
    RawServer server;
    server.then(RawServer::json(200, "OK"));
    QVERIFY(QCoro::waitFor(clientOf(server)->finalizeSigning(finalizeRequest({session("a1")}))));
    const RawRequest sent = server.requests().first();
    QCOMPARE(sent.line(), QByteArray("POST /api-sign/v1.0/finalizeSigning HTTP/1.1"));
    QCOMPARE(sent.body, "{\"authCertificate\":\"" + someCertificate().toBase64() +
                            "\",\"sessionSignatureValues\":[{\"sessionId\":\"a1\",\"signatureValue\":\"" +
                            QByteArray("signature of a1").toBase64() + "\"}]}");
}

void TestAnswers::refusals_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");        // Signet's
    QTest::addColumn<QString>("publicCode");  // what scripts see
    QTest::addColumn<QString>("message");     // the service's; empty: not checked
    const auto row = [](const char* name, int status, const QByteArray& body, const char* code,
                        const char* publicCode, const char* message, const char* type = "application/json") {
        QTest::newRow(name) << status << QByteArray(type) << body << QString::fromLatin1(code)
                            << QString::fromLatin1(publicCode) << QString::fromUtf8(message);
    };
    row("d", 400, R"({"error":{"code":"signing:x","message":"No.","details":[{"code":"d","message":"D"}]}})",
        "service-error", "signing:x", "No.");
    row("d without message", 422, R"({"error":{"code":"signing:x"}})", "service-error", "signing:x", "");
    row("d without code", 400, R"({"error":{"message":"No."}})", "service-error", "service-error", "No.");
    row("d with a number", 400, R"({"error":{"code":1017,"message":"No."}})", "service-error", "1017", "No.");
    row("d of odd types", 400, R"({"error":{"code":{},"message":[1]}})", "service-error", "service-error",
        "");
    row("d inside data", 400, R"({"data":{"error":{"code":"x:y","message":"No."}}})", "service-error", "x:y",
        "No.");
    row("c", 400, R"({"data":{"results":[{"error":{"code":"signing:addArchive"}}]}})", "service-error",
        "signing:addArchive", "");
    row("e", 400, R"({"error":"file is not signed"})", "service-error", "service-error",
        "file is not signed");
    row("e as a word", 400, R"({"error":"not:signed"})", "service-error", "not:signed", "");
    row("f", 403, R"({"error":"insufficient_scope","error_description":"Wrong scope"})", "forbidden",
        "insufficient_scope", "Wrong scope");
    row("g", 400,
        R"({"type":"https://x/y","title":"Bad","status":400,"traceId":"t","errors":{"f":["wrong"]}})",
        "service-error", "service-error", "Bad");
    row("list", 400, R"([{"error":"x"}])", "service-error", "service-error", "");
    row("nothing", 400, "", "service-error", "service-error", "");
    row("plain text", 400, "no way", "service-error", "service-error", "", "text/plain");
    row("404 d", 404, R"({"error":{"code":"session:notFound","message":"Gone"}})", "session-not-found",
        "session:notFound", "Gone");
    row("404 empty", 404, "", "session-not-found", "session-not-found", "");
    row("410", 410, "{}", "session-not-found", "session-not-found", "");
    row("404 HTML", 404, "<html>", "proxy-answer", "proxy-answer", "", "text/html; charset=utf-8");
    row("400 HTML", 400, "<html>", "proxy-answer", "proxy-answer", "", "text/html");
    row("403 HTML without type", 403, "\r\n <!DOCTYPE html>", "proxy-answer", "proxy-answer", "", "");
    row("413 HTML", 413, "<html>", "request-too-large", "request-too-large", "", "text/html");
    row("414", 414, "", "request-too-large", "request-too-large", "");
    row("401 HTML", 401, "<html>", "unauthorised", "unauthorised", "", "text/html");
    row("407", 407, "<html>", "proxy-authentication", "proxy-authentication", "", "text/html");
    row("500", 500, R"({"error":{"code":"signing:x","message":"Oops"}})", "service-error", "signing:x",
        "Oops");
    row("504", 504, "", "service-unavailable", "service-unavailable", "");
    row("504 HTML", 504, "<html>", "proxy-answer", "proxy-answer", "", "text/html");
    row("599", 599, "", "service-error", "service-error", "");
    row("cut JSON", 400, R"({"error":{"code":"x)", "service-error", "service-error", "");
    row("not UTF-8", 400, "{\"error\":{\"message\":\"\xFF\xFE\"}}", "service-error", "service-error", "");
    row("deep", 400, QByteArray(200'000, '['), "service-error", "service-error", "");
}

void TestAnswers::refusals() {
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, publicCode);
    QFETCH(QString, message);
    RawServer server;
    server.then(RawServer::say(RawServer::http(status, type, body)));
    const auto answer = QCoro::waitFor(clientOf(server)->finalizeSigning(finalizeRequest({session("a1")})));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), code);
    QCOMPARE(answer.error().error.publicCode(), publicCode);
    if (!message.isEmpty())
        QCOMPARE(answer.error().error.message(), message);
    QCOMPARE(answer.error().httpStatus, status);
    QCOMPARE(answer.error().delivery, Delivery::Answered);
    QVERIFY(answer.error().bySession.isEmpty());
    QVERIFY(answer.error().error.detail().size() < 4096);
    QVERIFY(!answer.error().error.detail().contains(u"token-4711"));
}

void TestAnswers::sessionsInRefusals_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray error =
        R"([{"sessionId":"a1","error":{"code":"x:y","message":"No."}},{"sessionId":"b2"}])";
    QTest::newRow("a") << 400 << "{\"data\":{\"sessionDigests\":" + error + "}}";
    QTest::newRow("b") << 400 << "{\"data\":{\"results\":" + error + "}}";
    QTest::newRow("without data") << 422 << "{\"results\":" + error + "}";
    QTest::newRow("beside an error") << 400
                                     << "{\"error\":{\"code\":\"all\"},\"data\":{\"results\":" + error + "}}";
}

void TestAnswers::sessionsInRefusals() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    RawServer server;
    server.then(RawServer::json(status, body));
    const auto answer =
        QCoro::waitFor(clientOf(server)->calculateDigest(digestRequest({session("a1"), session("b2")})));
    QVERIFY(!answer);
    QCOMPARE(answer.error().bySession.size(), 1);
    const base::Error error =
        answer.error().bySession.value(session("a1"), base::Error(ErrorCode::InternalError));
    QCOMPARE(error.publicCode(), QStringLiteral("x:y"));
    QCOMPARE(error.message(), QStringLiteral("No."));
    QCOMPARE(error.httpStatus(), status);
}

void TestAnswers::unreadable_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QByteArray& body, const char* code = "answer-unreadable",
                        const char* type = "application/json") {
        QTest::newRow(name) << QByteArray(type) << body << QString::fromLatin1(code);
    };
    row("HTML", "<html>login</html>", "proxy-answer", "text/html");
    row("HTML that says JSON", "<html>login</html>", "proxy-answer");
    row("text", "fine, thank you");
    row("cut", R"({"data":{"results":[{"sessionId":"a1)");
    row("two documents", "{}{}");
    row("not UTF-8", "{\"data\":\"\xC3\x28\"}");
    row("UTF-16", QByteArray("{\0\"\0d\0", 6));
    row("zeros", QByteArray(1000, '\0'));
    row("deep", QByteArray(100'000, '[') + QByteArray(100'000, ']'));
    row("deep objects", QByteArray("{\"a\":").repeated(100'000));
}

void TestAnswers::unreadable() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    RawServer server;
    server.then(RawServer::say(RawServer::http(200, type, body)));
    const auto answer = QCoro::waitFor(clientOf(server)->finalizeSigning(finalizeRequest({session("a1")})));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), code);
    QVERIFY(answer.error().leavesDoubt());
    QVERIFY(!answer.error().certainlyNotCarriedOut());
}

void TestAnswers::start_data() {
    QTest::addColumn<int>("amount");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const QStringList one{QStringLiteral("a1")};
    const QStringList two{QStringLiteral("a1"), QStringLiteral("b2")};
    QTest::newRow("one") << 1 << QByteArray(R"({"data":{"sessionId":"a1"}})") << one;
    QTest::newRow("one in a list") << 1 << QByteArray(R"({"data":{"sessionIds":["a1"]}})") << one;
    QTest::newRow("two") << 2 << QByteArray(R"({"data":{"sessionIds":["a1","b2"]}})") << two;
    QTest::newRow("objects") << 2
                             << QByteArray(
                                    R"({"data":{"sessionIds":[{"sessionId":"a1"},{"sessionId":"b2"}]}})")
                             << two;
    QTest::newRow("fewer") << 9 << QByteArray(R"({"data":{"sessionIds":["a1","b2"]}})") << two;
    QTest::newRow("more") << 1 << QByteArray(R"({"data":{"sessionIds":["a1","b2"]}})") << one;
    QTest::newRow("repeated") << 2 << QByteArray(R"({"data":{"sessionIds":["a1","a1"]}})") << one;
    QTest::newRow("without data") << 1 << QByteArray(R"({"sessionId":"a1"})") << one;
    QTest::newRow("list") << 2 << QByteArray(R"({"data":["a1","b2"]})") << two;
    QTest::newRow("none") << 1 << QByteArray(R"({"data":{}})") << QStringList();
    QTest::newRow("empty") << 1 << QByteArray() << QStringList();
    QTest::newRow("OK") << 1 << QByteArray("OK") << QStringList();
    QTest::newRow("odd characters") << 1 << QByteArray(R"({"data":{"sessionId":"../x"}})") << QStringList();
    QTest::newRow("too long") << 1 << QByteArray("{\"data\":{\"sessionId\":\"" + QByteArray(65, 'a') + "\"}}")
                              << QStringList();
    QTest::newRow("number") << 1 << QByteArray(R"({"data":{"sessionId":7}})") << QStringList();
}

void TestAnswers::start() {
    QFETCH(int, amount);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, expected);
    RawServer server;
    server.then(RawServer::json(201, body));
    const auto answer = QCoro::waitFor(clientOf(server)->startSessions(amount));
    const QByteArray query = amount > 1 ? "?amount=" + QByteArray::number(amount) : QByteArray();
    QCOMPARE(server.requests().first().line(), "GET /api-session/v1.0/start" + query + " HTTP/1.1");
    if (expected.isEmpty()) {
        QVERIFY(!answer);
        QCOMPARE(nameOf(answer.error().error), QStringLiteral("answer-unreadable"));
        return;
    }
    QVERIFY(answer);
    QStringList got;
    for (const SessionId& id : *answer)
        got.append(id.toString());
    QCOMPARE(got, expected);
}

void TestAnswers::close_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("closed");
    const QByteArray json = "application/json";
    QTest::newRow("200") << 200 << json << true;
    QTest::newRow("400") << 400 << json << true;
    QTest::newRow("404") << 404 << json << true;
    QTest::newRow("410") << 410 << json << true;
    QTest::newRow("404 HTML") << 404 << QByteArray("text/html") << false;
    QTest::newRow("403") << 403 << json << false;
    QTest::newRow("500") << 500 << json << false;
}

void TestAnswers::close() {
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(bool, closed);
    RawServer server;
    server.then(RawServer::say(RawServer::http(status, type, R"({"data":"Session a1 closed"})")));
    const auto answer = QCoro::waitFor(clientOf(server)->closeSession(session("a1")));
    QCOMPARE(server.requests().first().line(), QByteArray("GET /api-session/v1.0/a1/close HTTP/1.1"));
    QCOMPARE(answer.has_value(), closed);
}

void TestAnswers::list_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("documents");  // -1: an error
    const QByteArray file = R"({"id":"d1","name":"a.asice","size":31902,"type":"file",)";
    const QByteArray inner = R"({"id":"i1","name":"a.docx","size":16880,"type":"file"})";
    QTest::newRow("list") << "{\"data\":[" + file + "\"includedDocuments\":[" + inner + "]}]}" << 1;
    QTest::newRow("one") << "{\"data\":" + file + "\"includedDocuments\":" + inner + "}}" << 1;
    QTest::newRow("without data") << "[" + file + "\"includedDocuments\":[" + inner + "]}]" << 1;
    QTest::newRow("empty") << QByteArray(R"({"data":[]})") << 0;
    QTest::newRow("null") << QByteArray(R"({"data":null})") << 0;
    QTest::newRow("empty object") << QByteArray(R"({"data":{}})") << 0;
    QTest::newRow("nothing") << QByteArray() << -1;
    QTest::newRow("text") << QByteArray(R"({"data":"x"})") << -1;
    QTest::newRow("without id") << QByteArray(R"({"data":[{"name":"x"}]})") << -1;
    QTest::newRow("id that leads elsewhere") << QByteArray(R"({"data":[{"id":".."}]})") << -1;
}

void TestAnswers::list() {
    QFETCH(QByteArray, body);
    QFETCH(int, documents);
    RawServer server;
    server.then(RawServer::json(200, body));
    const auto answer = QCoro::waitFor(clientOf(server)->listDocuments(session("a1")));
    QCOMPARE(server.requests().first().line(), QByteArray("GET /api-storage/v1.0/a1/list HTTP/1.1"));
    QCOMPARE(answer.has_value(), documents >= 0);
    if (documents < 0)
        return;
    QCOMPARE(answer->size(), documents);
    if (documents == 0)
        return;
    const signapi::StoredDocument& document = answer->first();
    QCOMPARE(document.id, QStringLiteral("d1"));
    QCOMPARE(document.name, QStringLiteral("a.asice"));
    QCOMPARE(document.size, 31902);
    QCOMPARE(document.type, QStringLiteral("file"));
    QCOMPARE(document.includedDocuments.size(), 1);
    QCOMPARE(document.includedDocuments.first().name, QStringLiteral("a.docx"));
}

void TestAnswers::configuration() {
    RawServer server;
    server.then(RawServer::json(200, R"({"data":{"oauthClientId":"signet-demo","name":"SIA Paraugs",)"
                                     R"("fileMaxLength":26214400,"sessionExpirationTimeout":"86400"}})"));
    const auto answer = QCoro::waitFor(clientOf(server)->configuration());
    QVERIFY(answer);
    QCOMPARE(server.requests().first().line(), QByteArray("GET /api-config/v1.0/ HTTP/1.1"));
    QCOMPARE(answer->clientId, QStringLiteral("signet-demo"));
    QCOMPARE(answer->name, QStringLiteral("SIA Paraugs"));
    QCOMPARE(answer->fileMaxLength, 26214400);
    QCOMPARE(answer->sessionExpirationTimeout, 86400);
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_signapi_answers.moc"
