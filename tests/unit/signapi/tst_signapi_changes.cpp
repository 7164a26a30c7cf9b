#include <QBuffer>
#include <QTest>
#include <QTimer>

#include "ClientFixture.h"

using namespace signet;
using namespace signet::test;
using base::ErrorCode;
using signapi::Delivery;
using Result = signapi::ChangeOutcome::Result;

/** What must hold for a request that changes something: it arrives once, and its end is told truthfully. */
class TestChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hangUpAfterRequest();
    void hangUpOnReusedConnection();
    void hangUpAtOnce();
    void hangUpAmidAnswer_data();
    void hangUpAmidAnswer();
    void resetAfterRequest();
    void nobodyListens();
    void nameUnknown();
    void silence();
    void silentTls();
    void unauthorisedIsFinalWithAStaticToken();
    void basicChallenge();
    void slowDown();
    void slowDownTooLong();
    void neverRepeated_data();
    void neverRepeated();
    void stopBefore();
    void stopUnderWay();
    void abandonUnderWay();
    void uploadLeavesOnce();
    void clientMayGo();

private:
    static signapi::CallFailure finalizeFailure(const RawServer& server) {
        return failureOf(clientOf(server));
    }
    static signapi::CallFailure failureOf(const std::shared_ptr<signapi::SignApiClient>& client) {
        const auto answer = QCoro::waitFor(client->finalizeSigning(finalizeRequest({session("a1")})));
        return answer ? signapi::CallFailure{base::Error(ErrorCode::InternalError),
                                             Delivery::NotSent,
                                             -1,
                                             {},
                                             {}}
                      : answer.error();
    }
    static constexpr const char* Done = R"({"data":{"results":[{"sessionId":"a1"}]}})";
};

void TestChanges::hangUpAfterRequest() {
    RawServer server;
    server.then(RawServer::hangUp());
    const auto failure = finalizeFailure(server);
    QTest::qWait(300);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.begun(), 1);
    QCOMPARE(failure.delivery, Delivery::Unclear);
    QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::ConnectionBroken));
    QVERIFY(failure.leavesDoubt());
}

void TestChanges::hangUpOnReusedConnection() {
    RawServer server;
    server.then(RawServer::json(200, Done));
    server.then(RawServer::hangUp());
    const auto client = clientOf(server);
    QVERIFY(QCoro::waitFor(client->finalizeSigning(finalizeRequest({session("a1")}))));
    const auto failure = failureOf(client);
    QTest::qWait(300);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(failure.delivery, Delivery::Unclear);
}

void TestChanges::hangUpAtOnce() {
    RawServer server;
    server.onConnection([](QTcpSocket& socket) { socket.disconnectFromHost(); });
    const auto failure = finalizeFailure(server);
    QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::ConnectionBroken));
    QCOMPARE(failure.delivery, Delivery::Unclear);
}

void TestChanges::hangUpAmidAnswer_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("status line") << QByteArray("HTTP/1.1 20");
    QTest::newRow("header") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: appl");
    QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":");
    QTest::newRow("no body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
    QTest::newRow("chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"data\":");
    QTest::newRow("between chunks") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"data\":\r\n");
    QTest::newRow("no HTTP") << QByteArray("220 mail.example ESMTP\r\n");
    QTest::newRow("body of a 400") << QByteArray(
        "HTTP/1.1 400 Bad\r\nContent-Length: 500\r\n\r\n{\"error\":");
}

void TestChanges::hangUpAmidAnswer() {
    QFETCH(QByteArray, answer);
    RawServer server;
    server.then([answer](QTcpSocket& socket, const RawRequest&) {
        socket.write(answer);
        socket.disconnectFromHost();
    });
    const auto failure = finalizeFailure(server);
    QTest::qWait(100);
    QCOMPARE(server.requests().size(), 1);
    QVERIFY2(failure.leavesDoubt(), qPrintable(failure.error.detail()));
    QVERIFY(!failure.certainlyNotCarriedOut());
}

void TestChanges::resetAfterRequest() {
    RawServer server;
    server.then([](QTcpSocket& socket, const RawRequest&) { socket.abort(); });
    const auto failure = finalizeFailure(server);
    QTest::qWait(300);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(failure.delivery, Delivery::Unclear);
}

void TestChanges::nobodyListens() {
    RawServer server;
    const QUrl url = server.url();
    server.close();
    const auto failure = failureOf(clientWith(quickOptions(url)));
    QCOMPARE(failure.delivery, Delivery::NotSent);
    QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::NoConnection));
    QVERIFY(failure.certainlyNotCarriedOut());
}

void TestChanges::nameUnknown() {
    auto options = quickOptions(QUrl(QStringLiteral("https://service.invalid")));
    options.limits.longCallExactly = 20s;
    const auto failure = failureOf(clientWith(options));
    QCOMPARE(failure.delivery, Delivery::NotSent);
    QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::NoConnection));
}

void TestChanges::silence() {
    RawServer server;
    server.then(RawServer::silence());
    const auto failure = finalizeFailure(server);
    QCOMPARE(failure.delivery, Delivery::Unclear);
    QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::ServiceTimeout));
    QCOMPARE(server.requests().size(), 1);
}

void TestChanges::silentTls() {
    RawServer server;
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    // The peer never answers the handshake: nothing of the request can have left.
    const auto failure = failureOf(clientWith(quickOptions(url)));
    QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::ServiceTimeout));
    QCOMPARE(failure.delivery, Delivery::NotSent);
}

void TestChanges::unauthorisedIsFinalWithAStaticToken() {
    RawServer server;
    server.then(RawServer::json(401, R"({"error":"invalid_token","error_description":"expired"})",
                                "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n"));
    const auto failure = finalizeFailure(server);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(failure.httpStatus, 401);
    QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::Unauthorised));
    QCOMPARE(failure.error.publicCode(), QStringLiteral("invalid_token"));
    QCOMPARE(failure.error.message(), QStringLiteral("expired"));
    QVERIFY(failure.certainlyNotCarriedOut());
}

void TestChanges::basicChallenge() {
    RawServer server;
    server.then(RawServer::json(401, R"({"error":"no"})", "WWW-Authenticate: Basic realm=\"x\"\r\n"));
    const auto failure = finalizeFailure(server);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(failure.httpStatus, 401);
    QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::Unauthorised));
    QCOMPARE(failure.error.publicCode(), QStringLiteral("no"));
}

void TestChanges::slowDown() {
    RawServer server;
    server.then(RawServer::json(429, "{}", "Retry-After: 1\r\n"));
    server.then(RawServer::json(200, Done));
    QElapsedTimer clock;
    clock.start();
    const auto answer = QCoro::waitFor(clientOf(server)->finalizeSigning(finalizeRequest({session("a1")})));
    QVERIFY(answer);
    QCOMPARE(answer->first().result, Result::Finalized);
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(clock.elapsed() >= 1000);
    QCOMPARE(server.requests().at(0).body, server.requests().at(1).body);
}

void TestChanges::slowDownTooLong() {
    RawServer server;
    server.then(RawServer::json(429, "{}", "Retry-After: 3600\r\n"));
    const auto failure = finalizeFailure(server);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::RateLimited));
    QCOMPARE(failure.retryAfter, std::optional(3600s));
}

void TestChanges::neverRepeated_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("doubt");
    QTest::addColumn<bool>("certain");
    QTest::newRow("400") << 400 << false << false;
    QTest::newRow("403") << 403 << false << false;
    QTest::newRow("404") << 404 << false << false;
    QTest::newRow("408") << 408 << true << false;
    QTest::newRow("413") << 413 << false << true;
    QTest::newRow("414") << 414 << false << true;
    QTest::newRow("500") << 500 << true << false;
    QTest::newRow("502") << 502 << true << false;
    QTest::newRow("503") << 503 << true << false;
    QTest::newRow("504") << 504 << true << false;
    QTest::newRow("301") << 301 << true << false;
    QTest::newRow("307") << 307 << true << false;
    QTest::newRow("308") << 308 << true << false;
}

void TestChanges::neverRepeated() {
    QFETCH(int, status);
    QFETCH(bool, doubt);
    QFETCH(bool, certain);
    RawServer elsewhere;
    elsewhere.then(RawServer::json(200, Done));
    RawServer server;
    const QByteArray location = "Location: " + elsewhere.url().toEncoded() + "/\r\nRetry-After: 0\r\n";
    server.then(RawServer::json(status, "{}", location));
    const auto failure = finalizeFailure(server);
    QTest::qWait(50);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(elsewhere.connections(), 0);
    QCOMPARE(failure.httpStatus, status);
    QCOMPARE(failure.delivery, Delivery::Answered);
    QCOMPARE(failure.leavesDoubt(), doubt);
    QCOMPARE(failure.certainlyNotCarriedOut(), certain);
    if (status / 100 == 3)
        QCOMPARE(nameOf(failure.error), base::toString(ErrorCode::RedirectRefused));
}

void TestChanges::stopBefore() {
    RawServer server;
    std::stop_source stop;
    stop.request_stop();
    const auto answer =
        QCoro::waitFor(clientOf(server)->finalizeSigning(finalizeRequest({session("a1")}), stop.get_token()));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::Cancelled));
    QCOMPARE(answer.error().delivery, Delivery::NotSent);
    QCOMPARE(server.connections(), 0);
}

void TestChanges::stopUnderWay() {
    RawServer server;
    std::stop_source stop;
    server.then([&stop](QTcpSocket& socket, const RawRequest&) {
        stop.request_stop();
        QTimer::singleShot(200, &socket, [&socket] { socket.write(RawServer::http(200, {}, Done)); });
    });
    const auto answer =
        QCoro::waitFor(clientOf(server)->finalizeSigning(finalizeRequest({session("a1")}), stop.get_token()));
    QVERIFY(answer);
    QCOMPARE(answer->first().result, Result::Finalized);
}

void TestChanges::abandonUnderWay() {
    RawServer server;
    std::stop_source abandon;
    server.then([&abandon](QTcpSocket&, const RawRequest&) { abandon.request_stop(); });
    QElapsedTimer clock;
    clock.start();
    const auto answer = QCoro::waitFor(clientOf(server)->finalizeSigning(
        finalizeRequest({session("a1")}), std::stop_token(), abandon.get_token()));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::OutcomeUnknown));
    QCOMPARE(answer.error().delivery, Delivery::Unclear);
    QVERIFY(clock.elapsed() < 1000);
}

void TestChanges::uploadLeavesOnce() {
    RawServer server;
    server.then(RawServer::hangUp());
    auto device = std::make_shared<QBuffer>();
    device->setData(QByteArray(100'000, 'x'));
    device->open(QIODevice::ReadOnly);
    const auto answer =
        QCoro::waitFor(clientOf(server)->uploadDevice(session("a1"), device, QStringLiteral("x.txt")));
    QTest::qWait(300);
    QVERIFY(!answer);
    QCOMPARE(answer.error().delivery, Delivery::Unclear);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.begun(), 1);
}

void TestChanges::clientMayGo() {
    RawServer server;
    server.then([](QTcpSocket& socket, const RawRequest&) {
        QTimer::singleShot(100, &socket, [&socket] { socket.write(RawServer::http(200, {}, Done)); });
    });
    auto client = clientOf(server);
    auto task = client->finalizeSigning(finalizeRequest({session("a1")}));
    client.reset();
    const auto answer = QCoro::waitFor(task);
    QVERIFY(answer);
    QCOMPARE(answer->first().result, Result::Finalized);
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_signapi_changes.moc"
