#include <QTest>

#include "SignatoryBench.h"
#include "sandbox/service/SampleDocuments.h"
#include "sandbox/service/ValidationPdf.h"
#include "sandbox/service/ValidationXades.h"

using namespace signet;
using namespace signet::sandbox;
using test::SignatoryBench;

namespace {

QString shown(const SignatureFinding& finding) {
    const QString result = finding.indication == Indication::TotalPassed   ? u"passed"_qs
                           : finding.indication == Indication::TotalFailed ? u"failed"_qs
                                                                           : u"open"_qs;
    return QStringList{result, finding.subIndication, finding.format.section(u'_', 2)}
        .join(u' ')
        .simplified();
}

QString shown(const QList<SignatureFinding>& findings) {
    QStringList all;
    for (const SignatureFinding& finding : findings)
        all.append(shown(finding));
    return all.join(u", ");
}

QString why(const QList<SignatureFinding>& findings) {
    QStringList all;
    for (const SignatureFinding& finding : findings)
        all += finding.errors;
    return all.join(u"; ");
}

using Spoil = std::function<QByteArray(QByteArray xml)>;

Spoil replaced(const QByteArray& from, const QByteArray& to) {
    return
        [from, to](QByteArray xml) { return xml.contains(from) ? xml.replace(from, to) : QByteArray("?"); };
}

/** The element of this name, from its begin to its end. */
QByteArray elementIn(const QByteArray& xml, const QByteArray& name) {
    const QByteArray begin = "<" + name;
    const QByteArray end = "</" + name + ">";
    const qsizetype from = xml.indexOf(begin);
    return xml.mid(from, xml.indexOf(end, from) + end.size() - from);
}

}  // namespace

/** Good and spoilt signatures, as the sandbox's validation judges them. */
class tst_SandboxValidation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void goodContainers_data();
    void goodContainers();
    void tellsWhatItFound();
    void spoiltSignatures_data();
    void spoiltSignatures();
    void spoiltFiles_data();
    void spoiltFiles();
    void foreignTrust();
    void otherSignaturesTimeStamp();
    void revoked();
    void oneOfTwo();
    void survivesChangedBytes();
    void goodPdfs();
    void spoiltPdf_data();
    void spoiltPdf();
    void foreignPdf();

private:
    QList<SignatureFinding> judge(const QList<QByteArray>& signatures, const QList<DataFile>& files) const {
        const auto container = AsicContainer::read(SignatoryBench::container(files, signatures));
        return validateXades(*container, *m_trust);
    }
    QString judgePdf(const QByteArray& pdf) const {
        const auto findings = validatePdf(pdf, *m_trust);
        return findings ? shown(*findings) : findings.error().publicCode();
    }

    std::optional<SignatoryBench> m_bench;
    std::optional<ValidationTrust> m_trust;
    std::optional<CardIdentity> m_card;
    const QList<DataFile> m_files{{u"tāme 1.txt"_qs, "Cena: 12 EUR"}, {u"b.pdf"_qs, "two"}};
    QByteArray m_good;
};

void tst_SandboxValidation::initTestCase() {
    m_bench.emplace();
    m_trust.emplace(m_bench->pki());
    m_card = m_bench->card(CardPersonalisation::CosmoXEc);
    m_good = m_bench->xades(m_files, *m_card);
}

void tst_SandboxValidation::goodContainers_data() {
    QTest::addColumn<CardPersonalisation>("card");
    QTest::addColumn<int>("digestLength");
    QTest::newRow("RSA") << CardPersonalisation::Cosmo8Rsa << 32;
    QTest::newRow("P-384, SHA-256") << CardPersonalisation::CosmoXEc << 32;
    QTest::newRow("P-384, SHA-384") << CardPersonalisation::Cosmo8Ec << 48;
    QTest::newRow("P-384, SHA-512") << CardPersonalisation::Cosmo8Ec << 64;
}

void tst_SandboxValidation::goodContainers() {
    QFETCH(CardPersonalisation, card);
    QFETCH(int, digestLength);
    const auto findings =
        judge({m_bench->xades(m_files, m_bench->card(card), digestLength), m_good}, m_files);
    QVERIFY2(shown(findings) == u"passed LT, passed LT", qPrintable(shown(findings) + why(findings)));
}

void tst_SandboxValidation::tellsWhatItFound() {
    const SignatureFinding finding = judge({m_good}, m_files).value(0);
    QVERIFY(finding.id.startsWith(u"S-"));
    QCOMPARE(finding.signer->commonName(), u"ANNA PARAUGA"_qs);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(finding.stampedAt.secsTo(now) < 60 && finding.stampedAt <= now);
    QVERIFY(finding.revocationCheckedAt.secsTo(now) < 60);
    QVERIFY(finding.validUntil > now);
    QVERIFY(finding.errors.isEmpty() && finding.warnings.isEmpty());
}

void tst_SandboxValidation::spoiltSignatures_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("expected");
    const auto element = [this](const char* name) { return elementIn(m_good, name); };
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to,
                        const char* expected) {
        QTest::newRow(name) << from << to << QString::fromLatin1(expected);
    };
    const QByteArray value = element("ds:SignatureValue");
    QByteArray otherValue = value;
    const qsizetype digit = value.indexOf('>') + 5;
    otherValue[digit] = value[digit] == 'A' ? 'B' : 'A';
    row("signature value", value, otherValue, "failed SIG_CRYPTO_FAILURE LT");
    row("signing time", "<xades:SigningTime>2", "<xades:SigningTime>1", "failed HASH_FAILURE LT");
    row("digest", "<ds:DigestValue>", "<ds:DigestValue>AAAA", "failed HASH_FAILURE LT");
    row("digest method", "xmlenc#sha256", "xmlenc#sha512", "failed HASH_FAILURE LT");
    row("weak digest method", "http://www.w3.org/2001/04/xmlenc#sha256",
        "http://www.w3.org/2000/09/xmldsig#sha1", "failed HASH_FAILURE LT");
    row("signature method", "ecdsa-sha256", "ecdsa-sha384", "failed SIG_CRYPTO_FAILURE LT");
    row("media type", "<xades:MimeType>text/plain", "<xades:MimeType>text/html", "failed HASH_FAILURE LT");
    row("reference gone", "<ds:Reference Id", "<ds:Nothing Id", "failed FORMAT_FAILURE ");
    row("unknown transform", "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
        "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"",
        "failed FORMAT_FAILURE LT");
    row("no certificate", element("ds:KeyInfo"), {}, "open NO_SIGNING_CERTIFICATE_FOUND LT");
    row("time stamp gone", element("xades:SignatureTimeStamp"), {}, "passed B");
    row("time stamp no token", "<xades:EncapsulatedTimeStamp>", "<xades:EncapsulatedTimeStamp>AAAA",
        "open NO_POE LT");
    row("revocation data gone", element("xades:RevocationValues"), {}, "open TRY_LATER T");
    row("revocation data broken", "<xades:EncapsulatedOCSPValue>", "<xades:EncapsulatedOCSPValue>AAAA",
        "open TRY_LATER LT");
    row("certificates gone", element("xades:CertificateValues"), {}, "passed LT");
    row("second element with the signed identifier", "<xades:UnsignedProperties>",
        element("xades:SignedProperties") + "<xades:UnsignedProperties>", "failed FORMAT_FAILURE LT");
    row("document type", "<asic:XAdESSignatures", "<!DOCTYPE x [<!ENTITY e \"f\">]><asic:XAdESSignatures",
        "failed FORMAT_FAILURE B");
    row("no XML", "<?xml", "<xml", "failed FORMAT_FAILURE B");
    row("other root", "<ds:Signature ", "<ds:Signatur ", "failed FORMAT_FAILURE B");
}

void tst_SandboxValidation::spoiltSignatures() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, expected);
    const QByteArray spoilt = replaced(from, to)(m_good);
    QVERIFY(spoilt != "?");
    const auto findings = judge({spoilt}, m_files);
    QVERIFY2(shown(findings).startsWith(expected.trimmed()), qPrintable(shown(findings) + why(findings)));
}

void tst_SandboxValidation::spoiltFiles_data() {
    QTest::addColumn<QList<DataFile>>("files");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("warnings");
    const auto with = [this](const std::function<void(QList<DataFile>&)>& change) {
        QList<DataFile> files = m_files;
        change(files);
        return files;
    };
    QTest::newRow("as signed") << m_files << u"passed LT"_qs << 0;
    QTest::newRow("one letter") << with([](auto& files) { files[0].bytes = "Cena: 92 EUR"; })
                                << u"failed HASH_FAILURE LT"_qs << 0;
    QTest::newRow("empty") << with([](auto& files) { files[1].bytes.clear(); })
                           << u"failed HASH_FAILURE LT"_qs << 0;
    QTest::newRow("gone") << with([](auto& files) { files.removeLast(); })
                          << u"open SIGNED_DATA_NOT_FOUND LT"_qs << 0;
    QTest::newRow("other name") << with([](auto& files) { files[0].name = u"tāme 2.txt"_qs; })
                                << u"open SIGNED_DATA_NOT_FOUND LT"_qs << 1;
    QTest::newRow("one more") << with([](auto& files) {
        files.append({u"more.txt"_qs, "more"});
    }) << u"passed LT"_qs << 1;
}

void tst_SandboxValidation::spoiltFiles() {
    QFETCH(QList<DataFile>, files);
    QFETCH(QString, expected);
    QFETCH(int, warnings);
    const auto findings = judge({m_good}, files);
    QCOMPARE(shown(findings), expected);
    QCOMPARE(findings.first().warnings.size(), warnings);
}

void tst_SandboxValidation::foreignTrust() {
    const SignatoryBench stranger;
    const CardIdentity card = stranger.card(CardPersonalisation::Cosmo8Ec);
    const auto findings = judge({stranger.xades(m_files, card)}, m_files);
    // Neither the time stamp nor the certificate leads to a root that is trusted here.
    QCOMPARE(shown(findings), u"open NO_POE LT"_qs);
    QVERIFY(why(findings).contains(u"does not lead to a trusted one"));
}

void tst_SandboxValidation::otherSignaturesTimeStamp() {
    const QByteArray other = m_bench->xades(m_files, *m_card);
    QByteArray spoilt = m_good;
    spoilt.replace(elementIn(m_good, "xades:EncapsulatedTimeStamp"),
                   elementIn(other, "xades:EncapsulatedTimeStamp"));
    QCOMPARE(shown(judge({other}, m_files)), u"passed LT"_qs);
    QCOMPARE(shown(judge({spoilt}, m_files)), u"open NO_POE LT"_qs);
}

void tst_SandboxValidation::revoked() {
    const CardIdentity card = m_bench->card(CardPersonalisation::Cosmo8Ec, u"JĀNIS"_qs);
    m_bench->ocsp().revoke(card.signing.certificateDer);
    const LongTermEvidence evidence = m_bench->evidence(card);
    QCOMPARE(shown(judge({m_bench->xadesWith(m_files, card, evidence)}, m_files)), u"failed REVOKED LT"_qs);
    // Somebody else's good status does not help.
    QCOMPARE(shown(judge({m_bench->xadesWith(m_files, card, m_bench->evidence(*m_card))}, m_files)),
             u"open TRY_LATER LT"_qs);
}

void tst_SandboxValidation::oneOfTwo() {
    const QByteArray spoilt = replaced("<xades:SigningTime>2", "<xades:SigningTime>1")(m_good);
    QCOMPARE(shown(judge({m_good, spoilt}, m_files)), u"passed LT, failed HASH_FAILURE LT"_qs);
    QCOMPARE(shown(judge({}, m_files)), QString());
}

void tst_SandboxValidation::survivesChangedBytes() {
    for (qsizetype at = 0; at < m_good.size(); at += 331) {
        QByteArray changed = m_good;
        changed[at] = changed[at] == 'x' ? 'y' : 'x';
        const auto findings = judge({changed, m_good.left(at)}, m_files);
        QVERIFY(findings.size() >= 2);
        QVERIFY(shown(findings.last()).startsWith(u"failed"));
    }
}

void tst_SandboxValidation::goodPdfs() {
    const QByteArray plain = samplePdf({u"Līgums"_qs});
    QCOMPARE(judgePdf(plain), QString());
    const CardIdentity rsa = m_bench->card(CardPersonalisation::Cosmo8Rsa);
    const QByteArray once = m_bench->pades(plain, *m_card);
    QCOMPARE(judgePdf(once), u"passed LT"_qs);
    QCOMPARE(judgePdf(m_bench->pades(plain, *m_card, false)), u"open TRY_LATER T"_qs);
    for (const int digestLength : {48, 64})
        QCOMPARE(judgePdf(m_bench->pades(plain, *m_card, true, digestLength)), u"passed LT"_qs);
    const QByteArray twice = m_bench->pades(once, rsa);
    QCOMPARE(judgePdf(twice), u"passed LT, passed LT"_qs);
    QCOMPARE(judgePdf(m_bench->archived(once, *m_card)), u"passed LTA"_qs);
    // A signature made after the archive time stamp is not archived by it.
    QCOMPARE(judgePdf(m_bench->pades(m_bench->archived(once, *m_card), rsa)), u"passed LTA, passed LT"_qs);
    const auto findings = validatePdf(once, *m_trust);
    QCOMPARE(findings->first().signer->commonName(), u"ANNA PARAUGA"_qs);
    QVERIFY(findings->first().stampedAt.isValid() && findings->first().revocationCheckedAt.isValid());
    QCOMPARE(findings->first().format, u"PAdES_BASELINE_LT"_qs);
}

void tst_SandboxValidation::spoiltPdf_data() {
    QTest::addColumn<bool>("archived");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("expected");
    QTest::newRow("content") << false << QByteArray("/MediaBox [0 0 5") << QByteArray("/MediaBox [0 0 6")
                             << u"failed HASH_FAILURE LT"_qs;
    QTest::newRow("content under an archive time stamp")
        << true << QByteArray("/MediaBox [0 0 5") << QByteArray("/MediaBox [0 0 6")
        << u"failed HASH_FAILURE LTA"_qs;
    QTest::newRow("byte range") << false << QByteArray("/ByteRange [0 ") << QByteArray("/ByteRange [1 ")
                                << u"failed FORMAT_FAILURE LT"_qs;
}

void tst_SandboxValidation::spoiltPdf() {
    QFETCH(bool, archived);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, expected);
    QByteArray pdf = m_bench->pades(samplePdf({u"Līgums"_qs}), *m_card);
    if (archived)
        pdf = m_bench->archived(pdf, *m_card);
    QVERIFY(pdf.contains(from));
    QCOMPARE(judgePdf(pdf.replace(pdf.indexOf(from), from.size(), to)), expected);
}

void tst_SandboxValidation::foreignPdf() {
    const SignatoryBench stranger;
    const CardIdentity card = stranger.card(CardPersonalisation::Cosmo8Ec);
    QCOMPARE(judgePdf(stranger.pades(samplePdf({u"Līgums"_qs}), card)), u"open NO_POE LT"_qs);
    QCOMPARE(judgePdf("%PDF-1.7 nothing"), u"answer-unreadable"_qs);
}

QTEST_GUILESS_MAIN(tst_SandboxValidation)
#include "tst_SandboxValidation.moc"
