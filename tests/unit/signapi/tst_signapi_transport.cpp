#include <QNetworkProxy>
#include <QSslKey>
#include <QTest>
#include <QTimer>
#include <thread>

#include "ClientFixture.h"
#include "signapi/ServiceAddress.h"

using namespace signet;
using namespace signet::test;
using base::ErrorCode;
using signapi::Delivery;

namespace {

const QByteArray Configuration = R"({"data":{"name":"SIA Paraugs"}})";

signapi::Answer<signapi::ServiceConfiguration> ask(const signapi::ClientOptions& options) {
    return QCoro::waitFor(clientWith(options)->configuration());
}

/** Goes on writing until the peer has had enough. */
void drip(QTcpSocket& socket, const QByteArray& piece, int milliseconds) {
    auto* timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [&socket, piece] {
        if (socket.bytesToWrite() < 1'000'000)
            socket.write(piece);
    });
    timer->start(milliseconds);
}

}  // namespace

/** Limits, repeats, trust and addresses, at the calls that are safe to repeat. */
class TestTransport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void prefixIsKept();
    void chunked();
    void untilTheEndOfTheConnection();
    void sevenMegabytes();
    void tooLarge_data();
    void tooLarge();
    void tooLargeWithoutEnd();
    void slowWithoutEnd();
    void shortFirstTimeout();
    void repeats_data();
    void repeats();
    void repeatsEnd();
    void repeatsAfterHangUp();
    void calculateRepeats_data();
    void calculateRepeats();
    void calculateIsNotRepeatedAfterTimeout();
    void calculateLeavesOnce();
    void retryAfter();
    void stop();
    void stopInThePause();
    void stopFromAnotherThread();
    void redirect();
    void tlsUntrusted();
    void tlsTrusted();
    void tlsWrongName();
    void caFile();
    void proxyPassword();
    void longCall();
};

void TestTransport::addresses_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* address, const char* code) {
        QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(code);
    };
    row("https://signapi.eparaksts.lv", "");
    row("https://proxy.example/sign/", "");
    row("https://127.0.0.1:8443", "");
    row("http://127.0.0.1:8080", "");
    row("http://localhost", "");
    row("http://[::1]:8080", "");
    row("http://signapi.eparaksts.lv", "address-insecure");
    row("http://192.168.0.1", "address-insecure");
    row("http://localhost.example", "address-insecure");
    row("http://127.0.0.1.example", "address-insecure");
    row("ftp://127.0.0.1", "address-invalid");
    row("", "address-invalid");
    row("signapi.eparaksts.lv", "address-invalid");
    row("https://", "address-invalid");
    row("https://user:pw@signapi.eparaksts.lv", "address-invalid");
    row("https://signapi.eparaksts.lv?x=1", "address-invalid");
    row("file:///etc/passwd", "address-invalid");
}

void TestTransport::addresses() {
    QFETCH(QString, address);
    QFETCH(QString, code);
    const auto parsed = signapi::ServiceAddress::parse(QUrl(address));
    QCOMPARE(parsed ? QString() : nameOf(parsed.error()), code);
    if (!parsed)
        QVERIFY(!parsed.error().message().contains(u"pw"));
    signapi::ClientOptions options;
    options.api = QUrl(address);
    QCOMPARE(signapi::SignApiClient::create(options, someToken()).has_value(), code.isEmpty());
}

void TestTransport::prefixIsKept() {
    RawServer server;
    server.then(RawServer::json(200, Configuration));
    QUrl url = server.url();
    url.setPath(QStringLiteral("/a b/sign/"));
    QVERIFY(ask(quickOptions(url)));
    QCOMPARE(server.requests().first().line(), QByteArray("GET /a%20b/sign/api-config/v1.0/ HTTP/1.1"));
}

void TestTransport::chunked() {
    RawServer server;
    server.then(RawServer::say(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        "8\r\n{\"data\":\r\n16;x=y\r\n{\"name\":\"SIA Paraugs\"}\r\n1\r\n}\r\n0\r\n\r\n"));
    const auto answer = ask(quickOptions(server.url()));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().error.detail()));
    QCOMPARE(answer->name, QStringLiteral("SIA Paraugs"));
}

void TestTransport::untilTheEndOfTheConnection() {
    RawServer server;
    server.then([](QTcpSocket& socket, const RawRequest&) {
        socket.write("HTTP/1.0 200 OK\r\n\r\n" + Configuration);
        socket.disconnectFromHost();
    });
    QVERIFY(ask(quickOptions(server.url())));
}

void TestTransport::sevenMegabytes() {
    RawServer server;
    const QByteArray filler(7 * 1024 * 1024, 'x');
    server.then(RawServer::json(200, "{\"data\":{\"name\":\"SIA Paraugs\",\"x\":\"" + filler + "\"}}"));
    auto options = quickOptions(server.url());
    options.limits.quickFirst = 20s;
    const auto answer = ask(options);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().error.detail()));
    QCOMPARE(answer->name, QStringLiteral("SIA Paraugs"));
}

void TestTransport::tooLarge_data() {
    QTest::addColumn<int>("status");
    QTest::newRow("200") << 200;
    QTest::newRow("400") << 400;
}

void TestTransport::tooLarge() {
    QFETCH(int, status);
    RawServer server;
    server.then(RawServer::json(status, "\"" + QByteArray(50 * 1024 * 1024, 'x') + "\""));
    auto options = quickOptions(server.url());
    options.limits.quickFirst = 20s;
    const auto answer = ask(options);
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::AnswerTooLarge));
    QCOMPARE(server.requests().size(), 1);
}

void TestTransport::tooLargeWithoutEnd() {
    RawServer server;
    server.then([](QTcpSocket& socket, const RawRequest&) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        drip(socket, QByteArray(500'000, ' '), 0);
    });
    auto options = quickOptions(server.url());
    options.limits.quickFirst = 30s;
    const auto answer = ask(options);
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::AnswerTooLarge));
}

void TestTransport::slowWithoutEnd() {
    RawServer server;
    server.then([](QTcpSocket& socket, const RawRequest&) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        drip(socket, " ", 20);
    });
    auto options = quickOptions(server.url());
    options.limits.quickAgain = 500ms;
    QElapsedTimer clock;
    clock.start();
    const auto answer = ask(options);
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::ServiceTimeout));
    QCOMPARE(server.requests().size(), 3);
    QVERIFY(clock.elapsed() < 5000);
}

void TestTransport::shortFirstTimeout() {
    RawServer server;
    server.then(RawServer::silence());
    // Slower than the first limit, quicker than the second.
    server.then([](QTcpSocket& socket, const RawRequest&) {
        QTimer::singleShot(1000, &socket,
                           [&socket] { socket.write(RawServer::http(200, {}, Configuration)); });
    });
    QVERIFY(ask(quickOptions(server.url())));
    QCOMPARE(server.requests().size(), 2);
}

void TestTransport::repeats_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    for (const int status : {500, 502, 503, 504})
        QTest::addRow("%d", status) << status << 2;
    for (const int status : {400, 401, 403, 404, 422})
        QTest::addRow("%d", status) << status << 1;
}

void TestTransport::repeats() {
    QFETCH(int, status);
    QFETCH(int, requests);
    RawServer server;
    server.then(RawServer::json(status, "{}"));
    server.then(RawServer::json(200, Configuration));
    QCOMPARE(ask(quickOptions(server.url())).has_value(), requests == 2);
    QCOMPARE(server.requests().size(), requests);
}

void TestTransport::repeatsEnd() {
    RawServer server;
    server.then(RawServer::json(503, R"({"error":{"code":"busy","message":"Later"}})"));
    const auto answer = ask(quickOptions(server.url()));
    QVERIFY(!answer);
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::ServiceUnavailable));
    QCOMPARE(answer.error().error.publicCode(), QStringLiteral("busy"));
}

void TestTransport::repeatsAfterHangUp() {
    RawServer server;
    server.then([](QTcpSocket& socket, const RawRequest&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{");
        socket.disconnectFromHost();
    });
    server.then(RawServer::json(200, Configuration));
    QVERIFY(ask(quickOptions(server.url())));
    QCOMPARE(server.requests().size(), 2);
}

void TestTransport::calculateRepeats_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    QTest::newRow("502") << 502 << 2;
    QTest::newRow("503") << 503 << 2;
    QTest::newRow("500") << 500 << 1;
    QTest::newRow("504") << 504 << 1;
    QTest::newRow("400") << 400 << 1;
}

void TestTransport::calculateRepeats() {
    QFETCH(int, status);
    QFETCH(int, requests);
    RawServer server;
    server.then(RawServer::json(status, "{}"));
    server.then(RawServer::json(200, "{}"));
    const auto answer = QCoro::waitFor(clientOf(server)->calculateDigest(digestRequest({session("a1")})));
    QCOMPARE(answer.has_value(), requests == 2);
    QCOMPARE(server.requests().size(), requests);
}

void TestTransport::calculateIsNotRepeatedAfterTimeout() {
    RawServer server;
    server.then(RawServer::silence());
    const auto answer = QCoro::waitFor(clientOf(server)->calculateDigest(digestRequest({session("a1")})));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::ServiceTimeout));
    QCOMPARE(server.requests().size(), 1);
}

void TestTransport::calculateLeavesOnce() {
    RawServer server;
    server.then(RawServer::hangUp());
    QVERIFY(!QCoro::waitFor(clientOf(server)->calculateDigest(digestRequest({session("a1")}))));
    QTest::qWait(200);
    QCOMPARE(server.requests().size(), 1);
}

void TestTransport::retryAfter() {
    RawServer server;
    server.then(RawServer::json(503, "{}", "Retry-After: 1\r\n"));
    server.then(RawServer::json(200, Configuration));
    QElapsedTimer clock;
    clock.start();
    QVERIFY(ask(quickOptions(server.url())));
    QVERIFY(clock.elapsed() >= 1000);
}

void TestTransport::stop() {
    RawServer server;
    std::stop_source stop;
    server.then([&stop](QTcpSocket&, const RawRequest&) { stop.request_stop(); });
    auto options = quickOptions(server.url());
    options.limits.quickFirst = 20s;
    QElapsedTimer clock;
    clock.start();
    const auto answer = QCoro::waitFor(clientWith(options)->configuration(stop.get_token()));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::Cancelled));
    QVERIFY(clock.elapsed() < 2000);
    QCOMPARE(server.requests().size(), 1);
}

void TestTransport::stopInThePause() {
    RawServer server;
    std::stop_source stop;
    server.then(RawServer::json(503, "{}", "Retry-After: 50\r\n"));
    QTimer::singleShot(300, this, [&stop] { stop.request_stop(); });
    const auto answer = QCoro::waitFor(clientOf(server)->configuration(stop.get_token()));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::Cancelled));
}

void TestTransport::stopFromAnotherThread() {
    RawServer server;
    std::stop_source stop;
    server.then(RawServer::silence());
    auto options = quickOptions(server.url());
    options.limits.quickFirst = 20s;
    std::thread other([&stop] {
        std::this_thread::sleep_for(200ms);
        stop.request_stop();
    });
    const auto answer = QCoro::waitFor(clientWith(options)->configuration(stop.get_token()));
    other.join();
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::Cancelled));
}

void TestTransport::redirect() {
    RawServer elsewhere;
    elsewhere.then(RawServer::json(200, Configuration));
    for (const int status : {301, 302, 303, 307, 308}) {
        RawServer server;
        server.then(RawServer::json(status, "{}", "Location: " + elsewhere.url().toEncoded() + "\r\n"));
        const auto answer = ask(quickOptions(server.url()));
        QVERIFY(!answer);
        QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::RedirectRefused));
        QCOMPARE(server.requests().size(), 1);
    }
    QCOMPARE(elsewhere.connections(), 0);
}

void TestTransport::tlsUntrusted() {
    const TestCertificate made = TestCertificate::make("nobody's");
    RawServer server;
    server.useTls(QSslCertificate(made.certificatePem), QSslKey(made.keyPem, QSsl::Ec));
    server.then(RawServer::json(200, "OK"));
    const auto read = ask(quickOptions(server.url()));
    QVERIFY(!read);
    QCOMPARE(nameOf(read.error().error), base::toString(ErrorCode::TlsUntrusted));
    QVERIFY(!read.error().error.detail().isEmpty());
    const auto change = QCoro::waitFor(clientOf(server)->finalizeSigning(finalizeRequest({session("a1")})));
    QVERIFY(!change);
    QCOMPARE(nameOf(change.error().error), base::toString(ErrorCode::TlsUntrusted));
    QCOMPARE(change.error().delivery, Delivery::NotSent);
    QCOMPARE(server.begun(), 0);
}

void TestTransport::tlsTrusted() {
    const TestCertificate made = TestCertificate::make("ours");
    RawServer server;
    server.useTls(QSslCertificate(made.certificatePem), QSslKey(made.keyPem, QSsl::Ec));
    server.then(RawServer::json(200, "OK"));
    server.then(RawServer::hangUp());
    auto options = quickOptions(server.url());
    options.extraCas = made.certificatePem;
    const auto client = clientWith(options);
    QVERIFY(QCoro::waitFor(client->finalizeSigning(finalizeRequest({session("a1")}))));
    const auto lost = QCoro::waitFor(client->finalizeSigning(finalizeRequest({session("a1")})));
    QTest::qWait(200);
    QVERIFY(!lost);
    QCOMPARE(lost.error().delivery, Delivery::Unclear);
    QCOMPARE(server.requests().size(), 2);
}

void TestTransport::tlsWrongName() {
    const TestCertificate made = TestCertificate::make("ours", "DNS:another.example");
    RawServer server;
    server.useTls(QSslCertificate(made.certificatePem), QSslKey(made.keyPem, QSsl::Ec));
    server.then(RawServer::json(200, Configuration));
    auto options = quickOptions(server.url());
    options.extraCas = made.certificatePem;
    const auto answer = ask(options);
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::TlsUntrusted));
    QCOMPARE(server.begun(), 0);
}

void TestTransport::caFile() {
    auto options = quickOptions(QUrl(QStringLiteral("https://127.0.0.1")));
    options.extraCas = "no certificate";
    options.extraCasName = QStringLiteral("ca.pem");
    const auto client = signapi::SignApiClient::create(options, someToken());
    QVERIFY(!client);
    QCOMPARE(nameOf(client.error()), base::toString(ErrorCode::CaFileInvalid));
    QVERIFY(client.error().message().contains(u"ca.pem"));
}

void TestTransport::proxyPassword() {
    RawServer proxy;
    proxy.then(
        RawServer::say("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                       "Content-Length: 0\r\nConnection: close\r\n\r\n"));
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort()));
    auto options = quickOptions(QUrl(QStringLiteral("https://signapi.example")));
    options.limits.longCallExactly = 10s;
    const auto answer =
        QCoro::waitFor(clientWith(options)->finalizeSigning(finalizeRequest({session("a1")})));
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::ProxyAuthentication));
    QCOMPARE(answer.error().delivery, Delivery::NotSent);
    QVERIFY(!proxy.requests().isEmpty());
    QVERIFY(proxy.requests().first().line().startsWith("CONNECT signapi.example:443"));
    QVERIFY(proxy.requests().first().header("Authorization").isEmpty());
}

void TestTransport::longCall() {
    signapi::TimeLimits limits;
    QCOMPARE(limits.forLongCall(1).count(), 60'000);
    QCOMPARE(limits.forLongCall(20).count(), 60'000);
    QCOMPARE(limits.forLongCall(50).count(), 90'000);
    limits.longCallExactly = 5s;
    QCOMPARE(limits.forLongCall(50).count(), 5'000);
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_signapi_transport.moc"
