#include <QTest>
#include <QTimer>

#include "ClientFixture.h"
#include "signapi/ClientCredentials.h"

using namespace signet;
using namespace signet::test;
using base::ErrorCode;
using base::SecretBytes;
using signapi::Token;

namespace {

signapi::ClientCredentialsOptions credentials(const RawServer& server, const char* id = "signet-demo",
                                              const char* secret = "Pl@ce holder+1") {
    signapi::ClientCredentialsOptions options;
    options.tokenUrl = server.url();
    options.tokenUrl.setPath(QStringLiteral("/trustedx-authserver/oauth/lvrtc-eipsign-as/token"));
    options.clientId = QString::fromUtf8(id);
    options.clientSecret = SecretBytes(QByteArrayView(secret));
    options.limits.token = 2s;
    options.repeats.firstPause = 5ms;
    options.repeats.longestPause = 20ms;
    return options;
}

QByteArray grant(const QByteArray& token, const QByteArray& life = "600") {
    return "{\"access_token\": \"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + life + "}";
}

base::Expected<Token> fetch(signapi::TokenSource& source) {
    return QCoro::waitFor(source.token(std::stop_token()));
}

QByteArray plain(const base::Expected<Token>& token) {
    return token ? (*token)->view().toByteArray() : token.error().publicCode().toLatin1();
}

}  // namespace

class TestTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sends();
    void basic_data();
    void basic();
    void answers_data();
    void answers();
    void refusalKeepsWords();
    void oneFetchForAll();
    void failureForAll();
    void stoppedWaiterLeavesTheOthers();
    void kept();
    void renewed_data();
    void renewed();
    void repeats();
    void noEndlessRepeats();
    void nobodyListens();
    void clientRenewsOnce();
    void clientGivesUpAfterOneRenewal();
    void lateRefusalKeepsTheNewToken();
    void tokenTroubleIsNotSent();
    void staticToken_data();
    void staticToken();
    void insecureAddress();
    void neverInMessages();
};

void TestTokens::sends() {
    RawServer server;
    server.then(RawServer::json(200, grant("abc")));
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    QCOMPARE(plain(fetch(*source)), QByteArray("abc"));
    const RawRequest sent = server.requests().first();
    QCOMPARE(sent.line(), QByteArray("POST /trustedx-authserver/oauth/lvrtc-eipsign-as/token HTTP/1.1"));
    QCOMPARE(sent.header("Authorization"), QByteArray("Basic c2lnbmV0LWRlbW86UGwlNDBjZStob2xkZXIlMkIx"));
    QCOMPARE(sent.header("Content-Type"), QByteArray("application/x-www-form-urlencoded; charset=UTF-8"));
    QCOMPARE(sent.header("Accept"), QByteArray("application/json"));
    QCOMPARE(sent.body, QByteArray("grant_type=client_credentials&scope="
                                   "urn%3Asafelayer%3Aeidas%3Aoauth%3Atoken%3Aintrospect"));
}

void TestTokens::basic_data() {
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("encode");
    QTest::addColumn<QByteArray>("pair");
    QTest::newRow("plain") << QByteArray("a-B.c_9") << QByteArray("x") << true << QByteArray("a-B.c_9:x");
    QTest::newRow("encoded") << QByteArray("a:b") << QByteArray("ā/~*%") << true
                             << QByteArray("a%3Ab:%C4%81%2F%7E%2A%25");
    QTest::newRow("as is") << QByteArray("a b") << QByteArray("ā/+ %") << false << QByteArray("a b:ā/+ %");
}

void TestTokens::basic() {
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, secret);
    QFETCH(bool, encode);
    QFETCH(QByteArray, pair);
    RawServer server;
    server.then(RawServer::json(200, grant("abc")));
    auto options = credentials(server, id.constData(), secret.constData());
    options.encodeCredentials = encode;
    const auto source = signapi::ClientCredentials::create(std::move(options)).value();
    QVERIFY(fetch(*source));
    QCOMPARE(server.requests().first().header("Authorization"), QByteArray("Basic " + pair.toBase64()));
}

void TestTokens::answers_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");  // the token, or the error's code
    const auto row = [](const char* name, int status, const QByteArray& body, const QByteArray& expected,
                        const char* type = "application/json") {
        QTest::newRow(name) << status << QByteArray(type) << body << expected;
    };
    row("as documented", 200, grant("abc"), "abc");
    row("with spaces", 200, "{ \"access_token\"\n : \t\"abc\" }", "abc");
    row("escaped slash", 200, R"({"access_token":"a\/b=="})", "a/b==");
    row("life as text", 200, grant("abc", "\"600\""), "abc");
    row("life unreadable", 200, grant("abc", "{}"), "abc");
    row("small bearer", 200, R"({"access_token":"abc","token_type":"bearer"})", "abc");
    row("name in a value first", 200, R"({"x":"access_token","access_token":"abc"})", "abc");
    row("another type", 200, R"({"access_token":"abc","token_type":"mac"})", "token-answer-invalid");
    row("error in a 200", 200, R"({"error":"invalid_client","access_token":"abc"})", "invalid_client");
    row("no token", 200, "{}", "token-answer-invalid");
    row("inside another", 200, R"({"x":{"access_token":"abc"}})", "token-answer-invalid");
    row("empty token", 200, grant(""), "token-answer-invalid");
    row("number", 200, R"({"access_token":17})", "token-answer-invalid");
    row("line break", 200, R"({"access_token":"a\r\nX: y"})", "token-answer-invalid");
    row("blank inside", 200, grant("a b"), "token-answer-invalid");
    row("huge", 200, grant(QByteArray(20'000, 'a')), "token-answer-invalid");
    row("cut", 200, R"({"access_token":"abc)", "token-answer-invalid");
    row("list", 200, R"([{"access_token":"abc"}])", "token-answer-invalid");
    row("nothing", 200, "", "token-answer-invalid");
    row("HTML", 200, "<html>", "proxy-answer", "text/html");
    row("400", 400, R"({"error":"invalid_scope"})", "invalid_scope");
    row("401 empty", 401, "", "token-refused");
    row("403", 403, "{}", "token-refused");
    row("404", 404, "{}", "token-answer-invalid");
    row("404 HTML", 404, "<html>", "proxy-answer", "text/html");
    row("302", 302, "", "redirect-refused");
}

void TestTokens::answers() {
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    RawServer server;
    server.then(RawServer::say(RawServer::http(status, type, body)));
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    QCOMPARE(plain(fetch(*source)), expected);
    QCOMPARE(server.requests().size(), 1);
}

void TestTokens::refusalKeepsWords() {
    RawServer server;
    server.then(RawServer::json(
        401, R"({"error":"invalid_client","error_description":"Client authentication failed"})"));
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    const auto token = fetch(*source);
    QVERIFY(!token);
    QCOMPARE(nameOf(token.error()), base::toString(ErrorCode::TokenRefused));
    QCOMPARE(token.error().publicCode(), QStringLiteral("invalid_client"));
    QCOMPARE(token.error().message(), QStringLiteral("Client authentication failed"));
}

void TestTokens::oneFetchForAll() {
    RawServer server;
    server.then([](QTcpSocket& socket, const RawRequest&) {
        QTimer::singleShot(100, &socket, [&socket] { socket.write(RawServer::http(200, {}, grant("abc"))); });
    });
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    auto first = source->token(std::stop_token());
    auto second = source->token(std::stop_token());
    auto third = source->token(std::stop_token());
    QCOMPARE(plain(QCoro::waitFor(third)), QByteArray("abc"));
    QCOMPARE(plain(QCoro::waitFor(first)), QByteArray("abc"));
    QCOMPARE(plain(QCoro::waitFor(second)), QByteArray("abc"));
    QCOMPARE(server.requests().size(), 1);
}

void TestTokens::failureForAll() {
    RawServer server;
    server.then(RawServer::json(401, "{}"));
    server.then(RawServer::json(200, grant("abc")));
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    auto first = source->token(std::stop_token());
    auto second = source->token(std::stop_token());
    QCOMPARE(plain(QCoro::waitFor(first)), QByteArray("token-refused"));
    QCOMPARE(plain(QCoro::waitFor(second)), QByteArray("token-refused"));
    QCOMPARE(server.requests().size(), 1);
    // A failure is not kept.
    QCOMPARE(plain(fetch(*source)), QByteArray("abc"));
}

void TestTokens::stoppedWaiterLeavesTheOthers() {
    RawServer server;
    std::stop_source stop;
    server.then([&stop](QTcpSocket& socket, const RawRequest&) {
        stop.request_stop();
        QTimer::singleShot(200, &socket, [&socket] { socket.write(RawServer::http(200, {}, grant("abc"))); });
    });
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    auto first = source->token(stop.get_token());
    auto second = source->token(std::stop_token());
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(plain(QCoro::waitFor(first)), QByteArray("cancelled"));
    QVERIFY(clock.elapsed() < 190);
    QCOMPARE(plain(QCoro::waitFor(second)), QByteArray("abc"));
}

void TestTokens::kept() {
    RawServer server;
    server.then(RawServer::json(200, grant("abc")));
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(plain(fetch(*source)), QByteArray("abc"));
    QCOMPARE(server.requests().size(), 1);
}

void TestTokens::renewed_data() {
    QTest::addColumn<QByteArray>("life");
    QTest::addColumn<int>("wait");
    QTest::addColumn<int>("requests");
    QTest::newRow("two seconds, at once") << QByteArray("2") << 0 << 1;
    QTest::newRow("two seconds, late") << QByteArray("2") << 1700 << 2;
    QTest::newRow("two seconds as text, late") << QByteArray("\"2\"") << 1700 << 2;
    QTest::newRow("a minute") << QByteArray("60") << 1700 << 1;
    QTest::newRow("negative") << QByteArray("-5") << 0 << 1;
}

void TestTokens::renewed() {
    QFETCH(QByteArray, life);
    QFETCH(int, wait);
    QFETCH(int, requests);
    RawServer server;
    server.then(RawServer::json(200, grant("abc", life)));
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    QVERIFY(fetch(*source));
    QTest::qWait(wait);
    QVERIFY(fetch(*source));
    QCOMPARE(server.requests().size(), requests);
}

void TestTokens::repeats() {
    RawServer server;
    server.then(RawServer::json(503, "{}"));
    server.then(RawServer::json(500, "{}"));
    server.then(RawServer::json(200, grant("abc")));
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    QCOMPARE(plain(fetch(*source)), QByteArray("abc"));
    QCOMPARE(server.requests().size(), 3);
}

void TestTokens::noEndlessRepeats() {
    RawServer server;
    server.then(RawServer::json(503, "{}"));
    const auto source = signapi::ClientCredentials::create(credentials(server)).value();
    QCOMPARE(plain(fetch(*source)), QByteArray("service-unavailable"));
    QCOMPARE(server.requests().size(), 3);
}

void TestTokens::nobodyListens() {
    RawServer server;
    auto options = credentials(server);
    server.close();
    const auto source = signapi::ClientCredentials::create(std::move(options)).value();
    QCOMPARE(plain(fetch(*source)), QByteArray("no-connection"));
}

void TestTokens::clientRenewsOnce() {
    RawServer tokens;
    tokens.then(RawServer::json(200, grant("old")));
    tokens.then(RawServer::json(200, grant("new")));
    RawServer server;
    server.then(RawServer::json(401, "{}"));
    server.then(RawServer::json(200, "OK"));
    const auto source = signapi::ClientCredentials::create(credentials(tokens)).value();
    const auto client = signapi::SignApiClient::create(quickOptions(server.url()), source).value();
    QVERIFY(QCoro::waitFor(client->finalizeSigning(finalizeRequest({session("a1")}))));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().at(0).header("Authorization"), QByteArray("Bearer old"));
    QCOMPARE(server.requests().at(1).header("Authorization"), QByteArray("Bearer new"));
    QCOMPARE(server.requests().at(0).body, server.requests().at(1).body);
}

void TestTokens::clientGivesUpAfterOneRenewal() {
    RawServer tokens;
    tokens.then(RawServer::json(200, grant("old")));
    tokens.then(RawServer::json(200, grant("new")));
    RawServer server;
    server.then(RawServer::json(401, "{}"));
    const auto source = signapi::ClientCredentials::create(credentials(tokens)).value();
    const auto client = signapi::SignApiClient::create(quickOptions(server.url()), source).value();
    const auto answer = QCoro::waitFor(client->configuration());
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::Unauthorised));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(tokens.requests().size(), 2);
}

void TestTokens::lateRefusalKeepsTheNewToken() {
    RawServer tokens;
    tokens.then(RawServer::json(200, grant("old")));
    tokens.then(RawServer::json(200, grant("new")));
    const auto source = signapi::ClientCredentials::create(credentials(tokens)).value();
    const Token old = fetch(*source).value();
    source->invalidate(old);
    QCOMPARE(plain(fetch(*source)), QByteArray("new"));
    source->invalidate(old);
    QCOMPARE(plain(fetch(*source)), QByteArray("new"));
    QCOMPARE(tokens.requests().size(), 2);
}

void TestTokens::tokenTroubleIsNotSent() {
    RawServer tokens;
    tokens.then(RawServer::json(401, "{}"));
    RawServer server;
    const auto source = signapi::ClientCredentials::create(credentials(tokens)).value();
    const auto client = signapi::SignApiClient::create(quickOptions(server.url()), source).value();
    const auto answer = QCoro::waitFor(client->finalizeSigning(finalizeRequest({session("a1")})));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::TokenRefused));
    QCOMPARE(answer.error().delivery, signapi::Delivery::NotSent);
    QCOMPARE(server.connections(), 0);
}

void TestTokens::staticToken_data() {
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("new line") << QByteArray(" abc\r\n") << QByteArray("abc");
    QTest::newRow("empty") << QByteArray("\n") << QByteArray("unauthorised");
    QTest::newRow("two lines") << QByteArray("abc\r\nX: y") << QByteArray("unauthorised");
}

void TestTokens::staticToken() {
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, expected);
    signapi::StaticToken source{SecretBytes(QByteArrayView(given))};
    QCOMPARE(plain(fetch(source)), expected);
    QCOMPARE(plain(fetch(source)), expected);
}

void TestTokens::insecureAddress() {
    signapi::ClientCredentialsOptions options;
    options.tokenUrl = QUrl(QStringLiteral("http://eidas.example/token"));
    const auto source = signapi::ClientCredentials::create(std::move(options));
    QVERIFY(!source);
    QCOMPARE(nameOf(source.error()), base::toString(ErrorCode::AddressInsecure));
}

void TestTokens::neverInMessages() {
    RawServer server;
    server.then(
        RawServer::json(400, R"({"access_token":"s3cr3t-token","error":"x","error_description":"y"})"));
    const auto source = signapi::ClientCredentials::create(credentials(server, "id", "s3cr3t-pass")).value();
    const auto token = fetch(*source);
    QVERIFY(!token);
    for (const QString& text :
         {token.error().detail(), token.error().message(), token.error().publicCode()}) {
        QVERIFY(!text.contains(u"s3cr3t-token"));
        QVERIFY(!text.contains(u"s3cr3t-pass"));
    }
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_signapi_tokens.moc"
