#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "ServiceClient.h"
#include "crypto/PfxFile.h"
#include "crypto/RsaPublicKey.h"
#include "sandbox/pki/CertificateBuilder.h"
#include "sandbox/pki/SealPfx.h"
#include "sandbox/service/SampleDocuments.h"
#include "sandbox/service/ZipArchive.h"
#include "support/AsicVerifier.h"
#include "support/PdfJudge.h"
#include "support/ToolRun.h"

using namespace signet;
using namespace signet::sandbox;
using test::HttpResult;
using test::ServiceClient;

namespace {

const QString SealPath = QStringLiteral("/api-sign/v1.0/eSealCreate");
const QString ArchivePath = QStringLiteral("/api-sign/v1.0/addArchive");
const QString KeyPath = QStringLiteral("/api-config/v1.0/public/key");

QJsonArray listOf(const QStringList& sessions) {
    QJsonArray list;
    for (const QString& id : sessions)
        list.append(QJsonObject{{u"sessionId"_qs, id}});
    return list;
}

QString base64(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64());
}

QString errorOf(const HttpResult& answer, int entry) {
    return answer.data()[u"results"][entry][u"error"][u"code"].toString();
}

}  // namespace

/** eSealCreate, addArchive and the central key over real HTTP; the results are judged by programs that are
 * not ours. */
class tst_SandboxSealing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void sealVerifies_data();
    void sealVerifies();
    void sealWhatWasSigned();
    void otherPasswords_data();
    void otherPasswords();
    void refusedRequests_data();
    void refusedRequests();
    void refusedSeals();
    void sessionsStandAlone();
    void archive_data();
    void archive();
    void archiveChangesTheSignaturesOnly();
    void tamperedArchiveDoesNotVerify();
    void archiveWantsSignatures();
    void centralKey_data();
    void centralKey();
    void refusedKeys_data();
    void refusedKeys();
    void changesAreCounted();
    void filesOfTheSeal();

private:
    struct Sealer {
        KeyAndCertificate sealing;
        QByteArray authenticationDer;
        PfxStyle style = PfxStyle::Modern;
        QByteArray password = "zimogs-2026";
        QString padding = QStringLiteral("pkcs1");
    };
    Sealer sealer(KeyKind kind = KeyKind::P256);
    QByteArray encrypted(const Sealer& sealer);
    QJsonObject request(const Sealer& sealer, const QStringList& sessions, const QJsonObject& more = {});
    HttpResult archiveSessions(const QStringList& sessions);
    QString session(const QList<SandboxDocument>& documents) { return m_sandbox->addSession(documents); }
    SandboxDocument first(const QString& sessionId) { return m_sandbox->documents(sessionId)->first(); }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<ServiceClient> m_client;
    QTemporaryDir m_folder;
};

void tst_SandboxSealing::initTestCase() {
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<ServiceClient>(*m_sandbox);
}

void tst_SandboxSealing::init() {
    m_sandbox->faults().clear();
    m_sandbox->counters().reset();
}

tst_SandboxSealing::Sealer tst_SandboxSealing::sealer(KeyKind kind) {
    const auto seal = m_sandbox->pki().issueSeal(u"SIA Paraugs"_qs, u"40003000000"_qs, kind);
    return {seal->sealing, seal->authentication.certificateDer};
}

/** By openssl, as nothing of ours should have to agree with itself. */
QByteArray tst_SandboxSealing::encrypted(const Sealer& sealer) {
    test::writeFile(m_folder.filePath(u"key.pem"_qs),
                    m_client->get(KeyPath).json()[u"publicKey"].toString().toLatin1());
    test::writeFile(m_folder.filePath(u"password"_qs), sealer.password);
    const auto done = test::runTool(
        u"openssl"_qs,
        {u"pkeyutl"_qs, u"-encrypt"_qs, u"-pubin"_qs, u"-inkey"_qs, u"key.pem"_qs, u"-in"_qs, u"password"_qs,
         u"-out"_qs, u"encrypted"_qs, u"-pkeyopt"_qs, u"rsa_padding_mode:"_qs + sealer.padding},
        m_folder.path());
    if (!done.good)
        qWarning() << done.output;
    return test::readFile(m_folder.filePath(u"encrypted"_qs));
}

QJsonObject tst_SandboxSealing::request(const Sealer& sealer, const QStringList& sessions,
                                        const QJsonObject& more) {
    const auto pfx = makePfx(sealer.sealing, {m_sandbox->pki().issuer().certificateDer},
                             base::SecretBytes(sealer.password), sealer.style);
    QJsonObject body{{u"sessions"_qs, listOf(sessions)},
                     {u"signAsPdf"_qs, false},
                     {u"createNewEdoc"_qs, false},
                     {u"signKey"_qs, base64(*pfx)},
                     {u"signKeyPassword"_qs, base64(encrypted(sealer))},
                     {u"authCertificate"_qs, base64(sealer.authenticationDer)}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return body;
}

HttpResult tst_SandboxSealing::archiveSessions(const QStringList& sessions) {
    return m_client->post(ArchivePath,
                          {{u"sessions"_qs, listOf(sessions)},
                           {u"authCertificate"_qs, base64(m_client->card().authentication.certificateDer)}});
}

void tst_SandboxSealing::sealVerifies_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("old");
    QTest::addColumn<QString>("padding");
    QTest::addColumn<bool>("asPdf");
    QTest::newRow("RSA, PKCS#1") << int(KeyKind::Rsa2048) << false << u"pkcs1"_qs << false;
    QTest::newRow("RSA, OAEP, old PFX") << int(KeyKind::Rsa2048) << true << u"oaep"_qs << false;
    QTest::newRow("P-256") << int(KeyKind::P256) << false << u"oaep"_qs << false;
    QTest::newRow("P-384, old PFX") << int(KeyKind::P384) << true << u"pkcs1"_qs << false;
    QTest::newRow("RSA, PDF") << int(KeyKind::Rsa2048) << false << u"oaep"_qs << true;
    QTest::newRow("P-384, PDF") << int(KeyKind::P384) << false << u"pkcs1"_qs << true;
}

void tst_SandboxSealing::sealVerifies() {
    QFETCH(int, kind);
    QFETCH(bool, old);
    QFETCH(QString, padding);
    QFETCH(bool, asPdf);
    Sealer own = sealer(static_cast<KeyKind>(kind));
    own.style = old ? PfxStyle::Old : PfxStyle::Modern;
    own.padding = padding;
    QStringList sessions;
    for (int i = 0; i < 2; ++i)
        sessions.append(session({{{}, u"līgums %1.pdf"_qs.arg(i), samplePdf({u"Līgums"_qs})}}));
    const auto answer = m_client->post(SealPath, request(own, sessions, {{u"signAsPdf"_qs, asPdf}}));
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(answer.data()[u"results"].toArray(), listOf(sessions));
    for (const QString& id : sessions) {
        QCOMPARE(m_sandbox->counters().values().seals.value(id), 1);
        const SandboxDocument sealed = first(id);
        if (asPdf) {
            const auto report = test::judgePdf(sealed.bytes, m_sandbox->info().caPem);
            QVERIFY2(report.isLongTerm(), report.text());
            QCOMPARE(report.signatures.first().signer, u"SIA Paraugs"_qs);
        } else {
            QVERIFY(sealed.name.endsWith(u".asice"));
            const auto report = test::verifyContainer(sealed.bytes, m_sandbox->info().caPem);
            QVERIFY2(report.isValid(), report.text());
            QCOMPARE(report.signers, QStringList{u"SIA Paraugs"_qs});
        }
    }
}

void tst_SandboxSealing::sealWhatWasSigned() {
    const QString id = session({{{}, u"a.txt"_qs, "A"}, {{}, u"b.txt"_qs, "B"}});
    QCOMPARE(m_client->finalize(m_client->calculateDigest({id}).json()).status, 200);
    const auto before = unzip(first(id).bytes);
    QCOMPARE(m_client->post(SealPath, request(sealer(), {id})).status, 200);
    const auto after = unzip(first(id).bytes);
    const auto report = test::verifyContainer(first(id).bytes, m_sandbox->info().caPem);
    QVERIFY2(report.isValid(), report.text());
    QCOMPARE(report.signers, QStringList({u"PĒTERIS PARAUGS"_qs, u"SIA Paraugs"_qs}));
    QCOMPARE(after->size(), before->size() + 1);
    for (qsizetype i = 0; i < before->size(); ++i) {
        QCOMPARE(after->at(i).name, before->at(i).name);
        QCOMPARE(after->at(i).bytes, before->at(i).bytes);
    }
    const auto around = m_client->post(SealPath, request(sealer(), {id}, {{u"createNewEdoc"_qs, true}}));
    QCOMPARE(around.status, 200);
    const auto outer = test::verifyContainer(first(id).bytes, m_sandbox->info().caPem);
    QVERIFY2(outer.isValid(), outer.text());
    QCOMPARE(outer.files, QStringList{u"a.asice"_qs});
    QCOMPARE(outer.signers, QStringList{u"SIA Paraugs"_qs});
}

void tst_SandboxSealing::otherPasswords_data() {
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("Latvian letters") << QByteArray("Zīmogs, 2026. gada");
    QTest::newRow("long") << QByteArray(200, 'x');
    QTest::newRow("one letter") << QByteArray("x");
}

void tst_SandboxSealing::otherPasswords() {
    QFETCH(QByteArray, password);
    Sealer own = sealer();
    own.password = password;
    const QString id = session({{{}, u"a.txt"_qs, "A"}});
    const auto answer = m_client->post(SealPath, request(own, {id}));
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(m_sandbox->counters().values().seals.value(id), 1);
}

void tst_SandboxSealing::refusedRequests_data() {
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("no key") << u"signKey"_qs << QString() << u"signing:eSealCreate:badKey"_qs;
    QTest::newRow("key is no PFX") << u"signKey"_qs << u"bm8gUEZY"_qs << u"signing:eSealCreate:badKey"_qs;
    QTest::newRow("password not encrypted")
        << u"signKeyPassword"_qs << u"emltb2dz"_qs << u"signing:eSealCreate:badEncryption"_qs;
    QTest::newRow("no password") << u"signKeyPassword"_qs << QString()
                                 << u"signing:eSealCreate:badEncryption"_qs;
    QTest::newRow("no authentication certificate")
        << u"authCertificate"_qs << QString() << u"signing:badCertificate"_qs;
    QTest::newRow("sealing certificate for the time stamp")
        << u"authCertificate"_qs << u"sealing"_qs << u"signing:eSealCreate:timeStampRefused"_qs;
}

void tst_SandboxSealing::refusedRequests() {
    QFETCH(QString, member);
    QFETCH(QString, value);
    QFETCH(QString, code);
    const Sealer own = sealer();
    const QString id = session({{{}, u"a.txt"_qs, "A"}});
    const auto answer = m_client->post(
        SealPath,
        request(own, {id}, {{member, value == u"sealing" ? base64(own.sealing.certificateDer) : value}}));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorCode(), code);
    QCOMPARE(first(id).name, u"a.txt"_qs);
    QCOMPARE(m_sandbox->counters().values().sealRequests.value(id), 1);
    QVERIFY(m_sandbox->counters().values().seals.isEmpty());
}

void tst_SandboxSealing::refusedSeals() {
    const QString id = session({{{}, u"a.txt"_qs, "A"}});
    const auto codeFor = [&](const Sealer& own, const QJsonObject& more = {}) {
        return m_client->post(SealPath, request(own, {id}, more)).errorCode();
    };
    Sealer wrongPassword = sealer();
    const QJsonObject right = request(wrongPassword, {id});
    wrongPassword.password = "other";
    QCOMPARE(codeFor(wrongPassword, {{u"signKey"_qs, right[u"signKey"]}}),
             u"signing:eSealCreate:badPassword"_qs);
    Sealer person = sealer();
    person.sealing = m_client->card().signing;
    QCOMPARE(codeFor(person), u"signing:eSealCreate:notASeal"_qs);
    Sealer swapped = sealer();
    swapped.sealing = m_client->card().authentication;
    QCOMPARE(codeFor(swapped), u"signing:eSealCreate:wrongUsage"_qs);
    Sealer expired = sealer();
    CertificateBuilder builder;
    builder.subject({{"O", u"SIA Paraugs"_qs}, {"CN", u"SIA Paraugs"_qs}})
        .years(-1)
        .extension(NID_key_usage, "critical,nonRepudiation")
        .qualifiedForSeals();
    expired.sealing = *builder.issue(*makeKey(KeyKind::P256), &m_sandbox->pki().issuer());
    QCOMPARE(codeFor(expired), u"signing:eSealCreate:certificateExpired"_qs);
    QVERIFY(m_sandbox->counters().values().seals.isEmpty());
    const QString pem = QString::fromLatin1(certificatePem(swapped.authenticationDer));
    for (const QString& form : {pem, base64(pem.toLatin1())})
        QCOMPARE(codeFor(sealer(), {{u"authCertificate"_qs, form}}), QString());
}

void tst_SandboxSealing::sessionsStandAlone() {
    const QString pdf = session({{{}, u"a.pdf"_qs, samplePdf({u"A"_qs})}});
    const QString text = session({{{}, u"a.txt"_qs, "A"}});
    const QString two = session({{{}, u"a.pdf"_qs, "A"}, {{}, u"b.pdf"_qs, "B"}});
    const QString empty = session({});
    const QString told = session({{{}, u"a.pdf"_qs, samplePdf({u"A"_qs})}});
    m_sandbox->faults().add({.kind = FaultKind::SessionError,
                             .operation = Operation::ESealCreate,
                             .sessionId = told,
                             .code = u"own:code"_qs});
    const auto answer = m_client->post(
        SealPath, request(sealer(), {text, two, empty, u"nobody"_qs, told, pdf}, {{u"signAsPdf"_qs, true}}));
    QCOMPARE(answer.status, 200);
    QCOMPARE(errorOf(answer, 0), u"signing:eSealCreate:notOnePdf"_qs);
    QCOMPARE(errorOf(answer, 1), u"signing:eSealCreate:notOnePdf"_qs);
    QCOMPARE(errorOf(answer, 2), u"signing:eSealCreate:noFiles"_qs);
    QCOMPARE(errorOf(answer, 3), u"session:notFound"_qs);
    QCOMPARE(errorOf(answer, 4), u"own:code"_qs);
    QCOMPARE(errorOf(answer, 5), QString());
    QCOMPARE(m_sandbox->counters().values().seals, (QMap<QString, int>{{pdf, 1}}));
    QCOMPARE(m_client->post(SealPath, request(sealer(), {})).errorCode(),
             u"signing:eSealCreate:badRequest"_qs);
}

void tst_SandboxSealing::archive_data() {
    QTest::addColumn<bool>("asPdf");
    QTest::newRow("container") << false;
    QTest::newRow("PDF") << true;
}

void tst_SandboxSealing::archive() {
    QFETCH(bool, asPdf);
    const QString id = session({{{}, u"1.pdf"_qs, samplePdf({u"Rēķins"_qs})}});
    const QJsonObject choice{{u"signAsPdf"_qs, asPdf}};
    QCOMPARE(m_client->finalize(m_client->calculateDigest({id}, choice).json()).status, 200);
    QCOMPARE(m_client->post(SealPath, request(sealer(), {id}, choice)).status, 200);
    for (int stamps = 1; stamps <= 2; ++stamps) {
        const auto answer = archiveSessions({id});
        QVERIFY2(answer.status == 200, answer.body);
        QCOMPARE(answer.data()[u"results"].toArray(), listOf({id}));
        QCOMPARE(m_sandbox->counters().values().archives.value(id), stamps);
        const SandboxDocument archived = first(id);
        QCOMPARE(archived.name, asPdf ? u"1.signed.extended.pdf"_qs : u"1.extended.asice"_qs);
        if (asPdf) {
            const auto report = test::judgePdf(archived.bytes, m_sandbox->info().caPem);
            QVERIFY2(report.isLongTerm(), report.text());
            QCOMPARE(report.signatures.size(), 2);
            QCOMPARE(report.documentStamps, stamps);
        } else {
            const auto report = test::verifyContainer(archived.bytes, m_sandbox->info().caPem);
            QVERIFY2(report.isValid(), report.text());
            QCOMPARE(report.signers.size(), 2);
            QCOMPARE(report.archiveStamps, 2 * stamps);
        }
    }
}

void tst_SandboxSealing::archiveChangesTheSignaturesOnly() {
    const QString id = session({{{}, u"līgums.txt"_qs, "A"}, {{}, u"b.txt"_qs, "B"}});
    QCOMPARE(m_client->post(SealPath, request(sealer(), {id})).status, 200);
    const auto before = unzip(first(id).bytes);
    QCOMPARE(archiveSessions({id}).status, 200);
    const auto after = unzip(first(id).bytes);
    QCOMPARE(after->size(), before->size());
    for (qsizetype i = 0; i < before->size(); ++i) {
        QCOMPARE(after->at(i).name, before->at(i).name);
        QCOMPARE(after->at(i).bytes == before->at(i).bytes, !before->at(i).name.contains(u"signatures"));
    }
    const QByteArray xml = after->last().bytes;
    QVERIFY(xml.contains("http://uri.etsi.org/01903/v1.4.1#"));
    // A signature that comes later leaves the archived one alone.
    QCOMPARE(m_client->finalize(m_client->calculateDigest({id}).json()).status, 200);
    const auto report = test::verifyContainer(first(id).bytes, m_sandbox->info().caPem);
    QVERIFY2(report.isValid(), report.text());
    QCOMPARE(report.signers.size(), 2);
    QCOMPARE(report.archiveStamps, 1);
}

void tst_SandboxSealing::tamperedArchiveDoesNotVerify() {
    const QString id = session({{{}, u"a.txt"_qs, "A"}});
    QCOMPARE(m_client->post(SealPath, request(sealer(), {id})).status, 200);
    QCOMPARE(archiveSessions({id}).status, 200);
    // An unsigned property: neither the signature nor its time stamp minds, only the archive's does.
    const QByteArray changed =
        test::replacedInContainer(first(id).bytes, u"META-INF/signatures0.xml"_qs, "<xades:RevocationValues>",
                                  "<xades:RevocationValues Id=\"other\">");
    const auto report = test::verifyContainer(changed, m_sandbox->info().caPem);
    QCOMPARE(report.problems.size(), 1);
    QVERIFY2(report.problems.first().startsWith(u"openssl ts, archive"), report.text());
}

void tst_SandboxSealing::archiveWantsSignatures() {
    const QString sealed = session({{{}, u"a.txt"_qs, "A"}});
    QCOMPARE(m_client->post(SealPath, request(sealer(), {sealed})).status, 200);
    const QJsonArray nameless{
        QJsonObject{{u"error"_qs, QJsonObject{{u"code"_qs, u"signing:addArchive"_qs}}}}};
    for (const QString& name : {u"a.txt"_qs, u"a.pdf"_qs, u"a.asice"_qs}) {
        const QString plain = session({{{}, name, samplePdf({u"A"_qs})}});
        const auto answer = archiveSessions({sealed, plain});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.data()[u"results"].toArray(), nameless);
    }
    QVERIFY(m_sandbox->counters().values().archives.isEmpty());
    const auto partly = archiveSessions({sealed, u"nobody"_qs});
    QCOMPARE(partly.status, 200);
    QCOMPARE(errorOf(partly, 0), QString());
    QCOMPARE(errorOf(partly, 1), u"session:notFound"_qs);
    QCOMPARE(m_client->post(ArchivePath, {{u"sessions"_qs, listOf({sealed})}}).errorCode(),
             u"signing:badCertificate"_qs);
}

void tst_SandboxSealing::centralKey_data() {
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("encoding");
    for (const QString& place : {u"publicKey"_qs, u"public_key"_qs, u"key"_qs, u"certificate"_qs,
                                 u"data.publicKey"_qs, u"data.certificate"_qs, u"data"_qs, u"text"_qs})
        QTest::addRow("in %s", qPrintable(place)) << place << u"pem"_qs;
    for (const QString& encoding :
         {u"rsaPem"_qs, u"certificatePem"_qs, u"der"_qs, u"rsaDer"_qs, u"certificateDer"_qs, u"pemBody"_qs})
        QTest::addRow("as %s", qPrintable(encoding)) << u"data.key"_qs << encoding;
}

void tst_SandboxSealing::centralKey() {
    QFETCH(QString, place);
    QFETCH(QString, encoding);
    const auto usual = crypto::RsaPublicKey::fromAnyEncoding(
        m_client->get(KeyPath).json()[u"publicKey"].toString().toLatin1());
    QVERIFY(usual);
    m_sandbox->faults().add({.kind = FaultKind::KeyForm, .code = place, .message = encoding});
    const auto answer = m_client->get(KeyPath);
    QCOMPARE(answer.status, 200);
    const QString member = place.startsWith(u"data.") ? place.mid(5) : place;
    QJsonValue found = place.startsWith(u"data.") ? answer.data()[member] : answer.json()[member];
    const QByteArray text = place == u"text" ? answer.body : found.toString().toLatin1();
    const auto key = crypto::RsaPublicKey::fromAnyEncoding(text);
    QVERIFY2(key, text);
    QVERIFY(*key == *usual);
}

void tst_SandboxSealing::refusedKeys_data() {
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("isKey");
    QTest::newRow("another") << u"other"_qs << true;
    QTest::newRow("RSA-1024") << u"weak"_qs << false;
    QTest::newRow("EC") << u"ec"_qs << false;
    QTest::newRow("private") << u"private"_qs << false;
}

void tst_SandboxSealing::refusedKeys() {
    QFETCH(QString, encoding);
    QFETCH(bool, isKey);
    const auto textOf = [this] { return m_client->get(KeyPath).json()[u"publicKey"].toString().toLatin1(); };
    const QByteArray usual = textOf();
    m_sandbox->faults().add({.kind = FaultKind::KeyForm, .message = encoding});
    const QByteArray strange = textOf();
    QVERIFY(strange.startsWith("-----BEGIN") && strange != usual);
    QCOMPARE(crypto::RsaPublicKey::fromAnyEncoding(strange).has_value(), isKey);
}

void tst_SandboxSealing::changesAreCounted() {
    const QString id = session({{{}, u"a.txt"_qs, "A"}});
    const QJsonObject body = request(sealer(), {id});
    ServiceClient hasty(*m_sandbox);
    hasty.setPatience(1000);
    for (const FaultKind kind : {FaultKind::HangAfterWork, FaultKind::Hang}) {
        m_sandbox->faults().add({.kind = kind, .operation = Operation::ESealCreate, .times = 1});
        QCOMPARE(hasty.post(SealPath, body).status, 0);
        QCOMPARE(m_sandbox->counters().values().seals.value(id), 1);
    }
    QCOMPARE(m_client->post(SealPath, body).status, 200);
    QCOMPARE(m_sandbox->counters().values().seals.value(id), 2);
    QCOMPARE(m_sandbox->counters().values().sealRequests.value(id), 2);
    m_sandbox->faults().add({.kind = FaultKind::ServerErrorAfterWork,
                             .operation = Operation::AddArchive,
                             .times = 1,
                             .status = 400,
                             .shape = 'c'});
    const auto spoilt = archiveSessions({id});
    QCOMPARE(spoilt.status, 400);
    QVERIFY(spoilt.data()[u"results"][0][u"sessionId"].isUndefined());
    m_sandbox->faults().add({.kind = FaultKind::SessionLeftOut, .operation = Operation::AddArchive});
    QCOMPARE(archiveSessions({id}).data()[u"results"].toArray().size(), 0);
    m_sandbox->faults().add({.kind = FaultKind::WithoutData, .operation = Operation::ESealCreate});
    QCOMPARE(m_client->post(SealPath, body).json()[u"results"].toArray(), listOf({id}));
    const QJsonObject counted = m_client->get(u"/sandbox/v1/counters"_qs).json();
    QCOMPARE(counted[u"seals"][id].toInt(), 3);
    QCOMPARE(counted[u"archives"][id].toInt(), 2);
    QCOMPARE(counted[u"archiveRequests"][id].toInt(), 2);
}

void tst_SandboxSealing::filesOfTheSeal() {
    SandboxOptions options;
    options.sampleSessions = 0;
    options.seal = SealWish{m_folder.filePath(u"seal"_qs), KeyKind::P256};
    Sandbox sandbox(options);
    const auto started = sandbox.start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().message()));
    QVERIFY(started->seal);
    const auto password = base::SecretBytes(test::readFile(started->seal->passwordFile));
    for (const QString& file : {started->seal->pfxFile, started->seal->oldPfxFile}) {
        QCOMPARE(int(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)), 0);
        const auto pfx = crypto::PfxFile::open(test::readFile(file), password, file);
        QVERIFY2(pfx, pfx ? "" : qPrintable(pfx.error().message()));
        QVERIFY(pfx->certificate().isSeal() && pfx->certificate().isForSigning());
        QCOMPARE(pfx->certificate().organisationIdentifier(), u"NTRLV-40003000000"_qs);
        QVERIFY(!pfx->certificate().qualifiedStatements().secureDevice);
    }
    const auto authentication =
        crypto::Certificate::fromAnyEncoding(test::readFile(started->seal->authCertificateFile));
    QVERIFY(authentication && authentication->isForAuthentication());
    QVERIFY(crypto::RsaPublicKey::fromAnyEncoding(test::readFile(started->seal->centralKeyFile)));
    const auto modern = test::runTool(u"openssl"_qs,
                                      {u"pkcs12"_qs, u"-in"_qs, started->seal->pfxFile, u"-noout"_qs,
                                       u"-passin"_qs, u"file:"_qs + started->seal->passwordFile},
                                      m_folder.path());
    QVERIFY2(modern.good, qPrintable(modern.output));
    const auto old =
        test::runTool(u"openssl"_qs,
                      {u"pkcs12"_qs, u"-legacy"_qs, u"-in"_qs, started->seal->oldPfxFile, u"-info"_qs,
                       u"-noout"_qs, u"-passin"_qs, u"file:"_qs + started->seal->passwordFile},
                      m_folder.path());
    QVERIFY2(old.good && old.output.contains(u"40BitRC2"), qPrintable(old.output));
}

QTEST_GUILESS_MAIN(tst_SandboxSealing)
#include "tst_SandboxSealing.moc"
