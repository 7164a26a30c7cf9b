#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

#include "ServiceClient.h"
#include "sandbox/SandboxThread.h"

using namespace signet;
using namespace signet::sandbox;
using test::HttpResult;
using test::ServiceClient;

/** Tokens, sessions, storage and configuration over real HTTP (signapi.md 2 to 4 and 7.1), and the sandbox's
 * life. */
class tst_SandboxCalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tokenIsGiven_data();
    void tokenIsGiven();
    void tokenIsRefused_data();
    void tokenIsRefused();
    void callsWantAToken();
    void tokenExpires();
    void sessionsStart_data();
    void sessionsStart();
    void sessionCloses();
    void sessionExpires();
    void uploadAndDownload_data();
    void uploadAndDownload();
    void sameNameTwice();
    void badUploads();
    void tooLargeUpload();
    void deletes();
    void pathsWithoutCase();
    void configuration();
    void tooManySessionsByOption();
    void httpsWithItsOwnRoot();
    void livesInItsThread();
    void temporaryFolderGoes();

private:
    void start(const SandboxOptions& options = {});
    HttpResult tokenRequest(const QByteArray& authorization, const QString& query, const QByteArray& body);
    std::unique_ptr<Sandbox> m_sandbox;
};

constexpr const char* GoodForm =
    "grant_type=client_credentials&scope=urn%3Asafelayer%3Aeidas%3Aoauth%3Atoken%3Aintrospect";

QByteArray basicCredentials(const QByteArray& id, const QByteArray& secret) {
    const QByteArray pair = id + ':' + secret;
    return "Basic " + pair.toBase64();
}

QByteArray multipart(const QByteArray& disposition, const QByteArray& content,
                     const QByteArray& partName = "file") {
    return "--b0\r\nContent-Disposition: form-data; name=\"" + partName + "\"; " + disposition +
           "\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n--b0--\r\n";
}

void tst_SandboxCalls::init() {
    start();
}

void tst_SandboxCalls::start(const SandboxOptions& options) {
    m_sandbox = std::make_unique<Sandbox>(options);
    const auto started = m_sandbox->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail()));
}

HttpResult tst_SandboxCalls::tokenRequest(const QByteArray& authorization, const QString& query,
                                          const QByteArray& body) {
    QNetworkAccessManager network;
    QUrl url = m_sandbox->info().httpTokenUrl;
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", authorization);
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QByteArrayLiteral("application/x-www-form-urlencoded; charset=UTF-8"));
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    HttpResult result;
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.body = reply->readAll();
    return result;
}

void tst_SandboxCalls::tokenIsGiven_data() {
    QTest::addColumn<bool>("encoded");
    QTest::addColumn<bool>("inQuery");
    QTest::newRow("form-urlencoded credentials") << true << false;
    QTest::newRow("credentials as they are") << false << false;
    QTest::newRow("parameters in the query") << false << true;
}

void tst_SandboxCalls::tokenIsGiven() {
    QFETCH(bool, encoded);
    QFETCH(bool, inQuery);
    SandboxOptions options;
    options.clientId = u"demo klients+1"_qs;
    start(options);
    QByteArray id = options.clientId.toUtf8();
    if (encoded)
        id = "demo+klients%2B1";
    const QByteArray basic = basicCredentials(id, m_sandbox->clientSecret().view().toByteArray());
    const auto answer =
        tokenRequest(basic, inQuery ? QString::fromLatin1(GoodForm) : QString(), inQuery ? "" : GoodForm);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()[u"token_type"].toString(), u"Bearer"_qs);
    QCOMPARE(answer.json()[u"expires_in"].toInt(), 600);
    ServiceClient client(*m_sandbox);
    client.setToken(answer.json()[u"access_token"].toString().toLatin1());
    QCOMPARE(client.get(u"/api-config/v1.0/"_qs).status, 200);
    QCOMPARE(m_sandbox->counters().values().tokensIssued, 1);
}

void tst_SandboxCalls::tokenIsRefused_data() {
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::newRow("wrong secret") << QByteArray("wrong") << QByteArray(GoodForm) << 401
                                  << u"invalid_client"_qs;
    QTest::newRow("no grant") << QByteArray() << QByteArray("scope=x") << 400 << u"invalid_request"_qs;
    QTest::newRow("other grant") << QByteArray() << QByteArray("grant_type=password") << 400
                                 << u"unsupported_grant_type"_qs;
    QTest::newRow("other scope") << QByteArray() << QByteArray("grant_type=client_credentials&scope=x") << 400
                                 << u"invalid_scope"_qs;
}

void tst_SandboxCalls::tokenIsRefused() {
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, form);
    QFETCH(int, status);
    QFETCH(QString, error);
    if (secret.isEmpty())
        secret = m_sandbox->clientSecret().view().toByteArray();
    const auto answer = tokenRequest(basicCredentials("signet-demo", secret), {}, form);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json()[u"error"].toString(), error);
    QCOMPARE(m_sandbox->counters().values().tokensIssued, 0);
}

void tst_SandboxCalls::callsWantAToken() {
    ServiceClient client(*m_sandbox);
    for (const QByteArray& token : {QByteArray(), QByteArray("0123")}) {
        client.setToken(token);
        const auto answer = client.get(u"/api-session/v1.0/start"_qs);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.json()[u"error"].toString(), u"invalid_token"_qs);
        QVERIFY(answer.reply->rawHeader("WWW-Authenticate").startsWith("Bearer"));
    }
    QCOMPARE(m_sandbox->counters().values().sessionsStarted, 0);
}

void tst_SandboxCalls::tokenExpires() {
    SandboxOptions options;
    options.tokenLifetimeSeconds = 0;
    start(options);
    ServiceClient client(*m_sandbox);
    QCOMPARE(client.get(u"/api-config/v1.0/"_qs).status, 401);
}

void tst_SandboxCalls::sessionsStart_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("count");
    QTest::newRow("one") << QString() << 201 << 1;
    QTest::newRow("amount 1") << u"?amount=1"_qs << 201 << 1;
    QTest::newRow("amount 100") << u"?amount=100"_qs << 201 << 100;
    QTest::newRow("amount 101") << u"?amount=101"_qs << 400 << 0;
    QTest::newRow("amount 0") << u"?amount=0"_qs << 400 << 0;
    QTest::newRow("amount many") << u"?amount=many"_qs << 400 << 0;
}

void tst_SandboxCalls::sessionsStart() {
    QFETCH(QString, query);
    QFETCH(int, status);
    QFETCH(int, count);
    ServiceClient client(*m_sandbox);
    const auto answer = client.get(u"/api-session/v1.0/start"_qs + query);
    QCOMPARE(answer.status, status);
    if (query.isEmpty())
        QCOMPARE(answer.data()[u"sessionId"].toString().size(), 64);
    else
        QCOMPARE(answer.data()[u"sessionIds"].toArray().size(), count);
    QCOMPARE(m_sandbox->counters().values().sessionsStarted, count);
}

void tst_SandboxCalls::sessionCloses() {
    ServiceClient client(*m_sandbox);
    const QString id = m_sandbox->info().sessions.first();
    QCOMPARE(client.get(u"/api-session/v1.0/%1/close"_qs.arg(id)).status, 200);
    QCOMPARE(client.get(u"/api-session/v1.0/%1/close"_qs.arg(id)).status, 404);
    const auto list = client.get(u"/api-storage/v1.0/%1/list"_qs.arg(id));
    QCOMPARE(list.status, 404);
    QCOMPARE(list.errorCode(), u"session:notFound"_qs);
    QCOMPARE(m_sandbox->counters().values().sessionsClosed, 1);
}

void tst_SandboxCalls::sessionExpires() {
    SandboxOptions options;
    options.sessionLifetimeSeconds = 0;
    start(options);
    ServiceClient client(*m_sandbox);
    QCOMPARE(client.get(u"/api-storage/v1.0/%1/list"_qs.arg(m_sandbox->info().sessions.first())).status, 404);
}

void tst_SandboxCalls::uploadAndDownload_data() {
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QByteArray("filename=\"akts.pdf\"") << u"akts.pdf"_qs;
    QTest::newRow("UTF-8") << QByteArray("filename=\"L\u012bgums 12-2026.pdf\"") << u"Līgums 12-2026.pdf"_qs;
    QTest::newRow("filename* wins") << QByteArray(
                                           "filename=\"Ligums.pdf\"; filename*=UTF-8''L%C4%ABgums%20%2B1.pdf")
                                    << u"Līgums +1.pdf"_qs;
    QTest::newRow("quoted") << QByteArray("filename=\"a \\\"b\\\".pdf\"") << u"a \"b\".pdf"_qs;
    QTest::newRow("path") << QByteArray("filename=\"../../etc/passwd\"") << u"passwd"_qs;
    QTest::newRow("mimetype") << QByteArray("filename=\"mimetype\"") << u"mimetype_document"_qs;
    QTest::newRow("only dots") << QByteArray("filename=\"..\"") << u"_document"_qs;
}

void tst_SandboxCalls::uploadAndDownload() {
    QFETCH(QByteArray, disposition);
    QFETCH(QString, name);
    ServiceClient client(*m_sandbox);
    const QString id = m_sandbox->addSession({});
    const QByteArray content = QByteArray("%PDF-1.7 \0 --b0 \r\n--b x", 23);
    const auto uploaded = client.send("PUT", u"/api-storage/v1.0/%1/upload"_qs.arg(id),
                                      multipart(disposition, content), "multipart/form-data; boundary=b0");
    QCOMPARE(uploaded.status, 201);
    QCOMPARE(uploaded.data()[u"name"].toString(), name);
    QCOMPARE(uploaded.data()[u"size"].toInt(), content.size());
    QCOMPARE(uploaded.data()[u"type"].toString(), u"file"_qs);
    const auto list = client.get(u"/api-storage/v1.0/%1/list"_qs.arg(id));
    QCOMPARE(list.data()[0].toObject(), uploaded.data().toObject());
    const QString documentId = uploaded.data()[u"id"].toString();
    const auto downloaded = client.get(u"/api-storage/v1.0/%1/%2?type=asice"_qs.arg(id, documentId));
    QCOMPARE(downloaded.body, content);
    QCOMPARE(downloaded.contentType, "application/octet-stream");
}

void tst_SandboxCalls::sameNameTwice() {
    ServiceClient client(*m_sandbox);
    const QString path = u"/api-storage/v1.0/%1/upload"_qs.arg(m_sandbox->addSession({}));
    const QByteArray form = multipart("filename=\"a.b.pdf\"", "x");
    client.send("PUT", path, form, "multipart/form-data; boundary=b0");
    QCOMPARE(client.send("PUT", path, form, "multipart/form-data; boundary=b0").data()[u"name"].toString(),
             u"a.b (2).pdf"_qs);
    QCOMPARE(m_sandbox->counters().values().documentsUploaded, 2);
}

void tst_SandboxCalls::badUploads() {
    ServiceClient client(*m_sandbox);
    const QString path = u"/api-storage/v1.0/%1/upload"_qs.arg(m_sandbox->addSession({}));
    const QByteArray good = multipart("filename=\"a.pdf\"", "x");
    const QList<QByteArray> bodies{"",
                                   "--b0",
                                   "--b0\r\n\r\n",
                                   "--b0\r\nContent-Disposition: form-data",
                                   good.first(good.size() / 2),
                                   multipart("filename=\"a\"", "x", "other")};
    for (const QByteArray& body : bodies)
        QCOMPARE(client.send("PUT", path, body, "multipart/form-data; boundary=b0").status, 400);
    QCOMPARE(client.send("PUT", path, good, "multipart/form-data").status, 400);
    QCOMPARE(client.send("PUT", path, good, "application/json").status, 400);
    QCOMPARE(m_sandbox->counters().values().documentsUploaded, 0);
}

void tst_SandboxCalls::tooLargeUpload() {
    SandboxOptions options;
    options.fileMaxLength = 10;
    start(options);
    ServiceClient client(*m_sandbox);
    const QString path = u"/api-storage/v1.0/%1/upload"_qs.arg(m_sandbox->addSession({}));
    const auto answer = client.send("PUT", path, multipart("filename=\"a.pdf\"", QByteArray(11, 'x')),
                                    "multipart/form-data; boundary=b0");
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.errorCode(), u"storage:tooLarge"_qs);
}

void tst_SandboxCalls::deletes() {
    ServiceClient client(*m_sandbox);
    const QString id = m_sandbox->info().sessions.first();
    const QString path = u"/api-storage/v1.0/%1/%2"_qs.arg(id, m_sandbox->documents(id)->first().id);
    QCOMPARE(client.send("DELETE", path, {}, {}).status, 200);
    QCOMPARE(client.send("DELETE", path, {}, {}).status, 404);
    QVERIFY(m_sandbox->documents(id)->isEmpty());
    QCOMPARE(client.get(u"/api-storage/v1.0/%1/list"_qs.arg(id)).data(), QJsonValue(QJsonArray()));
}

void tst_SandboxCalls::pathsWithoutCase() {
    ServiceClient client(*m_sandbox);
    QCOMPARE(client.get(u"/API-Session/V1.0/Start"_qs).status, 201);
    QCOMPARE(client.post(u"/api-sign/v1.0/calculatedigest"_qs, {}).errorCode(),
             u"signing:calculateDigest:badRequest"_qs);
    QCOMPARE(client.get(u"/api-sign/v1.0/CalculateDigest"_qs).status, 404);
}

void tst_SandboxCalls::configuration() {
    ServiceClient client(*m_sandbox);
    const auto data = client.get(u"/api-config/v1.0/"_qs).data();
    QCOMPARE(data[u"oauthClientId"].toString(), u"signet-demo"_qs);
    QCOMPARE(data[u"fileMaxLength"].toInt(), 26'214'400);
    QCOMPARE(data[u"sessionExpirationTimeout"].toInt(), 86'400);
}

void tst_SandboxCalls::tooManySessionsByOption() {
    SandboxOptions options;
    options.maxSessionsPerRequest = 2;
    start(options);
    ServiceClient client(*m_sandbox);
    QCOMPARE(client.calculateDigest(m_sandbox->info().sessions.first(2)).status, 200);
    QCOMPARE(client.calculateDigest(m_sandbox->info().sessions.first(3)).status, 413);
}

void tst_SandboxCalls::httpsWithItsOwnRoot() {
    QNetworkAccessManager network;
    for (const bool trusted : {true, false}) {
        // by name without looking the name up: a minimal system has no /etc/hosts
        for (const QString& name : {u"localhost"_qs, u"127.0.0.1"_qs}) {
            QNetworkRequest request(m_sandbox->info().api.resolved(QUrl(u"/api-config/v1.0/"_qs)));
            request.setPeerVerifyName(name);
            QSslConfiguration tls = request.sslConfiguration();
            tls.setCaCertificates(trusted ? QSslCertificate::fromPath(m_sandbox->info().caFile)
                                          : QList<QSslCertificate>());
            request.setSslConfiguration(tls);
            const std::unique_ptr<QNetworkReply> reply(network.get(request));
            QTRY_VERIFY(reply->isFinished());
            QCOMPARE(reply->error(), trusted ? QNetworkReply::AuthenticationRequiredError
                                             : QNetworkReply::SslHandshakeFailedError);
            network.clearConnectionCache();
        }
    }
}

void tst_SandboxCalls::livesInItsThread() {
    SandboxOptions options;
    options.sampleSessions = 3;
    SandboxThread thread(options);
    const auto info = thread.start();
    QVERIFY(info);
    QCOMPARE(info->sessions.size(), 3);
    int documents = 0;
    thread.run([&](Sandbox& sandbox) {
        QVERIFY(QThread::currentThread() != qApp->thread());
        documents = int(sandbox.documents(info->sessions.first())->size());
    });
    QCOMPARE(documents, 1);
    thread.faults().add({.kind = FaultKind::Refused, .status = 418});
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(
        network.get(QNetworkRequest(info->httpApi.resolved(QUrl(u"/api-config/v1.0/"_qs)))));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 418);
    QCOMPARE(thread.counters().values().requests.value(Operation::Configuration), 1);
    thread.stop();
    thread.stop();
}

void tst_SandboxCalls::temporaryFolderGoes() {
    const SandboxInfo info = m_sandbox->info();
    QVERIFY(QFile::exists(info.caFile));
    QFile secret(info.clientSecretFile);
    QVERIFY(secret.open(QIODevice::ReadOnly));
    QCOMPARE(secret.readAll(), m_sandbox->clientSecret().view().toByteArray());
    QCOMPARE(secret.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    m_sandbox.reset();
    QVERIFY(!QFile::exists(info.caFile));
    QVERIFY(!QFile::exists(info.clientSecretFile));
}

QTEST_GUILESS_MAIN(tst_SandboxCalls)
#include "tst_SandboxCalls.moc"
