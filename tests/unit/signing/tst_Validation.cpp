#include <QJsonArray>
#include <QTest>

#include "signing/DocumentValidation.h"
#include "signing/ValidationText.h"

using namespace signet;
using namespace signet::signing;

Q_DECLARE_METATYPE(signet::signing::Verdict)
Q_DECLARE_METATYPE(signet::signing::ArchiveProgress)

namespace {

const QString Lt = QStringLiteral("XAdES_BASELINE_LT");
const QString Lta = QStringLiteral("XAdES_BASELINE_LTA");

QDateTime year(int number) {
    return QDateTime(QDate(number, 3, 5), QTime(9, 12, 51), Qt::UTC);
}

ValidationReport withVerdicts(const QList<Verdict>& verdicts, qint64 counted = -1) {
    ValidationReport report;
    for (const Verdict verdict : verdicts) {
        ValidatedSignature signature;
        signature.verdict = verdict;
        report.signatures.append(signature);
    }
    report.signaturesCounted = counted;
    return report;
}

struct Mark {
    QString id;
    QString format;
    int validUntil = 0;  ///< year; 0: not told
};

ValidationReport withMarks(const QList<Mark>& marks) {
    ValidationReport report;
    for (const Mark& mark : marks) {
        ValidatedSignature signature;
        signature.id = mark.id;
        signature.format = mark.format;
        if (mark.validUntil != 0)
            signature.validUntil = year(mark.validUntil);
        report.signatures.append(signature);
    }
    return report;
}

/** A report as the service tells it, with everything in it. */
signapi::ValidationReport toldReport() {
    signapi::SignatureReport signature;
    signature.id = QStringLiteral("S-1");
    signature.indication = signapi::Indication::TotalFailed;
    signature.indicationText = QStringLiteral("TOTAL-FAILED");
    signature.subIndication = QStringLiteral("HASH_FAILURE");
    signature.signedBy = QStringLiteral("PARAUGS PĒTERIS");
    signature.signerSerialNumber = QStringLiteral("PNOLV-000000-00000");
    signature.organisation = QStringLiteral("SIA Paraugs");
    signature.registrationNumber = QStringLiteral("40000000000");
    signature.level = QStringLiteral("QESEAL");
    signature.format = Lta;
    signature.timeStampTime = year(2026);
    signature.ocspTime = year(2027);
    signature.maximumValidityTime = year(2031);
    signature.roles = QStringList{QStringLiteral("valdes loceklis")};
    signature.productionPlace = QStringLiteral("Rīga, LV");
    signature.reason = QStringLiteral("piekrītu");
    signature.errors = QStringList{QStringLiteral("The hash\n differs")};
    signature.warnings = QStringList{QStringLiteral("The list\u202e is old")};
    signapi::ValidationReport report;
    report.form = QStringLiteral("ASiC-E");
    report.level = QStringLiteral("ARCHIVAL_DATA");
    report.validationTime = year(2028);
    report.documentName = QStringLiteral("akts.asice");
    report.includedFiles = QStringList{QStringLiteral("akts.docx"), QStringLiteral("b.txt")};
    report.signaturesCount = 1;
    report.signatures = {signature};
    return report;
}

QString oneLine(const QStringList& lines) {
    return lines.join(u'\n');
}

}  // namespace

class TestSigningValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void archive_data();
    void archive();
    void archiveWithoutEarlierReport();
    void takesOverWhatIsTold();
    void namesAndPlaceholders();
    void json();
    void jsonOfLittle();
    void text();
    void textOfLittle();
    void textOfManyFiles();
};

void TestSigningValidation::verdicts_data() {
    using V = Verdict;
    QTest::addColumn<QList<Verdict>>("signatures");
    QTest::addColumn<qint64>("counted");
    QTest::addColumn<Verdict>("expected");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QList<V>& signatures, V expected, const char* sentence,
                        qint64 counted = -1) {
        QTest::newRow(name) << signatures << counted << expected << QString::fromLatin1(sentence);
    };
    row("one good", {V::Passed}, V::Passed, "The signature is valid.");
    row("one good, counted", {V::Passed}, V::Passed, "The signature is valid.", 1);
    row("two good", {V::Passed, V::Passed}, V::Passed, "All signatures are valid.", 2);
    row("fewer counted", {V::Passed, V::Passed}, V::Passed, "All signatures are valid.", 1);
    row("one left out", {V::Passed}, V::Indeterminate, "The service did not report on all signatures.", 2);
    row("bad", {V::Failed}, V::Failed, "The signature is not valid.");
    row("all bad", {V::Failed, V::Failed}, V::Failed, "No signature is valid.");
    row("bad, one left out", {V::Failed}, V::Failed, "No signature is valid.", 2);
    row("open", {V::Indeterminate}, V::Indeterminate,
        "It could not be decided whether the signature is valid.");
    row("all open", {V::Indeterminate, V::Indeterminate}, V::Indeterminate,
        "It could not be decided whether the signatures are valid.");
    row("good and bad", {V::Passed, V::Failed}, V::Mixed, "Not all signatures are valid.");
    row("good and open", {V::Indeterminate, V::Passed}, V::Mixed, "Not all signatures are valid.");
    row("open and bad", {V::Indeterminate, V::Failed}, V::Failed, "No signature is valid.");
    row("all three", {V::Indeterminate, V::Failed, V::Passed}, V::Mixed, "Not all signatures are valid.");
    row("none", {}, V::Indeterminate, "It could not be decided whether the signatures are valid.");
}

void TestSigningValidation::verdicts() {
    QFETCH(QList<Verdict>, signatures);
    QFETCH(qint64, counted);
    QFETCH(Verdict, expected);
    QFETCH(QString, sentence);
    ValidationReport report = withVerdicts(signatures, counted);
    QCOMPARE(toString(overallVerdict(report)), toString(expected));
    QCOMPARE(verdictSentence(report), sentence);
    // Warnings are shown, not judged.
    for (ValidatedSignature& signature : report.signatures)
        signature.warnings = QStringList{QStringLiteral("The trusted list is not considered as fresh!")};
    QCOMPARE(toString(overallVerdict(report)), toString(expected));
}

void TestSigningValidation::archive_data() {
    using P = ArchiveProgress;
    QTest::addColumn<ValidationReport>("before");
    QTest::addColumn<ValidationReport>("after");
    QTest::addColumn<ArchiveProgress>("expected");
    const auto row = [](const char* name, const QList<Mark>& before, const QList<Mark>& after, P expected) {
        QTest::newRow(name) << withMarks(before) << withMarks(after) << expected;
    };
    const QString a = QStringLiteral("A");
    const QString b = QStringLiteral("B");
    row("first time stamp", {{a, Lt}}, {{a, Lta}}, P::Added);
    row("PDF", {{a, QStringLiteral("PAdES_BASELINE_LT")}}, {{a, QStringLiteral("PAdES_BASELINE_LTA")}},
        P::Added);
    row("nothing", {{a, Lt}}, {{a, Lt}}, P::NotAdded);
    row("longer evidence, but no archive", {{a, Lt, 2030}}, {{a, Lt, 2035}}, P::NotAdded);
    row("another, lasting longer", {{a, Lta, 2030}}, {{a, Lta, 2035}}, P::Added);
    row("another, lasting as long", {{a, Lta, 2030}}, {{a, Lta, 2030}}, P::CannotTell);
    row("another, not told", {{a, Lta}}, {{a, Lta, 2035}}, P::CannotTell);
    row("one of two", {{a, Lta}, {b, Lt}}, {{a, Lta}, {b, Lta}}, P::Added);
    row("other order", {{a, Lta}, {b, Lt}}, {{b, Lta}, {a, Lta}}, P::Added);
    row("other order, nothing new", {{a, Lta}, {b, Lt}}, {{b, Lt}, {a, Lta}}, P::CannotTell);
    row("without identifiers", {{{}, Lt}}, {{{}, Lta}}, P::Added);
    row("gone", {{a, Lt}, {b, Lt}}, {{b, Lta}}, P::CannotTell);
    row("all gone", {{a, Lt}}, {}, P::NotAdded);
    row("a new signature is archived", {{a, Lt}}, {{a, Lt}, {b, Lta}}, P::CannotTell);
    row("formats not told", {{a, {}}}, {{a, {}}}, P::NotAdded);
}

void TestSigningValidation::archive() {
    QFETCH(ValidationReport, before);
    QFETCH(ValidationReport, after);
    QFETCH(ArchiveProgress, expected);
    QVERIFY(archiveProgress(before, after) == expected);
}

void TestSigningValidation::archiveWithoutEarlierReport() {
    QVERIFY(archiveProgress(std::nullopt, withMarks({{{}, Lta}})) == ArchiveProgress::Added);
    QVERIFY(archiveProgress(std::nullopt, withMarks({{{}, Lt}})) == ArchiveProgress::NotAdded);
}

void TestSigningValidation::takesOverWhatIsTold() {
    const ValidationReport report = reportOf(toldReport(), QStringLiteral("other name"));
    QCOMPARE(report.documentName, QStringLiteral("akts.asice"));
    QCOMPARE(report.includedNames.size(), 2);
    QCOMPARE(report.signatures.size(), 1);
    const ValidatedSignature& signature = report.signatures.first();
    QVERIFY(signature.verdict == Verdict::Failed);
    QVERIFY(signature.isArchived());
    QCOMPARE(signature.signedAt, year(2026));
    QCOMPARE(signature.revocationCheckedAt, year(2027));
    QCOMPARE(signature.validUntil, year(2031));
    QCOMPARE(signature.errors, QStringList{QStringLiteral("The hash differs")});
    QCOMPARE(signature.warnings, QStringList{QStringLiteral("The list\ufffd is old")});

    signapi::ValidationReport told = toldReport();
    told.signatures.first().indication = signapi::Indication::Unknown;
    QVERIFY(reportOf(told, {}).signatures.first().verdict == Verdict::Indeterminate);
    told.signatures.first().indication = signapi::Indication::Indeterminate;
    QVERIFY(reportOf(told, {}).signatures.first().verdict == Verdict::Indeterminate);
    told.signatures.first().indication = signapi::Indication::TotalPassed;
    QVERIFY(reportOf(told, {}).signatures.first().verdict == Verdict::Passed);
}

void TestSigningValidation::namesAndPlaceholders() {
    signapi::ValidationReport told = toldReport();
    told.documentName.clear();
    told.form = QStringLiteral("PDF");
    told.includedFiles = QStringList{QStringLiteral("Partial PDF")};
    const ValidationReport report = reportOf(told, QStringLiteral("a.pdf"));
    QCOMPARE(report.documentName, QStringLiteral("a.pdf"));
    QVERIFY(report.includedNames.isEmpty());
}

void TestSigningValidation::json() {
    const QJsonObject json = toJson(reportOf(toldReport(), {}));
    QCOMPARE(json[u"verdict"].toString(), QStringLiteral("failed"));
    QCOMPARE(json[u"documentName"].toString(), QStringLiteral("akts.asice"));
    QCOMPARE(json[u"form"].toString(), QStringLiteral("ASiC-E"));
    QCOMPARE(json[u"validatedAt"].toString(), QStringLiteral("2028-03-05T09:12:51Z"));
    QCOMPARE(json[u"includedFiles"].toArray().size(), 2);
    QCOMPARE(json[u"signaturesCounted"].toInt(), 1);
    const QJsonObject signature = json[u"signatures"][0].toObject();
    QCOMPARE(signature[u"verdict"].toString(), QStringLiteral("failed"));
    QCOMPARE(signature[u"indication"].toString(), QStringLiteral("TOTAL-FAILED"));
    QCOMPARE(signature[u"subIndication"].toString(), QStringLiteral("HASH_FAILURE"));
    QCOMPARE(signature[u"signedBy"].toString(), QStringLiteral("PARAUGS PĒTERIS"));
    QCOMPARE(signature[u"serialNumber"].toString(), QStringLiteral("PNOLV-000000-00000"));
    QCOMPARE(signature[u"organisation"].toString(), QStringLiteral("SIA Paraugs"));
    QCOMPARE(signature[u"registrationNumber"].toString(), QStringLiteral("40000000000"));
    QCOMPARE(signature[u"level"].toString(), QStringLiteral("QESEAL"));
    QCOMPARE(signature[u"format"].toString(), Lta);
    QCOMPARE(signature[u"archived"].toBool(), true);
    QCOMPARE(signature[u"signedAt"].toString(), QStringLiteral("2026-03-05T09:12:51Z"));
    QCOMPARE(signature[u"revocationCheckedAt"].toString(), QStringLiteral("2027-03-05T09:12:51Z"));
    QCOMPARE(signature[u"validUntil"].toString(), QStringLiteral("2031-03-05T09:12:51Z"));
    QCOMPARE(signature[u"roles"][0].toString(), QStringLiteral("valdes loceklis"));
    QCOMPARE(signature[u"errors"][0].toString(), QStringLiteral("The hash differs"));
    QCOMPARE(signature[u"warnings"].toArray().size(), 1);
}

void TestSigningValidation::jsonOfLittle() {
    const QJsonObject json = toJson(withVerdicts({Verdict::Passed}));
    QVERIFY(json[u"documentName"].isNull());
    QVERIFY(json[u"validatedAt"].isNull());
    QVERIFY(json[u"signaturesCounted"].isNull());
    const QJsonObject signature = json[u"signatures"][0].toObject();
    QVERIFY(signature[u"signedBy"].isNull());
    QVERIFY(signature[u"signedAt"].isNull());
    QVERIFY(signature[u"errors"].isArray());
    // A script finds the same members whatever was told.
    QCOMPARE(signature.keys(), toJson(reportOf(toldReport(), {}))[u"signatures"][0].toObject().keys());
}

void TestSigningValidation::text() {
    qputenv("TZ", "Europe/Riga");
    const QStringList lines = reportLines(reportOf(toldReport(), {}));
    qunsetenv("TZ");
    QCOMPARE(oneLine(lines), QStringLiteral("The signature is not valid.\n"
                                            "Document: akts.asice\n"
                                            "Kind: ASiC-E\n"
                                            "Files inside: akts.docx, b.txt\n"
                                            "Signatures: 1, valid: 0\n"
                                            "Checked: 2028-03-05 11:12:51\n"
                                            "Signature 1: PARAUGS PĒTERIS, not valid\n"
                                            "    Result: TOTAL-FAILED (HASH_FAILURE)\n"
                                            "    Signed by: PARAUGS PĒTERIS, PNOLV-000000-00000\n"
                                            "    Organisation: SIA Paraugs, 40000000000\n"
                                            "    Meaning: qualified electronic seal\n"
                                            "    Format: XAdES_BASELINE_LTA, with an archive time stamp\n"
                                            "    Time stamp: 2026-03-05 11:12:51\n"
                                            "    Revocation checked: 2027-03-05 11:12:51\n"
                                            "    Can be checked until: 2031-03-05 11:12:51\n"
                                            "    Role: valdes loceklis\n"
                                            "    Place: Rīga, LV\n"
                                            "    Reason: piekrītu\n"
                                            "    Error: The hash differs\n"
                                            "    Warning: The list\ufffd is old"));
}

void TestSigningValidation::textOfLittle() {
    QCOMPARE(oneLine(reportLines(withVerdicts({Verdict::Passed, Verdict::Indeterminate}, 3))),
             QStringLiteral("Not all signatures are valid.\n"
                            "Signatures: 3, valid: 1\n"
                            "Signature 1: valid\n"
                            "Signature 2: undecided"));
}

void TestSigningValidation::textOfManyFiles() {
    ValidationReport report = withVerdicts({Verdict::Passed});
    for (int i = 0; i < 10'000; ++i)
        report.includedNames.append(QStringLiteral("file %1.txt").arg(i));
    const QString text = oneLine(reportLines(report));
    QVERIFY(text.size() < 1'000);
    QVERIFY(text.contains(u"10000"));
}

QTEST_GUILESS_MAIN(TestSigningValidation)
#include "tst_Validation.moc"
