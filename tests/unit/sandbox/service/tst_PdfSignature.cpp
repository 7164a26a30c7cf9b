#include <openssl/evp.h>

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <array>

#include "sandbox/pki/OcspResponder.h"
#include "sandbox/pki/TimeStampAuthority.h"
#include "sandbox/service/PdfSignature.h"
#include "sandbox/service/PdfSignatureReader.h"
#include "sandbox/service/SampleDocuments.h"
#include "support/PdfJudge.h"
#include "support/ToolRun.h"

using namespace signet;
using namespace signet::sandbox;
using test::judgePdf;
using test::PdfReport;

/** Signatures inside PDFs, judged by programs that are not ours. */
class tst_PdfSignature : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void signs_data();
    void signs();
    void keysAndHashes_data();
    void keysAndHashes();
    void laterSignaturesKeepTheEarlier();
    void changedByteIsNoticed_data();
    void changedByteIsNoticed();
    void signedAttributes();
    void archives();
    void archivesAgain();
    void archiveAddsMissingEvidence();
    void signsWhatIsArchived();
    void archiveNeedsASignature();
    void refusesForeignSignatureValue();
    void readsSignatures();
    void unsoundRangeIsNoticed();
    void refuses_data();
    void refuses();
    void refusesBombs_data();
    void refusesBombs();
    void survivesEveryCut();
    void survivesChangedBytes();

private:
    CardIdentity holder(CardPersonalisation personalisation, const QString& givenName) const;
    Expected<LongTermEvidence> evidence(const crypto::Certificate& signer) const;
    Expected<QByteArray> sign(const QByteArray& pdf, const CardIdentity& identity, int digestLength = 32,
                              bool longTerm = true) const;
    Expected<QByteArray> archive(const QByteArray& pdf) const;
    PdfReport judge(const QByteArray& pdf) const { return judgePdf(pdf, m_pki->rootPem()); }

    std::optional<DemoPki> m_pki;
    std::optional<TimeStampAuthority> m_stamps;
    std::optional<OcspResponder> m_ocsp;
    std::optional<CardIdentity> m_rsa;
    std::optional<CardIdentity> m_ec;
};

namespace {

const QByteArray Root = "<< /Type /Catalog /Pages 2 0 R >>";
const QByteArray Page =
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>";

/** A file of these objects, numbered from 1, with a classic table; `tail` goes into the trailer. */
QByteArray pdfOf(const QList<QByteArray>& objects, const QByteArray& tail = {}) {
    QByteArray pdf = "%PDF-1.6\n";
    QByteArray table = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    return pdf + table + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R " +
           tail + " >>\nstartxref\n" + QByteArray::number(pdf.size()) + "\n%%EOF\n";
}

QByteArray onePage(const QByteArray& root = Root, const QByteArray& page = Page,
                   const QList<QByteArray>& more = {}) {
    return pdfOf(QList<QByteArray>{root, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
                                   "<< /Length 0 >>\nstream\n\nendstream"} +
                 more);
}

QByteArray withForm() {
    QByteArray page = Page;
    page.replace("/Contents", "/Annots 7 0 R /Contents");
    QByteArray root = Root;
    root.replace("/Pages", "/AcroForm 5 0 R /Pages");
    return onePage(root, page,
                   {"<< /Fields [6 0 R] /DA (/Helv 0 Tf 0 g) >>",
                    "<< /FT /Tx /T (Signature1) /V (Anna) /Type /Annot /Subtype /Widget /Rect [10 10 90 30] "
                    "/P 3 0 R >>",
                    "[6 0 R]"});
}

/** A classic table for old readers, which points to a cross-reference stream for new ones. */
QByteArray hybrid() {
    const QByteArray plain = onePage();
    const qsizetype end = plain.indexOf("xref\n0 5");
    std::array<char, 6> row{1};
    qToBigEndian(static_cast<quint32>(end), &row[1]);
    const QByteArray stream =
        "6 0 obj\n<< /Type /XRef /Size 7 /W [1 4 1] /Index [6 1] /Root 1 0 R /Length 6 >>\nstream\n" +
        QByteArray(row.data(), row.size()) + "\nendstream\nendobj\n";
    QByteArray table = plain.mid(end, plain.indexOf("startxref") - end);
    table.replace("/Root", QByteArray("/XRefStm " + QByteArray::number(end) + " /Root"))
        .replace("/Size 5", "/Size 7");
    return plain.left(end) + stream + table + "startxref\n" + QByteArray::number(end + stream.size()) +
           "\n%%EOF\n";
}

QByteArray valueOver(const crypto::Digest& digest, EVP_PKEY* key) {
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(key, nullptr);
    const EVP_MD* algorithm = digest.bytes().size() == 32   ? EVP_sha256()
                              : digest.bytes().size() == 48 ? EVP_sha384()
                                                            : EVP_sha512();
    size_t size = 512;
    QByteArray value(static_cast<qsizetype>(size), '\0');
    const bool good = EVP_PKEY_sign_init(context) == 1 &&
                      EVP_PKEY_CTX_set_signature_md(context, algorithm) == 1 &&
                      EVP_PKEY_sign(context, reinterpret_cast<unsigned char*>(value.data()), &size,
                                    reinterpret_cast<const unsigned char*>(digest.bytes().constData()),
                                    static_cast<size_t>(digest.bytes().size())) == 1;
    EVP_PKEY_CTX_free(context);
    return good ? value.left(static_cast<qsizetype>(size)) : QByteArray();
}

QByteArray reasonOf(const Expected<QByteArray>& result) {
    return result ? QByteArray("(no error)") : result.error().detail().toUtf8();
}

}  // namespace

void tst_PdfSignature::initTestCase() {
    const auto pki = DemoPki::create();
    QVERIFY(pki);
    m_pki = *pki;
    m_stamps.emplace(*pki);
    m_ocsp.emplace(*pki);
    m_rsa = holder(CardPersonalisation::Cosmo8Rsa, u"Jānis"_qs);
    m_ec = holder(CardPersonalisation::CosmoXEc, u"Anna"_qs);
}

CardIdentity tst_PdfSignature::holder(CardPersonalisation personalisation, const QString& givenName) const {
    return *m_pki->issueCard(personalisation, givenName, u"Bērziņa"_qs, u"010180-12345"_qs);
}

Expected<LongTermEvidence> tst_PdfSignature::evidence(const crypto::Certificate& signer) const {
    const auto status = m_ocsp->statusOf(signer.der());
    if (!status)
        return tl::unexpected(status.error());
    return LongTermEvidence{
        {m_pki->issuer().certificateDer, m_pki->root().certificateDer, m_pki->ocspResponder().certificateDer,
         m_pki->timeStampAuthority().certificateDer},
        {*status}};
}

Expected<QByteArray> tst_PdfSignature::sign(const QByteArray& pdf, const CardIdentity& identity,
                                            int digestLength, bool longTerm) const {
    const auto signer = crypto::Certificate::fromDer(identity.signing.certificateDer);
    const auto signature = PdfSignature::prepare(pdf, *signer, {m_pki->issuer().certificateDer}, digestLength,
                                                 QDateTime::currentDateTimeUtc());
    if (!signature)
        return tl::unexpected(signature.error());
    const auto stored = evidence(*signer);
    return signature->complete(
        valueOver(signature->digest(), identity.signing.key.get()),
        [this](QByteArrayView data) { return m_stamps->stamp(data); },
        longTerm ? *stored : LongTermEvidence{});
}

Expected<QByteArray> tst_PdfSignature::archive(const QByteArray& pdf) const {
    return archivePdf(
        pdf, [this](QByteArrayView data) { return m_stamps->stamp(data); },
        [this](const std::optional<crypto::Certificate>& signer) -> Expected<LongTermEvidence> {
            if (signer)
                return evidence(*signer);
            return LongTermEvidence{
                {m_pki->root().certificateDer, m_pki->timeStampAuthority().certificateDer}, {}};
        });
}

void tst_PdfSignature::signs_data() {
    QTest::addColumn<QByteArray>("pdf");
    const QByteArray sample = samplePdf({u"Līgums"_qs, u"SIA Paraugs"_qs});
    QByteArray rotated = Page;
    rotated.replace("/Contents", "/Rotate 90 /Contents");
    QByteArray directForm = Root;
    directForm.replace("/Pages", "/AcroForm << /Fields [] /NeedAppearances false >> /Pages");
    QByteArray directAnnotations = Page;
    directAnnotations.replace("/Contents", "/Annots [] /Contents");
    QTest::newRow("sample") << sample;
    QTest::newRow("rotated") << onePage(Root, rotated);
    QTest::newRow("form") << withForm();
    QTest::newRow("form in the catalog") << onePage(directForm);
    QTest::newRow("annotations in the page") << onePage(Root, directAnnotations);
    QTest::newRow("hybrid") << hybrid();
    QTest::newRow("no line end") << sample.trimmed();
    QTest::newRow("object streams") << test::rewrittenByQpdf(withForm(), {u"--object-streams=generate"_qs});
    QTest::newRow("linearised") << test::rewrittenByQpdf(sample, {u"--linearize"_qs});
    QTest::newRow("linearised, object streams")
        << test::rewrittenByQpdf(withForm(), {u"--linearize"_qs, u"--object-streams=generate"_qs});
}

void tst_PdfSignature::signs() {
    QFETCH(QByteArray, pdf);
    QVERIFY(!pdf.isEmpty());
    const auto result = sign(pdf, *m_ec);
    QVERIFY2(result, reasonOf(result));
    QVERIFY(result->startsWith(pdf));
    const PdfReport report = judge(*result);
    QVERIFY2(report.isLongTerm(), report.text());
    QCOMPARE(report.signatures.size(), 1);
    QCOMPARE(report.signatures[0].signer, u"Anna Bērziņa"_qs);
    QCOMPARE(report.signatures[0].type, u"ETSI.CAdES.detached"_qs);
}

void tst_PdfSignature::keysAndHashes_data() {
    QTest::addColumn<bool>("rsa");
    QTest::addColumn<int>("digestLength");
    QTest::addColumn<QString>("algorithm");
    QTest::newRow("RSA") << true << 32 << u"SHA-256"_qs;
    QTest::newRow("P-384, SHA-256") << false << 32 << u"SHA-256"_qs;
    QTest::newRow("P-384, SHA-384") << false << 48 << u"SHA-384"_qs;
    QTest::newRow("P-384, SHA-512") << false << 64 << u"SHA-512"_qs;
}

void tst_PdfSignature::keysAndHashes() {
    QFETCH(bool, rsa);
    QFETCH(int, digestLength);
    const auto result = sign(samplePdf({u"Akts"_qs}), rsa ? *m_rsa : *m_ec, digestLength);
    QVERIFY2(result, reasonOf(result));
    const PdfReport report = judge(*result);
    QVERIFY2(report.isLongTerm(), report.text());
    QTEST(report.signatures[0].hashAlgorithm, "algorithm");
}

void tst_PdfSignature::laterSignaturesKeepTheEarlier() {
    QByteArray pdf = test::rewrittenByQpdf(withForm(), {u"--object-streams=generate"_qs});
    const QStringList names{u"Anna"_qs, u"Pēteris"_qs, u"Līga"_qs};
    for (const QString& name : names) {
        const auto result = sign(pdf, holder(CardPersonalisation::CosmoXEc, name));
        QVERIFY2(result, reasonOf(result));
        QVERIFY(result->startsWith(pdf));
        pdf = *result;
    }
    const PdfReport report = judge(pdf);
    QVERIFY2(report.isLongTerm(), report.text());
    QCOMPARE(report.signatures.size(), 3);
    QStringList signers;
    for (const auto& verdict : report.signatures)
        signers.append(verdict.signer);
    QCOMPARE(signers, (QStringList{u"Anna Bērziņa"_qs, u"Pēteris Bērziņa"_qs, u"Līga Bērziņa"_qs}));
}

void tst_PdfSignature::changedByteIsNoticed_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("text") << QByteArray("Maksa 100") << QByteArray("Maksa 900");
    QTest::newRow("signing time") << QByteArray("/M (D:20") << QByteArray("/M (D:21");
    QTest::newRow("form") << QByteArray("/SigFlags 3") << QByteArray("/SigFlags 1");
}

void tst_PdfSignature::changedByteIsNoticed() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    auto result = sign(samplePdf({u"Maksa 100"_qs}), *m_ec);
    QVERIFY2(result, reasonOf(result));
    QVERIFY(result->contains(from));
    result->replace(result->indexOf(from), from.size(), to);
    const PdfReport report = judge(*result);
    QCOMPARE(report.signatures.size(), 1);
    QCOMPARE(report.signatures[0].signature, u"Digest Mismatch."_qs);
    QVERIFY(!report.isValid());
}

void tst_PdfSignature::signedAttributes() {
    const auto result = sign(samplePdf({u"Akts"_qs}), *m_ec);
    QVERIFY2(result, reasonOf(result));
    const auto signatures = readPdfSignatures(*result);
    QVERIFY(signatures && signatures->entries.size() == 1);
    const QTemporaryDir folder;
    test::writeFile(folder.filePath(u"cms.der"_qs), signatures->entries[0].contents);
    const auto printed = test::runTool(u"openssl"_qs,
                                       {u"cms"_qs, u"-cmsout"_qs, u"-noout"_qs, u"-print"_qs, u"-inform"_qs,
                                        u"DER"_qs, u"-in"_qs, u"cms.der"_qs},
                                       folder.path());
    const QString attributes = printed.output.mid(printed.output.indexOf(u"signedAttrs"));
    const QString unsignedOnes = attributes.mid(attributes.indexOf(u"unsignedAttrs"));
    const QString signedOnes = attributes.left(attributes.indexOf(u"unsignedAttrs"));
    QCOMPARE(signedOnes.count(u"object: "), 3);
    QVERIFY(signedOnes.contains(u"contentType"));
    QVERIFY(signedOnes.contains(u"messageDigest"));
    QVERIFY(signedOnes.contains(u"signingCertificateV2"));
    QVERIFY(!signedOnes.contains(u"signingTime"));
    QVERIFY(unsignedOnes.contains(u"timeStampToken"));
}

void tst_PdfSignature::archives() {
    const auto once = sign(samplePdf({u"Akts"_qs}), *m_ec);
    QVERIFY2(once, reasonOf(once));
    const auto result = archive(*once);
    QVERIFY2(result, reasonOf(result));
    QVERIFY(result->startsWith(*once));
    const PdfReport report = judge(*result);
    QVERIFY2(report.isLongTerm(), report.text());
    QCOMPARE(report.signatures.size(), 1);
    QCOMPARE(report.documentStamps, 1);
    const auto signatures = readPdfSignatures(*result);
    QVERIFY(signatures);
    QCOMPARE(signatures->entries.last().coversUntil(), result->size());
    QCOMPARE(signatures->evidence.ocspResponses.size(), 1);
}

void tst_PdfSignature::archivesAgain() {
    const auto once = archive(*sign(samplePdf({u"Akts"_qs}), *m_rsa));
    QVERIFY2(once, reasonOf(once));
    const auto twice = archive(*once);
    QVERIFY2(twice, reasonOf(twice));
    const PdfReport report = judge(*twice);
    QVERIFY2(report.isLongTerm(), report.text());
    QCOMPARE(report.documentStamps, 2);
    const auto signatures = readPdfSignatures(*twice);
    QVERIFY(signatures);
    // The first stamp's certificates were stored already with the signature: only its entry is new.
    QCOMPARE(signatures->evidence.certificates.size(), 4);
    QVERIFY(signatures->evidence.storeKeys.contains(signatures->entries[0].storeKey()));
    QVERIFY(signatures->evidence.storeKeys.contains(signatures->entries[1].storeKey()));
}

void tst_PdfSignature::archiveAddsMissingEvidence() {
    const auto withoutEvidence = sign(samplePdf({u"Akts"_qs}), *m_ec, 32, false);
    QVERIFY2(withoutEvidence, reasonOf(withoutEvidence));
    const PdfReport before = judge(*withoutEvidence);
    QVERIFY2(before.isValid(), before.text());
    QVERIFY(!before.isLongTerm());
    QVERIFY(before.signatures[0].coversAll);
    const auto result = archive(*withoutEvidence);
    QVERIFY2(result, reasonOf(result));
    const PdfReport report = judge(*result);
    QVERIFY2(report.isLongTerm(), report.text());
    QCOMPARE(report.documentStamps, 1);
}

void tst_PdfSignature::signsWhatIsArchived() {
    const auto archived = archive(*sign(samplePdf({u"Akts"_qs}), *m_rsa));
    QVERIFY2(archived, reasonOf(archived));
    const auto result = sign(*archived, *m_ec);
    QVERIFY2(result, reasonOf(result));
    const PdfReport report = judge(*result);
    QVERIFY2(report.isLongTerm(), report.text());
    QCOMPARE(report.signatures.size(), 2);
    QCOMPARE(report.documentStamps, 1);
}

void tst_PdfSignature::archiveNeedsASignature() {
    const auto result = archive(samplePdf({u"Akts"_qs}));
    QCOMPARE(reasonOf(result), "the PDF is not signed");
}

void tst_PdfSignature::refusesForeignSignatureValue() {
    const auto signer = crypto::Certificate::fromDer(m_ec->signing.certificateDer);
    const auto signature =
        PdfSignature::prepare(samplePdf({u"Akts"_qs}), *signer, {}, 32, QDateTime::currentDateTimeUtc());
    QVERIFY(signature);
    const auto result = signature->complete(
        valueOver(signature->digest(), holder(CardPersonalisation::CosmoXEc, u"X"_qs).signing.key.get()),
        [this](QByteArrayView data) { return m_stamps->stamp(data); }, {});
    QVERIFY(!result);
    QCOMPARE(base::toString(result.error().code()), base::toString(base::ErrorCode::SignatureWrong));
}

void tst_PdfSignature::readsSignatures() {
    const auto pdf = archive(*sign(samplePdf({u"Akts"_qs}), *m_ec));
    QVERIFY2(pdf, reasonOf(pdf));
    const auto signatures = readPdfSignatures(*pdf);
    QVERIFY(signatures);
    QCOMPARE(signatures->entries.size(), 2);
    const PdfSignatureEntry& entry = signatures->entries[0];
    QCOMPARE(entry.fieldName, u"Signature1"_qs);
    QVERIFY(entry.isRangeSound);
    QVERIFY(qAbs(entry.claimedTime.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(readCms(entry.contents)->signer, m_ec->signing.certificateDer);
    QCOMPARE(readCms(entry.contents)->timeStamps.size(), 1);
    QVERIFY(signatures->entries[1].isDocumentStamp());
    QCOMPARE(signatures->entries[1].covered(*pdf).size(),
             pdf->size() - 2 * signatures->entries[1].contents.size() - 2);
}

void tst_PdfSignature::unsoundRangeIsNoticed() {
    auto pdf = sign(samplePdf({u"Akts"_qs}), *m_ec);
    QVERIFY2(pdf, reasonOf(pdf));
    const qsizetype range = pdf->indexOf("/ByteRange [0 ") + 14;
    const qsizetype end = pdf->indexOf(' ', range);
    const qsizetype first = pdf->mid(range, end - range).toLongLong();
    pdf->replace(range, end - range, QByteArray::number(first - 1));
    const auto signatures = readPdfSignatures(*pdf);
    QVERIFY(signatures);
    QVERIFY(!signatures->entries[0].isRangeSound);
    QVERIFY(signatures->entries[0].covered(*pdf).isEmpty());
}

void tst_PdfSignature::refuses_data() {
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("reason");
    const QByteArray sample = samplePdf({u"Akts"_qs});
    QByteArray noTable = sample;
    noTable.replace("startxref\n", "startxref\n1");
    QByteArray closed = Root;
    closed.replace("/Pages", "/Perms << /DocMDP 5 0 R >> /Pages");
    QByteArray loop = Page;
    loop.replace("/Type /Page ", "/Type /Pages /Kids [3 0 R] ");
    QTest::newRow("empty") << QByteArray() << u"not a PDF"_qs;
    QTest::newRow("text") << QByteArray("Hello\n") << u"not a PDF"_qs;
    QTest::newRow("name only") << QByteArray("%PDF-1.7\n") << u""_qs;
    QTest::newRow("truncated") << sample.left(sample.size() / 2) << u""_qs;
    QTest::newRow("wrong startxref") << noTable << u""_qs;
    QTest::newRow("too large") << sample + QByteArray(64 * 1024 * 1024, ' ') << u"too large"_qs;
    QTest::newRow("password") << test::rewrittenByQpdf(
                                     sample, {u"--encrypt"_qs, u"u"_qs, u"o"_qs, u"256"_qs, u"--"_qs})
                              << u"encrypted"_qs;
    QTest::newRow("empty password") << test::rewrittenByQpdf(
                                           sample, {u"--encrypt"_qs, u""_qs, u"o"_qs, u"256"_qs, u"--"_qs})
                                    << u"encrypted"_qs;
    QTest::newRow("closed by its author")
        << onePage(closed, Page,
                   {"<< /Type /Sig /Reference [<< /Type /SigRef /TransformMethod /DocMDP "
                    "/TransformParams << /P 1 >> >>] >>"})
        << u"allows no further changes"_qs;
    QTest::newRow("no page") << pdfOf({Root, "<< /Type /Pages /Kids [] /Count 0 >>"}) << u"no page"_qs;
    QTest::newRow("endless pages") << onePage(Root, loop) << u"no page"_qs;
    QTest::newRow("huge numbers") << pdfOf({Root, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", Page},
                                           "/Size 2147483647")
                                  << u""_qs;
}

void tst_PdfSignature::refuses() {
    QFETCH(QByteArray, pdf);
    QFETCH(QString, reason);
    const auto result = sign(pdf, *m_ec);
    QVERIFY(!result);
    QCOMPARE(base::toString(result.error().code()), base::toString(base::ErrorCode::AnswerUnreadable));
    QVERIFY(!result.error().detail().isEmpty());
    QVERIFY2(result.error().detail().contains(reason), reasonOf(result));
}

void tst_PdfSignature::refusesBombs_data() {
    QTest::addColumn<qsizetype>("zeros");
    QTest::addColumn<bool>("signs");
    QTest::newRow("much") << qsizetype(30 * 1024 * 1024) << true;
    QTest::newRow("too much") << qsizetype(130 * 1024 * 1024) << false;
}

/** A cross-reference stream that names its objects and goes on with zeros. */
void tst_PdfSignature::refusesBombs() {
    QFETCH(qsizetype, zeros);
    QFETCH(bool, signs);
    const QByteArray plain = onePage();
    const qsizetype end = plain.indexOf("xref\n0 5");
    QByteArray rows(5, '\0');
    for (int number = 1; number <= 4; ++number) {
        std::array<char, 5> row{1};
        qToBigEndian(static_cast<quint32>(plain.indexOf(QByteArray(QByteArray::number(number) + " 0 obj"))),
                     &row[1]);
        rows.append(row.data(), row.size());
    }
    rows.append(QByteArray(zeros, '\0'));
    const QByteArray packed = qCompress(rows).mid(4);
    const QByteArray pdf =
        plain.left(end) +
        "5 0 obj\n<< /Type /XRef /Size 5 /W [1 4 0] /Root 1 0 R /Filter /FlateDecode /Length " +
        QByteArray::number(packed.size()) + " >>\nstream\n" + packed + "\nendstream\nendobj\nstartxref\n" +
        QByteArray::number(end) + "\n%%EOF\n";
    QVERIFY(pdf.size() < 1024 * 1024);
    const auto result = sign(pdf, *m_ec);
    QVERIFY2(result.has_value() == signs, reasonOf(result));
}

void tst_PdfSignature::survivesEveryCut() {
    const auto pdf = sign(test::rewrittenByQpdf(withForm(), {u"--object-streams=generate"_qs}), *m_ec);
    QVERIFY2(pdf, reasonOf(pdf));
    const auto signer = crypto::Certificate::fromDer(m_ec->signing.certificateDer);
    for (qsizetype size = 0; size < pdf->size(); size += 97) {
        (void)readPdfSignatures(pdf->left(size));
        (void)PdfSignature::prepare(pdf->left(size), *signer, {}, 32, QDateTime::currentDateTimeUtc());
    }
}

void tst_PdfSignature::survivesChangedBytes() {
    const QByteArray plain = *sign(samplePdf({u"Akts"_qs}), *m_ec);
    const QByteArray packed = test::rewrittenByQpdf(withForm(), {u"--object-streams=generate"_qs});
    const auto signer = crypto::Certificate::fromDer(m_ec->signing.certificateDer);
    QRandomGenerator random(7);
    int signable = 0;
    for (int i = 0; i < 1500; ++i) {
        QByteArray pdf = i % 2 ? plain : packed;
        const qsizetype zeros = pdf.indexOf(QByteArray(200, '0'));
        for (int change = random.bounded(1, 6); change > 0; --change) {
            const QByteArray letters = "0123456789<>[]()/R -";
            qsizetype at = random.bounded(pdf.size());
            if (zeros > 0 && at > zeros && at < zeros + 16'000)
                at = random.bounded(zeros);
            pdf[at] = letters[random.bounded(letters.size())];
        }
        (void)readPdfSignatures(pdf);
        if (PdfSignature::prepare(pdf, *signer, {}, 32, QDateTime::currentDateTimeUtc()))
            ++signable;
    }
    QVERIFY(signable > 0);
}

QTEST_GUILESS_MAIN(tst_PdfSignature)
#include "tst_PdfSignature.moc"
