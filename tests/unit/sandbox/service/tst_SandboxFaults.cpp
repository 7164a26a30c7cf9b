#include <QJsonArray>
#include <QTest>

#include "ServiceClient.h"

using namespace signet;
using namespace signet::sandbox;
using test::HttpResult;
using test::ServiceClient;

/** Each switch does what its description says, over real HTTP, and the counters tell what was really done. */
class tst_SandboxFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sessionErrorInDigests();
    void sessionErrorInFinalize();
    void sessionLeftOut_data();
    void sessionLeftOut();
    void sessionRepeatedAndStranger();
    void spoiltDigests();
    void shapes_data();
    void shapes();
    void refusedForOneSession();
    void wholeAnswers_data();
    void wholeAnswers();
    void statusAndHeaders();
    void tooManySessions();
    void hugeAnswer();
    void hang_data();
    void hang();
    void hangUp_data();
    void hangUp();
    void cutAnswer();
    void slowAnswer();
    void delay();
    void timesAreCounted();
    void overHttp();
    void badFaultsChangeNothing();

private:
    QJsonObject finalizeRequest(const QStringList& sessions);
    HttpResult finalize(const QJsonObject& request) {
        return m_client->post(u"/api-sign/v1.0/finalizeSigning"_qs, request);
    }
    int finalizations(const QString& session) const {
        return m_sandbox->counters().values().finalizations.value(session);
    }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<ServiceClient> m_client;
    QStringList m_three;
};

void tst_SandboxFaults::init() {
    m_client.reset();
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<ServiceClient>(*m_sandbox);
    m_three = m_sandbox->info().sessions.first(3);
}

QJsonObject tst_SandboxFaults::finalizeRequest(const QStringList& sessions) {
    return m_client->finalizeRequest(m_client->calculateDigest(sessions).json());
}

void tst_SandboxFaults::sessionErrorInDigests() {
    m_sandbox->faults().add({.kind = FaultKind::SessionError,
                             .operation = Operation::CalculateDigest,
                             .sessionId = m_three[1],
                             .code = u"own:code"_qs,
                             .message = u"Own words"_qs});
    const auto entries = m_client->calculateDigest(m_three).data()[u"sessionDigests"].toArray();
    QCOMPARE(entries.size(), 3);
    QVERIFY(entries[0][u"digest"].isString());
    QCOMPARE(entries[1][u"error"][u"code"].toString(), u"own:code"_qs);
    QCOMPARE(entries[1][u"error"][u"message"].toString(), u"Own words"_qs);
    QVERIFY(entries[1][u"digest"].isUndefined());
}

void tst_SandboxFaults::sessionErrorInFinalize() {
    const QJsonObject request = finalizeRequest(m_three);
    m_sandbox->faults().add(
        {.kind = FaultKind::SessionError, .operation = Operation::FinalizeSigning, .sessionId = m_three[1]});
    const auto results = finalize(request).data()[u"results"].toArray();
    QCOMPARE(results.size(), 3);
    QVERIFY(results[1][u"error"].isObject());
    QCOMPARE(finalizations(m_three[0]), 1);
    QCOMPARE(finalizations(m_three[1]), 0);
}

void tst_SandboxFaults::sessionLeftOut_data() {
    QTest::addColumn<Operation>("operation");
    QTest::newRow("calculateDigest") << Operation::CalculateDigest;
    QTest::newRow("finalizeSigning") << Operation::FinalizeSigning;
}

void tst_SandboxFaults::sessionLeftOut() {
    QFETCH(Operation, operation);
    const QJsonObject request = finalizeRequest(m_three);
    m_sandbox->faults().add(
        {.kind = FaultKind::SessionLeftOut, .operation = operation, .sessionId = m_three[2]});
    const bool signs = operation == Operation::FinalizeSigning;
    const auto answer = signs ? finalize(request) : m_client->calculateDigest(m_three);
    QCOMPARE(answer.data()[signs ? u"results" : u"sessionDigests"].toArray().size(), 2);
    QCOMPARE(finalizations(m_three[2]), signs ? 1 : 0);
}

void tst_SandboxFaults::sessionRepeatedAndStranger() {
    m_sandbox->faults().add({.kind = FaultKind::SessionRepeated, .sessionId = m_three[0]});
    m_sandbox->faults().add({.kind = FaultKind::Stranger});
    const auto entries = m_client->calculateDigest(m_three).data()[u"sessionDigests"].toArray();
    QCOMPARE(entries.size(), 5);
    QCOMPARE(entries[0].toObject(), entries[1].toObject());
    QVERIFY(!m_three.contains(entries[4][u"sessionId"].toString()));
}

void tst_SandboxFaults::spoiltDigests() {
    m_sandbox->faults().add({.kind = FaultKind::DigestLength, .sessionId = m_three[0], .amount = 31});
    m_sandbox->faults().add({.kind = FaultKind::DigestNotBase64, .sessionId = m_three[1]});
    m_sandbox->faults().add({.kind = FaultKind::DigestWithLineBreaks, .sessionId = m_three[2]});
    const auto entries = m_client->calculateDigest(m_three).data()[u"sessionDigests"].toArray();
    const auto text = [&entries](int i) { return entries[i][u"digest"].toString().toLatin1(); };
    QCOMPARE(QByteArray::fromBase64(text(0)).size(), 31);
    QVERIFY(!QByteArray::fromBase64Encoding(text(1), QByteArray::AbortOnBase64DecodingErrors));
    QVERIFY(text(2).contains("\r\n"));
    QCOMPARE(QByteArray::fromBase64(text(2)).size(), 32);
}

void tst_SandboxFaults::shapes_data() {
    QTest::addColumn<char>("shape");
    QTest::addColumn<QByteArray>("excerpt");
    QTest::newRow("a") << 'a'
                       << QByteArray(
                              R"({"data":{"sessionDigests":[{"error":{"code":"c:d","message":"m"},"sess)");
    QTest::newRow("b") << 'b'
                       << QByteArray(
                              R"({"data":{"results":[{"error":{"code":"c:d","message":"m"},"sessionId")");
    QTest::newRow("c") << 'c' << QByteArray(R"({"data":{"results":[{"error":{"code":"c:d"}}]}})");
    QTest::newRow("d") << 'd'
                       << QByteArray(R"({"error":{"code":"c:d","details":[{"code":"c:d","message":"m"}],"m)");
    QTest::newRow("e") << 'e' << QByteArray(R"({"error":"m"})");
    QTest::newRow("f") << 'f' << QByteArray(R"({"error":"c:d","error_description":"m"})");
    QTest::newRow("g") << 'g' << QByteArray(R"("status":422,"title":"m")");
    QTest::newRow("h") << 'h' << QByteArray("<html>");
}

void tst_SandboxFaults::shapes() {
    QFETCH(char, shape);
    QFETCH(QByteArray, excerpt);
    m_sandbox->faults().add({.kind = FaultKind::Refused,
                             .operation = Operation::CalculateDigest,
                             .status = 422,
                             .shape = shape,
                             .code = u"c:d"_qs,
                             .message = u"m"_qs});
    const auto answer = m_client->calculateDigest(m_three);
    QCOMPARE(answer.status, 422);
    QVERIFY2(answer.body.contains(excerpt), answer.body);
    QCOMPARE(m_client->get(u"/api-config/v1.0/"_qs).status, 200);
}

void tst_SandboxFaults::refusedForOneSession() {
    m_sandbox->faults().add({.kind = FaultKind::SessionRefused, .sessionId = m_three[1]});
    QCOMPARE(m_client->calculateDigest(m_three).status, 400);
    QCOMPARE(m_client->calculateDigest({m_three[1]}).status, 400);
    QCOMPARE(m_client->calculateDigest({m_three[0], m_three[2]}).status, 200);
}

void tst_SandboxFaults::wholeAnswers_data() {
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("without data") << FaultKind::WithoutData << 200 << QByteArray("{\"results\":[{") << false;
    QTest::newRow("OK") << FaultKind::OkText << 200 << QByteArray("OK") << true;
    QTest::newRow("empty") << FaultKind::EmptyBody << 200 << QByteArray() << true;
    QTest::newRow("cut JSON") << FaultKind::NotJson << 200 << QByteArray("{\"data\":") << false;
    QTest::newRow("500") << FaultKind::ServerErrorAfterWork << 500 << QByteArray("{\"error\":") << false;
}

void tst_SandboxFaults::wholeAnswers() {
    QFETCH(FaultKind, kind);
    QFETCH(int, status);
    QFETCH(QByteArray, start);
    QFETCH(bool, isWhole);
    const QJsonObject request = finalizeRequest(m_three);
    m_sandbox->faults().add({.kind = kind, .operation = Operation::FinalizeSigning});
    const auto answer = finalize(request);
    QCOMPARE(answer.status, status);
    QVERIFY2(isWhole ? answer.body == start : answer.body.startsWith(start), answer.body);
    if (kind == FaultKind::NotJson)
        QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
    QCOMPARE(finalizations(m_three[0]), 1);
}

void tst_SandboxFaults::statusAndHeaders() {
    m_sandbox->faults().add({.kind = FaultKind::TokenExpired, .times = 1});
    m_sandbox->faults().add({.kind = FaultKind::TooManyRequests, .times = 1, .amount = 7});
    m_sandbox->faults().add({.kind = FaultKind::Html, .times = 1, .status = 502});
    m_sandbox->faults().add({.kind = FaultKind::Redirect, .times = 1, .message = u"https://elsewhere/"_qs});
    const QString path = u"/api-session/v1.0/start"_qs;
    const auto expired = m_client->get(path);
    QCOMPARE(expired.status, 401);
    QCOMPARE(expired.json()[u"error"].toString(), u"invalid_token"_qs);
    const auto limited = m_client->get(path);
    QCOMPARE(limited.status, 429);
    QCOMPARE(limited.reply->rawHeader("Retry-After"), "7");
    const auto html = m_client->get(path);
    QCOMPARE(html.status, 502);
    QVERIFY(html.contentType.startsWith("text/html"));
    const auto redirected = m_client->get(path);
    QCOMPARE(redirected.status, 302);
    QCOMPARE(redirected.reply->rawHeader("Location"), "https://elsewhere/");
    QCOMPARE(m_sandbox->counters().values().sessionsStarted, 0);
    QCOMPARE(m_client->get(path).status, 201);
}

void tst_SandboxFaults::tooManySessions() {
    m_sandbox->faults().add({.kind = FaultKind::TooManySessions, .amount = 2});
    QCOMPARE(m_client->calculateDigest(m_three).status, 413);
    QCOMPARE(m_client->calculateDigest(m_three.first(2)).status, 200);
}

void tst_SandboxFaults::hugeAnswer() {
    m_sandbox->faults().add({.kind = FaultKind::HugeAnswer, .operation = Operation::Configuration});
    QCOMPARE(m_client->get(u"/api-config/v1.0/"_qs).body.size() / (1024 * 1024), 50);
}

void tst_SandboxFaults::hang_data() {
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<int>("done");
    QTest::newRow("before the work") << FaultKind::Hang << 0;
    QTest::newRow("after the work") << FaultKind::HangAfterWork << 1;
}

void tst_SandboxFaults::hang() {
    QFETCH(FaultKind, kind);
    QFETCH(int, done);
    const QJsonObject request = finalizeRequest(m_three);
    m_sandbox->faults().add({.kind = kind, .operation = Operation::FinalizeSigning});
    m_client->setPatience(400);
    const auto answer = finalize(request);
    QCOMPARE(answer.error, QNetworkReply::OperationCanceledError);
    QVERIFY(answer.milliseconds >= 390);
    QCOMPARE(finalizations(m_three[0]), done);
}

void tst_SandboxFaults::hangUp_data() {
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<bool>("works");
    QTest::newRow("before the work") << FaultKind::HangUpBeforeWork << false;
    QTest::newRow("after the work") << FaultKind::HangUpAfterWork << true;
}

void tst_SandboxFaults::hangUp() {
    QFETCH(FaultKind, kind);
    QFETCH(bool, works);
    const QJsonObject request = finalizeRequest(m_three);
    m_sandbox->faults().add({.kind = kind, .operation = Operation::FinalizeSigning});
    const auto answer = finalize(request);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.error, QNetworkReply::RemoteHostClosedError);
    // Qt sends a request again by itself when the peer hangs up: what arrives is counted, not what was meant.
    QVERIFY(m_sandbox->counters().values().requests.value(Operation::FinalizeSigning) >= 1);
    QCOMPARE(finalizations(m_three[0]), works ? 1 : 0);
}

void tst_SandboxFaults::cutAnswer() {
    const QJsonObject request = finalizeRequest(m_three);
    m_sandbox->faults().add({.kind = FaultKind::CutAnswer, .operation = Operation::FinalizeSigning});
    const auto answer = finalize(request);
    QCOMPARE(answer.error, QNetworkReply::RemoteHostClosedError);
    QCOMPARE(answer.status, 200);
    QCOMPARE(finalizations(m_three[0]), 1);
}

void tst_SandboxFaults::slowAnswer() {
    m_sandbox->faults().add(
        {.kind = FaultKind::SlowAnswer, .operation = Operation::StartSession, .amount = 2});
    const auto answer = m_client->get(u"/api-session/v1.0/start"_qs);
    QCOMPARE(answer.status, 201);
    QVERIFY2(answer.milliseconds > 300, QByteArray::number(answer.milliseconds));
    QCOMPARE(answer.data()[u"sessionId"].toString().size(), 64);
}

void tst_SandboxFaults::delay() {
    m_sandbox->faults().add({.kind = FaultKind::Delay, .times = 1, .amount = 300});
    QVERIFY(m_client->get(u"/api-config/v1.0/"_qs).milliseconds >= 290);
    QCOMPARE(m_client->get(u"/api-config/v1.0/"_qs).status, 200);
}

void tst_SandboxFaults::timesAreCounted() {
    m_sandbox->faults().add(
        {.kind = FaultKind::Refused, .operation = Operation::List, .times = 2, .status = 503});
    const QString path = u"/api-storage/v1.0/%1/list"_qs.arg(m_three[0]);
    QCOMPARE(m_client->get(path).status, 503);
    QCOMPARE(m_client->get(path).status, 503);
    QCOMPARE(m_client->get(path).status, 200);
    m_sandbox->faults().add({.kind = FaultKind::SessionExpired, .sessionId = m_three[0]});
    QCOMPARE(m_client->get(path).status, 404);
    m_sandbox->faults().clear();
    QCOMPARE(m_client->get(path).status, 200);
}

void tst_SandboxFaults::overHttp() {
    const QJsonObject fault{{u"kind"_qs, u"refused"_qs},
                            {u"operation"_qs, u"configuration"_qs},
                            {u"status"_qs, 503},
                            {u"shape"_qs, u"e"_qs}};
    const auto set = m_client->post(u"/sandbox/v1/faults"_qs, {{u"faults"_qs, QJsonArray{fault}}});
    QCOMPARE(set.status, 200);
    QCOMPARE(set.json()[u"faults"].toArray().size(), 1);
    QCOMPARE(m_client->get(u"/api-config/v1.0/"_qs).status, 503);
    QCOMPARE(m_client->get(u"/sandbox/v1/counters"_qs).json()[u"requests"][u"configuration"].toInt(), 1);
    QCOMPARE(
        m_client->post(u"/sandbox/v1/faults"_qs, {{u"clear"_qs, true}}).json()[u"faults"].toArray().size(),
        0);
    QCOMPARE(m_client->get(u"/api-config/v1.0/"_qs).status, 200);
    m_client->send("DELETE", u"/sandbox/v1/counters"_qs, {}, {});
    QVERIFY(m_sandbox->counters().values().requests.isEmpty());
}

void tst_SandboxFaults::badFaultsChangeNothing() {
    m_sandbox->faults().add({.kind = FaultKind::Refused, .operation = Operation::Token});
    const QJsonObject good{{u"kind"_qs, u"html"_qs}};
    for (const QJsonObject& bad : {QJsonObject{{u"kind"_qs, u"unknown"_qs}},
                                   QJsonObject{{u"kind"_qs, u"html"_qs}, {u"operation"_qs, u"unknown"_qs}},
                                   QJsonObject{{u"kind"_qs, u"refused"_qs}, {u"shape"_qs, u"z"_qs}}}) {
        const auto answer = m_client->post(u"/sandbox/v1/faults"_qs,
                                           {{u"clear"_qs, true}, {u"faults"_qs, QJsonArray{good, bad}}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(m_sandbox->faults().toJson().size(), 1);
    }
}

QTEST_GUILESS_MAIN(tst_SandboxFaults)
#include "tst_SandboxFaults.moc"
