#include <QTest>

#include "ClientFixture.h"

using namespace signet;
using namespace signet::test;
using signapi::Indication;
using signapi::SignatureReport;
using signapi::ValidationReport;

namespace {

const QByteArray Version1 = R"({ "data": {
  "signatureForm": "ASiC-E", "validationTime": "2026-03-05T09:14:27Z", "validationLevel": "ARCHIVAL_DATA",
  "signaturesCount": 1, "validSignaturesCount": 1,
  "validatedDocument": { "filename": "akts.asice" },
  "includedFiles": [ { "filename": "akts.docx" } ],
  "signaturesExt": [ {
    "id": "S-5D1C0A77", "indication": "TOTAL-PASSED", "subIndication": "",
    "signedBy": "PARAUGS PĒTERIS", "signerSerialNumber": "PNOLV-000000-00000", "registrationNumber": "",
    "signatureLevel": "QESIG", "signatureFormat": "XAdES_BASELINE_LT",
    "info": {
      "bestSignatureTime": "2026-03-05T09:12:50Z", "timestampCreationTime": "2026-03-05T09:12:51Z",
      "ocspResponseCreationTime": "2026-03-05T09:12:52Z", "timeAssertionMessageImprint": "x",
      "signingReason": "piekrītu", "signerRole": [ { "claimedRole": "valdes loceklis" } ],
      "signatureProductionPlace": { "countryName": "LV", "stateOrProvince": "", "city": "Rīga", "postalCode": "" } },
    "errors": [], "warnings": [ { "content": "The trusted list is not considered as fresh!" } ] } ] } })";

const QByteArray Version2 = R"({ "data": {
  "signatureForm": "ASiC-E", "validationTime": "2026-03-05T09:14:27Z", "validationLevel": "ARCHIVAL_DATA",
  "signaturesCount": 1, "validSignaturesCount": 1,
  "validatedDocument": { "fileName": "akts.asice", "includedFiles": [ "akts.docx" ] },
  "signaturesExt": [ {
    "id": "S-5D1C0A77", "indication": "TOTAL-PASSED", "subIndication": "",
    "signatureLevel": "QESIG", "signatureFormat": "XAdES_BASELINE_LT",
    "signerExt": {
      "signedby": "PARAUGS PĒTERIS", "organization": "SIA Paraugs",
      "signerSerialNumber": "PNOLV-000000-00000", "registrationNumber": "40000000000",
      "signerRole": ["valdes loceklis"], "signatureProductionPlace": {"city": "Rīga", "countryName": "LV"} },
    "timeStamp": "2026-03-05T09:12:51Z", "ocspResponceTime": "2026-03-05T09:12:52Z",
    "maximumValidityTime": "2031-03-05T09:12:51Z",
    "errors": [], "warnings": ["The trusted list is not considered as fresh!"] } ] } })";

QDateTime utc(int hour, int minute, int second) {
    return QDateTime(QDate(2026, 3, 5), QTime(hour, minute, second), Qt::UTC);
}

/** What both of the examples say. */
ValidationReport expectedReport() {
    SignatureReport signature;
    signature.id = QStringLiteral("S-5D1C0A77");
    signature.indication = Indication::TotalPassed;
    signature.indicationText = QStringLiteral("TOTAL-PASSED");
    signature.signedBy = QStringLiteral("PARAUGS PĒTERIS");
    signature.signerSerialNumber = QStringLiteral("PNOLV-000000-00000");
    signature.level = QStringLiteral("QESIG");
    signature.format = QStringLiteral("XAdES_BASELINE_LT");
    signature.timeStampTime = utc(9, 12, 51);
    signature.ocspTime = utc(9, 12, 52);
    signature.roles = QStringList{QStringLiteral("valdes loceklis")};
    signature.productionPlace = QStringLiteral("Rīga, LV");
    signature.warnings = QStringList{QStringLiteral("The trusted list is not considered as fresh!")};
    ValidationReport report;
    report.form = QStringLiteral("ASiC-E");
    report.level = QStringLiteral("ARCHIVAL_DATA");
    report.validationTime = utc(9, 14, 27);
    report.documentName = QStringLiteral("akts.asice");
    report.includedFiles = QStringList{QStringLiteral("akts.docx")};
    report.signaturesCount = 1;
    report.validSignaturesCount = 1;
    report.signatures = {signature};
    return report;
}

auto ask(const RawServer& server, const char* document = "d1") {
    return QCoro::waitFor(clientOf(server)->validate(session("a1"), QString::fromLatin1(document)));
}

/** A report with one signature that has these members. */
QByteArray signatureWith(const QByteArray& members) {
    return "{\"data\":{\"signaturesExt\":[{" + members + "}]}}";
}

}  // namespace

/** The reports of api-validation, in every shape that any source has shown, and which version is asked. */
class TestValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentedReports_data();
    void documentedReports();
    void spellings_data();
    void spellings();
    void times_data();
    void times();
    void indications_data();
    void indications();
    void remarks();
    void severalSignatures();
    void refusedReports_data();
    void refusedReports();
    void notSigned_data();
    void notSigned();
    void asksVersionTwo();
    void fallsBackToVersionOne();
    void goneInBothVersions();
    void remembersVersionTwo();
    void repeats_data();
    void repeats();
    void badDocumentId();
    void stopEndsIt();
};

void TestValidation::documentedReports_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isSecond");
    const auto bare = [](const QByteArray& body) {
        return body.mid(body.indexOf('{', 1), body.lastIndexOf('}') - body.indexOf('{', 1));
    };
    QTest::newRow("1") << Version1 << false;
    QTest::newRow("1 without data") << bare(Version1) << false;
    QTest::newRow("2") << Version2 << true;
    QTest::newRow("2 without data") << bare(Version2) << true;
}

void TestValidation::documentedReports() {
    QFETCH(QByteArray, body);
    QFETCH(bool, isSecond);
    RawServer server;
    server.then(RawServer::json(200, body));
    ValidationReport expected = expectedReport();
    if (isSecond) {
        expected.signatures[0].organisation = QStringLiteral("SIA Paraugs");
        expected.signatures[0].registrationNumber = QStringLiteral("40000000000");
        expected.signatures[0].maximumValidityTime = QDateTime(QDate(2031, 3, 5), QTime(9, 12, 51), Qt::UTC);
    } else {
        expected.signatures[0].reason = QStringLiteral("piekrītu");
    }
    const auto answer = ask(server);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().error.detail()));
    QCOMPARE(answer->signatures.value(0).signedBy, expected.signatures.value(0).signedBy);
    QCOMPARE(answer->signatures.value(0).timeStampTime, expected.signatures.value(0).timeStampTime);
    QVERIFY(*answer == expected);
}

/** Each row replaces one spelling of the examples by another that was seen; the report stays the same. */
void TestValidation::spellings_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char* name, const QByteArray& body, const char* from, const char* to) {
        QTest::newRow(name) << body << QByteArray(from) << QByteArray(to);
    };
    row("signedBy in 2", Version2, "signedby", "signedBy");
    row("signedby in 1", Version1, "signedBy", "signedby");
    row("signer at the top in 2", Version2, R"("signerExt": {
      "signedby": "PARAUGS PĒTERIS",)",
        R"("signedBy": "PARAUGS PĒTERIS", "signerExt": { "signedby": "", "signedBy": null,)");
    row("fileName in 1", Version1, R"("filename": "akts.asice")", R"("fileName": "akts.asice")");
    row("filename in 2", Version2, "fileName", "filename");
    row("document as a text", Version1, R"({ "filename": "akts.asice" })", R"("akts.asice")");
    row("files as texts in 1", Version1, R"({ "filename": "akts.docx" })", R"("akts.docx")");
    row("files as objects in 2", Version2, R"([ "akts.docx" ])", R"([ { "fileName": "akts.docx" } ])");
    row("one file as an object", Version1, R"([ { "filename": "akts.docx" } ])",
        R"({ "filename": "akts.docx" })");
    row("one file as a text", Version2, R"([ "akts.docx" ])", R"("akts.docx")");
    row("files at the top in 2", Version2, R"(, "includedFiles": [ "akts.docx" ] },)",
        R"( }, "includedFiles": [ "akts.docx" ],)");
    row("files empty at the top", Version2, R"("signaturesCount": 1,)",
        R"("signaturesCount": 1, "includedFiles": [],)");
    row("ocspResponseTime", Version2, "ocspResponceTime", "ocspResponseTime");
    row("times in info in 2", Version2,
        R"("timeStamp": "2026-03-05T09:12:51Z", "ocspResponceTime": "2026-03-05T09:12:52Z",)",
        R"("timeStamp": null, "info": {"timestampCreationTime": "2026-03-05T09:12:51Z",)"
        R"( "ocspResponseCreationTime": "2026-03-05T09:12:52Z"},)");
    row("only the best time", Version1,
        R"("bestSignatureTime": "2026-03-05T09:12:50Z", "timestampCreationTime")", R"("bestSignatureTime")");
    row("warning as a text in 1", Version1,
        R"({ "content": "The trusted list is not considered as fresh!" })",
        R"("The trusted list is not considered as fresh!")");
    row("warning as an object in 2", Version2, R"(["The trusted list is not considered as fresh!"])",
        R"({"content": "The trusted list is not considered as fresh!"})");
    row("no errors", Version1, R"("errors": [],)", R"("errors": null,)");
    row("role as an object in 2", Version2, R"(["valdes loceklis"])",
        R"([{"claimedRole": "valdes loceklis"}])");
    row("counts as texts", Version1, R"("signaturesCount": 1)", R"("signaturesCount": "1")");
    row("one signature as an object", Version1, R"("signaturesExt": [ {)",
        R"("x": [], "signaturesExt": [ {)");
    row("odd members", Version1, R"("errors": [],)",
        R"("errors": [[], {}, null, true, ""], "more": {"a":[1]},)");
    row("odd place", Version1, R"("stateOrProvince": "")", R"("stateOrProvince": ["x"])");
}

void TestValidation::spellings() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QVERIFY(body.contains(from));
    ValidationReport expected;
    {
        RawServer server;
        server.then(RawServer::json(200, body));
        const auto answer = ask(server);
        QVERIFY(answer);
        expected = *answer;
    }
    RawServer server;
    server.then(RawServer::json(200, QByteArray(body).replace(from, to)));
    const auto answer = ask(server);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().error.detail()));
    QCOMPARE(answer->documentName, expected.documentName);
    QCOMPARE(answer->includedFiles, expected.includedFiles);
    QCOMPARE(answer->signaturesCount, expected.signaturesCount);
    const SignatureReport got = answer->signatures.value(0);
    const SignatureReport wanted = expected.signatures.value(0);
    QCOMPARE(got.signedBy, wanted.signedBy);
    QCOMPARE(got.timeStampTime, wanted.timeStampTime);
    QCOMPARE(got.ocspTime, wanted.ocspTime);
    QCOMPARE(got.warnings, wanted.warnings);
    QCOMPARE(got.errors, wanted.errors);
    QCOMPARE(got.productionPlace, wanted.productionPlace);
    QCOMPARE(got.roles, wanted.roles);
}

void TestValidation::times_data() {
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QDateTime>("expected");
    const QDateTime good = utc(9, 12, 51);
    QTest::newRow("zone Z") << QByteArray("\"2026-03-05T09:12:51Z\"") << good;
    QTest::newRow("no zone is UTC") << QByteArray("\"2026-03-05T09:12:51\"") << good;
    QTest::newRow("offset") << QByteArray("\"2026-03-05T11:12:51+02:00\"") << good;
    QTest::newRow("a blank") << QByteArray("\"2026-03-05 09:12:51\"") << good;
    QTest::newRow("milliseconds") << QByteArray("\"2026-03-05T09:12:51.104Z\"") << good.addMSecs(104);
    QTest::newRow("microseconds") << QByteArray("\"2026-03-05T09:12:51.104000\"") << good.addMSecs(104);
    QTest::newRow("nothing") << QByteArray("\"\"") << QDateTime();
    QTest::newRow("words") << QByteArray("\"yesterday\"") << QDateTime();
    QTest::newRow("number") << QByteArray("17") << QDateTime();
    QTest::newRow("object") << QByteArray("{\"time\":1}") << QDateTime();
    QTest::newRow("no such day") << QByteArray("\"2026-02-30T09:12:51Z\"") << QDateTime();
    QTest::newRow("long") << "\"" + QByteArray(100'000, '2') + "\"" << QDateTime();
}

void TestValidation::times() {
    QFETCH(QByteArray, written);
    QFETCH(QDateTime, expected);
    RawServer server;
    server.then(RawServer::json(200, signatureWith("\"timeStamp\":" + written)));
    // Somewhere where local time is not UTC.
    qputenv("TZ", "Europe/Riga");
    const auto answer = ask(server);
    qunsetenv("TZ");
    QVERIFY(answer);
    const QDateTime time = answer->signatures.value(0).timeStampTime;
    QCOMPARE(time.isValid(), expected.isValid());
    QCOMPARE(time.toMSecsSinceEpoch(), expected.toMSecsSinceEpoch());
    if (time.isValid())
        QCOMPARE(time.timeSpec(), Qt::UTC);
}

void TestValidation::indications_data() {
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<Indication>("expected");
    QTest::newRow("passed") << QByteArray("\"TOTAL-PASSED\"") << Indication::TotalPassed;
    QTest::newRow("passed, underline") << QByteArray("\"TOTAL_PASSED\"") << Indication::TotalPassed;
    QTest::newRow("failed") << QByteArray("\"Total-Failed\"") << Indication::TotalFailed;
    QTest::newRow("indeterminate") << QByteArray("\" INDETERMINATE\"") << Indication::Indeterminate;
    QTest::newRow("passed within") << QByteArray("\"NOT TOTAL-PASSED\"") << Indication::Unknown;
    QTest::newRow("valid") << QByteArray("\"VALID\"") << Indication::Unknown;
    QTest::newRow("empty") << QByteArray("\"\"") << Indication::Unknown;
    QTest::newRow("null") << QByteArray("null") << Indication::Unknown;
    QTest::newRow("list") << QByteArray("[\"TOTAL-PASSED\"]") << Indication::Unknown;
    QTest::newRow("true") << QByteArray("true") << Indication::Unknown;
}

void TestValidation::indications() {
    QFETCH(QByteArray, written);
    QFETCH(Indication, expected);
    RawServer server;
    server.then(RawServer::json(200, signatureWith("\"indication\":" + written)));
    const auto answer = ask(server);
    QVERIFY(answer);
    QVERIFY(answer->signatures.value(0).indication == expected);
}

void TestValidation::remarks() {
    RawServer server;
    const QByteArray many = "[" + QByteArray(R"({"content":"again"},)").repeated(5'000) + "\"last\"]";
    const QByteArray mixed = R"([{"content":"one"},"two",{"message":"three"},{"code":"four","content":""}])";
    server.then(RawServer::json(200, signatureWith("\"errors\":" + mixed + ",\"warnings\":" + many +
                                                   ",\"signedBy\":\"" + QByteArray(1'000'000, 'x') + "\"")));
    const auto answer = ask(server);
    QVERIFY(answer);
    const SignatureReport signature = answer->signatures.value(0);
    QCOMPARE(signature.errors.join(u' '), QStringLiteral("one two three four"));
    QVERIFY(signature.warnings.size() >= 10 && signature.warnings.size() <= 1'000);
    QVERIFY(signature.signedBy.size() <= 4'096);
}

void TestValidation::severalSignatures() {
    RawServer server;
    server.then(RawServer::json(200, R"({"data":{"signaturesCount":3,"signaturesExt":[
        {"id":"A","indication":"TOTAL-PASSED"},{"id":"B","indication":"TOTAL-FAILED"},7]}})"));
    const auto answer = ask(server);
    QVERIFY(answer);
    QCOMPARE(answer->signatures.size(), 3);
    QCOMPARE(answer->signatures.at(1).id, QStringLiteral("B"));
    QVERIFY(answer->signatures.at(1).indication == Indication::TotalFailed);
    QVERIFY(answer->signatures.at(2).indication == Indication::Unknown);
    QCOMPARE(answer->signaturesCount, 3);
    QCOMPARE(answer->validSignaturesCount, -1);
}

void TestValidation::refusedReports_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QByteArray& body, const char* code = "answer-unreadable") {
        QTest::newRow(name) << body << QString::fromLatin1(code);
    };
    row("nothing", "");
    row("OK", "OK");
    row("empty object", "{}");
    row("data null", R"({"data":null})");
    row("data is a list", R"({"data":[]})");
    row("other things", R"({"data":{"results":[]}})");
    row("list is a number", R"({"data":{"signaturesExt":7,"signaturesCount":0}})");
    row("no signature", R"({"data":{"signaturesExt":[],"signaturesCount":0}})", "document-not-signed");
    row("none counted", R"({"data":{"signatureForm":"PDF","signaturesCount":0}})", "document-not-signed");
    row("counted but not there", R"({"data":{"signaturesExt":[],"signaturesCount":2}})");
    row("too many", "{\"data\":{\"signaturesExt\":[" + QByteArray("{},").repeated(2'000) + "{}]}}");
    row("HTML", "<html>", "proxy-answer");
    row("cut", R"({"data":{"signaturesExt":[{)");
    row("deep", QByteArray("{\"data\":").repeated(100'000));
    row("error in a 200", R"({"error":{"code":"validation:x","message":"No."}})", "service-error");
}

void TestValidation::refusedReports() {
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    RawServer server;
    server.then(RawServer::json(200, body));
    const auto answer = ask(server);
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), code);
}

void TestValidation::notSigned_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QString notSigned = QStringLiteral("document-not-signed");
    const QString other = QStringLiteral("service-error");
    QTest::newRow("as seen") << 400 << QByteArray(R"({"error": "file is not signed"})") << notSigned;
    QTest::newRow("other letters") << 422 << QByteArray(R"({"error":"File is not signed."})") << notSigned;
    QTest::newRow("object") << 400
                            << QByteArray(
                                   R"({"error":{"code":"validation:x","message":"file is not signed"}})")
                            << notSigned;
    QTest::newRow("in data") << 400 << QByteArray(R"({"data":{"error":"file is not signed"}})") << notSigned;
    QTest::newRow("in a 200") << 200 << QByteArray(R"({"error":"file is not signed"})") << notSigned;
    QTest::newRow("inner document") << 400
                                    << QByteArray(R"({"error":"Document format not recognized/handled"})")
                                    << other;
    QTest::newRow("without words") << 400 << QByteArray() << other;
}

void TestValidation::notSigned() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    RawServer server;
    server.then(RawServer::json(status, body));
    const auto answer = ask(server);
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), code);
    // A script reads Signet's word, whatever the service's is.
    QCOMPARE(answer.error().error.publicCode(), code);
    QCOMPARE(server.requests().size(), 1);
}

void TestValidation::asksVersionTwo() {
    RawServer server;
    server.then(RawServer::json(200, Version2));
    QVERIFY(ask(server, "d/1 ?"));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().line(),
             QByteArray("GET /api-validation/v2.0/a1/d%2F1%20%3F/validate HTTP/1.1"));
    QCOMPARE(server.requests().first().header("Authorization"), QByteArray("Bearer token-4711"));
}

void TestValidation::fallsBackToVersionOne() {
    RawServer server;
    server.then(RawServer::say(RawServer::http(404, "text/html", "<html>no such page</html>")));
    server.then(RawServer::json(400, R"({"error":"Document format not recognized/handled"})"));
    server.then(RawServer::json(404, R"({"error":{"code":"x","message":"no such call"}})"));
    server.then(RawServer::json(200, Version1));
    const auto client = clientOf(server);
    // A refusal does not yet show which version the service speaks.
    QVERIFY(!QCoro::waitFor(client->validate(session("a1"), QStringLiteral("d1"))));
    for (int i = 0; i < 2; ++i) {
        const auto answer = QCoro::waitFor(client->validate(session("a1"), QStringLiteral("d1")));
        QVERIFY(answer);
        QCOMPARE(answer->documentName, QStringLiteral("akts.asice"));
    }
    QList<QByteArray> versions;
    for (const RawRequest& request : server.requests())
        versions.append(request.line().mid(sizeof("GET /api-validation/") - 1, 4));
    QCOMPARE(versions, QList<QByteArray>({"v2.0", "v1.0", "v2.0", "v1.0", "v1.0"}));
}

void TestValidation::goneInBothVersions() {
    RawServer server;
    server.then(RawServer::json(404, R"({"error":{"code":"session:notFound","message":"Gone"}})"));
    const auto answer = ask(server);
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), QStringLiteral("session-not-found"));
    QCOMPARE(server.requests().size(), 2);
}

void TestValidation::remembersVersionTwo() {
    RawServer server;
    server.then(RawServer::json(400, R"({"error":"file is not signed"})"));
    server.then(RawServer::json(404, "{}"));
    const auto client = clientOf(server);
    QVERIFY(!QCoro::waitFor(client->validate(session("a1"), QStringLiteral("d1"))));
    QVERIFY(!QCoro::waitFor(client->validate(session("a1"), QStringLiteral("d2"))));
    // Version 2 is there, so this 404 is about the document.
    QCOMPARE(server.requests().size(), 2);
}

void TestValidation::repeats_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("again");
    QTest::newRow("502") << 502 << true;
    QTest::newRow("503") << 503 << true;
    QTest::newRow("500") << 500 << false;
    QTest::newRow("504") << 504 << false;
    QTest::newRow("400") << 400 << false;
}

void TestValidation::repeats() {
    QFETCH(int, status);
    QFETCH(bool, again);
    RawServer server;
    server.then(RawServer::json(status, "{}"));
    server.then(RawServer::json(200, Version2));
    QCOMPARE(ask(server).has_value(), again);
    QCOMPARE(server.requests().size(), again ? 2 : 1);
}

void TestValidation::badDocumentId() {
    RawServer server;
    const auto answer = ask(server, "..");
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), QStringLiteral("identifier-invalid"));
    QCOMPARE(server.begun(), 0);
}

void TestValidation::stopEndsIt() {
    RawServer server;
    std::stop_source stop;
    server.then([&stop](QTcpSocket&, const RawRequest&) { stop.request_stop(); });
    const auto answer =
        QCoro::waitFor(clientOf(server)->validate(session("a1"), QStringLiteral("d1"), stop.get_token()));
    QVERIFY(!answer);
    QCOMPARE(nameOf(answer.error().error), QStringLiteral("cancelled"));
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_signapi_validation.moc"
