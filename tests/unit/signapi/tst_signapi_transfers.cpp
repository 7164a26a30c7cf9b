#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "ClientFixture.h"
#include "signapi/MultipartUpload.h"

using namespace signet;
using namespace signet::test;
using base::ErrorCode;
using signapi::Delivery;

namespace {

const QByteArray Stored = R"({"data":{"id":"d1","name":"stored.asice","size":3,"type":"file",)"
                          R"("includedDocuments":{"id":"i1","name":"a.docx","size":2,"type":"file"}}})";

RawServer::Handler file(const QByteArray& content, int status = 200) {
    return RawServer::say(RawServer::http(status, "application/octet-stream", content));
}

}  // namespace

class TestTransfers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void uploadSends();
    void fileNames_data();
    void fileNames();
    void uploadOfAFile();
    void uploadOfMegabytes();
    void uploadNobodyReads();
    void uploadAfterRenewedToken();
    void uploadRefusals_data();
    void uploadRefusals();
    void uploadOfAShrinkingFile();
    void uploadStopped();
    void downloads_data();
    void downloads();
    void downloadOfMegabytes();
    void downloadOverAFile();
    void downloadIntoNowhere();
    void downloadRepeats();
    void downloadThatStalls();
    void downloadStopped();
    void downloadEncodesTheIdentifier();
    void downloadRefusesIdentifiers_data();
    void downloadRefusesIdentifiers();

private:
    QString target() const { return m_folder->filePath(QStringLiteral("out.asice")); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    QByteArray contentOfTarget() const {
        QFile out(target());
        return out.open(QIODevice::ReadOnly) ? out.readAll() : QByteArray("(no file)");
    }
    signapi::Answer<void> download(const RawServer& server, qint64 size) const {
        return QCoro::waitFor(
            clientOf(server)->downloadDocument(session("a1"), QStringLiteral("d1"), target(), size));
    }
    static std::shared_ptr<QBuffer> device(const QByteArray& content) {
        auto buffer = std::make_shared<QBuffer>();
        buffer->setData(content);
        buffer->open(QIODevice::ReadOnly);
        return buffer;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTransfers::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestTransfers::cleanup() {
    QVERIFY2(files().filter(QStringLiteral(".part")).isEmpty(), "a temporary file was left behind");
}

void TestTransfers::uploadSends() {
    RawServer server;
    server.then(RawServer::json(201, Stored));
    const auto answer = QCoro::waitFor(
        clientOf(server)->uploadDevice(session("a1"), device("%PDF"), QStringLiteral("Līgums \"1\".pdf")));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().error.detail()));
    QCOMPARE(answer->id, QStringLiteral("d1"));
    QCOMPARE(answer->name, QStringLiteral("stored.asice"));
    QCOMPARE(answer->size, 3);
    QCOMPARE(answer->includedDocuments.size(), 1);
    const RawRequest sent = server.requests().first();
    QCOMPARE(sent.line(), QByteArray("PUT /api-storage/v1.0/a1/upload HTTP/1.1"));
    const QByteArray type = sent.header("Content-Type");
    QVERIFY(type.startsWith("multipart/form-data; boundary="));
    const QByteArray boundary = type.mid(type.indexOf('=') + 1);
    QCOMPARE(sent.body, "--" + boundary +
                            "\r\nContent-Disposition: form-data; name=\"file\"; "
                            "filename=\"Līgums %221%22.pdf\"; filename*=UTF-8''L%C4%ABgums%20%221%22.pdf\r\n"
                            "Content-Type: application/pdf\r\n\r\n%PDF\r\n--" +
                            boundary + "--\r\n");
    QCOMPARE(sent.header("Content-Length"), QByteArray::number(sent.body.size()));
}

void TestTransfers::fileNames_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("parameters");
    QTest::newRow("plain") << QStringLiteral("a.pdf")
                           << QByteArray("filename=\"a.pdf\"; filename*=UTF-8''a.pdf");
    QTest::newRow("folder") << QStringLiteral("/home/x\\a.pdf")
                            << QByteArray("filename=\"a.pdf\"; filename*=UTF-8''a.pdf");
    QTest::newRow("header") << QStringLiteral("a\r\nX: y.pdf")
                            << QByteArray("filename=\"a__X: y.pdf\"; filename*=UTF-8''a__X%3A%20y.pdf");
    QTest::newRow("quotes") << QStringLiteral("a';%*.pdf")
                            << QByteArray("filename=\"a';%*.pdf\"; filename*=UTF-8''a%27%3B%25%2A.pdf");
    QTest::newRow("empty") << QString() << QByteArray("filename=\"file\"; filename*=UTF-8''file");
}

void TestTransfers::fileNames() {
    QFETCH(QString, name);
    QFETCH(QByteArray, parameters);
    QCOMPARE(signapi::fileNameParameters(name), parameters);
}

void TestTransfers::uploadOfAFile() {
    QFile source(m_folder->filePath(QStringLiteral("in.txt")));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("hello");
    source.close();
    RawServer server;
    server.then(RawServer::json(201, Stored));
    const auto client = clientOf(server);
    QVERIFY(QCoro::waitFor(client->uploadFile(session("a1"), source.fileName(), QStringLiteral("x.txt"))));
    QVERIFY(server.requests().first().body.contains("\r\n\r\nhello\r\n--"));

    const auto missing = QCoro::waitFor(
        client->uploadFile(session("a1"), source.fileName() + u".not", QStringLiteral("x.txt")));
    QVERIFY(!missing);
    QCOMPARE(nameOf(missing.error().error), base::toString(ErrorCode::FileNotReadable));
    QCOMPARE(missing.error().delivery, Delivery::NotSent);

    QVERIFY(source.resize(0));
    const auto empty =
        QCoro::waitFor(client->uploadFile(session("a1"), source.fileName(), QStringLiteral("x.txt")));
    QVERIFY(!empty);
    QCOMPARE(nameOf(empty.error().error), base::toString(ErrorCode::FileEmpty));
    QCOMPARE(server.requests().size(), 1);
}

void TestTransfers::uploadOfMegabytes() {
    RawServer server;
    server.then(RawServer::json(201, Stored));
    QByteArray content(30'000'000, 'x');
    for (qsizetype i = 0; i < content.size(); i += 997)
        content[i] = static_cast<char>(i / 997);
    const auto answer = QCoro::waitFor(
        clientOf(server)->uploadDevice(session("a1"), device(content), QStringLiteral("x.bin")));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().error.detail()));
    QVERIFY(server.requests().first().body.contains(content));
}

void TestTransfers::uploadNobodyReads() {
    RawServer server;
    server.onConnection([](QTcpSocket& socket) { socket.setReadBufferSize(1); });
    const auto answer = QCoro::waitFor(clientOf(server)->uploadDevice(
        session("a1"), device(QByteArray(50'000'000, 'x')), QStringLiteral("x.bin")));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::ServiceTimeout));
    QCOMPARE(answer.error().delivery, Delivery::Unclear);
}

void TestTransfers::uploadAfterRenewedToken() {
    RawServer server;
    server.then(RawServer::json(429, "{}", "Retry-After: 0\r\n"));
    server.then(RawServer::json(201, Stored));
    QVERIFY(QCoro::waitFor(
        clientOf(server)->uploadDevice(session("a1"), device("content"), QStringLiteral("x.txt"))));
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests().at(1).body.contains("\r\n\r\ncontent\r\n--"));
}

void TestTransfers::uploadRefusals_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("413") << 413 << QByteArray(R"({"error":{"code":"storage:tooLarge"}})")
                         << QStringLiteral("storage:tooLarge");
    QTest::newRow("400") << 400 << QByteArray(R"({"error":"too large a file"})")
                         << QStringLiteral("service-error");
    QTest::newRow("500") << 500 << QByteArray("{}") << QStringLiteral("service-error");
    QTest::newRow("503") << 503 << QByteArray("{}") << QStringLiteral("service-unavailable");
    QTest::newRow("no document") << 201 << QByteArray(R"({"data":{}})")
                                 << QStringLiteral("answer-unreadable");
    QTest::newRow("nothing") << 201 << QByteArray() << QStringLiteral("answer-unreadable");
}

void TestTransfers::uploadRefusals() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    RawServer server;
    server.then(RawServer::json(status, body));
    const auto answer =
        QCoro::waitFor(clientOf(server)->uploadDevice(session("a1"), device("x"), QStringLiteral("x.txt")));
    QVERIFY(!answer);
    QCOMPARE(answer.error().error.publicCode(), code);
    QCOMPARE(server.requests().size(), 1);
}

void TestTransfers::uploadOfAShrinkingFile() {
    /** Claims more than it has. */
    class Shrinking : public QBuffer {
    public:
        qint64 size() const override { return 1'000'000; }
    };
    auto shrinking = std::make_shared<Shrinking>();
    shrinking->setData(QByteArray(1000, 'x'));
    shrinking->open(QIODevice::ReadOnly);
    RawServer server;
    server.then(RawServer::json(201, Stored));
    const auto answer =
        QCoro::waitFor(clientOf(server)->uploadDevice(session("a1"), shrinking, QStringLiteral("x.txt")));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::FileNotReadable));
    QCOMPARE(answer.error().delivery, Delivery::NotSent);
    QCOMPARE(server.requests().size(), 0);
}

void TestTransfers::uploadStopped() {
    RawServer server;
    std::stop_source stop;
    server.onConnection([](QTcpSocket& socket) { socket.setReadBufferSize(1); });
    QTimer::singleShot(200, this, [&stop] { stop.request_stop(); });
    const auto answer = QCoro::waitFor(clientOf(server)->uploadDevice(
        session("a1"), device(QByteArray(50'000'000, 'x')), QStringLiteral("x.bin"), stop.get_token()));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), base::toString(ErrorCode::Cancelled));
}

void TestTransfers::downloads_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("code");  // empty: saved
    const QByteArray octets = "application/octet-stream";
    QTest::newRow("right size") << RawServer::http(200, octets, "content") << 7 << QString();
    QTest::newRow("size unknown") << RawServer::http(200, octets, "content") << -1 << QString();
    QTest::newRow("no type") << RawServer::http(200, {}, "content") << 7 << QString();
    QTest::newRow("markup inside") << RawServer::http(200, octets, "<xml/>!") << 7 << QString();
    QTest::newRow("shorter") << RawServer::http(200, octets, "cont") << 7
                             << QStringLiteral("answer-incomplete");
    QTest::newRow("longer") << RawServer::http(200, octets, "contents") << 7
                            << QStringLiteral("answer-too-large");
    QTest::newRow("web page") << RawServer::http(200, "text/html", "content") << 7
                              << QStringLiteral("proxy-answer");
    QTest::newRow("404") << RawServer::http(404, "application/json", R"({"error":{"code":"storage:none"}})")
                         << 7 << QStringLiteral("storage:none");
    QTest::newRow("redirect") << RawServer::http(302, {}, {}, "Location: http://127.0.0.1/\r\n") << 7
                              << QStringLiteral("redirect-refused");
}

void TestTransfers::downloads() {
    QFETCH(QByteArray, answer);
    QFETCH(int, size);
    QFETCH(QString, code);
    RawServer server;
    server.then(RawServer::say(answer));
    const auto saved = download(server, size);
    QCOMPARE(saved ? QString() : saved.error().error.publicCode(), code);
    QCOMPARE(files(), code.isEmpty() ? QStringList{QStringLiteral("out.asice")} : QStringList());
    QCOMPARE(server.requests().first().line(), QByteArray("GET /api-storage/v1.0/a1/d1 HTTP/1.1"));
}

void TestTransfers::downloadOfMegabytes() {
    RawServer server;
    QByteArray content(50'000'000, 'x');
    for (qsizetype i = 0; i < content.size(); i += 997)
        content[i] = static_cast<char>(i / 997);
    server.then(file(content));
    const auto saved = download(server, content.size());
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().error.detail()));
    QVERIFY(contentOfTarget() == content);
}

void TestTransfers::downloadOverAFile() {
    QFile mine(target());
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("mine");
    mine.close();
    RawServer server;
    server.then(file("content"));
    const auto saved = download(server, 7);
    QVERIFY(!saved);
    QCOMPARE(nameOf(saved.error().error), base::toString(ErrorCode::OutputNotWritable));
    QCOMPARE(contentOfTarget(), QByteArray("mine"));
}

void TestTransfers::downloadIntoNowhere() {
    RawServer server;
    server.then(file("content"));
    const QString path = m_folder->filePath(QStringLiteral("no/such/folder/x.asice"));
    const auto saved =
        QCoro::waitFor(clientOf(server)->downloadDocument(session("a1"), QStringLiteral("d1"), path, 7));
    QVERIFY(!saved);
    QCOMPARE(nameOf(saved.error().error), base::toString(ErrorCode::OutputNotWritable));
    QCOMPARE(server.requests().size(), 0);
}

void TestTransfers::downloadRepeats() {
    RawServer server;
    server.then([](QTcpSocket& socket, const RawRequest&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nconXX");
        socket.disconnectFromHost();
    });
    server.then(file("", 503));
    server.then(file("content"));
    const auto saved = download(server, 7);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().error.detail()));
    QCOMPARE(contentOfTarget(), QByteArray("content"));
    QCOMPARE(server.requests().size(), 3);
}

void TestTransfers::downloadThatStalls() {
    RawServer server;
    server.then([](QTcpSocket& socket, const RawRequest&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\ncon");
    });
    server.then(RawServer::silence());
    server.then(file("content"));
    QElapsedTimer clock;
    clock.start();
    QVERIFY(download(server, 7));
    QCOMPARE(contentOfTarget(), QByteArray("content"));
    QVERIFY(clock.elapsed() >= 1300);
    QVERIFY(clock.elapsed() < 5000);
}

void TestTransfers::downloadStopped() {
    RawServer server;
    std::stop_source stop;
    server.then([&stop](QTcpSocket& socket, const RawRequest&) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\ncon");
        QTimer::singleShot(100, &socket, [&stop] { stop.request_stop(); });
    });
    const auto saved = QCoro::waitFor(clientOf(server)->downloadDocument(session("a1"), QStringLiteral("d1"),
                                                                         target(), 7, stop.get_token()));
    QVERIFY(!saved);
    QCOMPARE(nameOf(saved.error().error), base::toString(ErrorCode::Cancelled));
    QCOMPARE(files(), QStringList());
}

void TestTransfers::downloadEncodesTheIdentifier() {
    RawServer server;
    server.then(file("content"));
    QVERIFY(QCoro::waitFor(
        clientOf(server)->downloadDocument(session("a1"), QStringLiteral("a/b?c#d %e"), target(), 7)));
    QCOMPARE(server.requests().first().line(),
             QByteArray("GET /api-storage/v1.0/a1/a%2Fb%3Fc%23d%20%25e HTTP/1.1"));
}

void TestTransfers::downloadRefusesIdentifiers_data() {
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("dot") << QStringLiteral(".");
    QTest::newRow("dots") << QStringLiteral("..");
    QTest::newRow("long") << QString(1000, u'a');
}

void TestTransfers::downloadRefusesIdentifiers() {
    QFETCH(QString, id);
    RawServer server;
    const auto saved = QCoro::waitFor(clientOf(server)->downloadDocument(session("a1"), id, target(), 7));
    QVERIFY(!saved);
    QCOMPARE(nameOf(saved.error().error), base::toString(ErrorCode::IdentifierInvalid));
    QCOMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_signapi_transfers.moc"
