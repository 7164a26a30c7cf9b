#include <QTest>

#include "signing/ResultForm.h"

using namespace signet;
using namespace signet::signing;

Q_DECLARE_METATYPE(signet::signing::Operation)
Q_DECLARE_METATYPE(signet::signing::ResultForm)

namespace {

Document named(const QString& name) {
    return Document{name, name, 100, {}};
}

QList<Document> documents(const QStringList& names) {
    QList<Document> found;
    for (const QString& name : names)
        found.append(named(name));
    return found;
}

/** The choice in a word, or the code of the refusal. */
QString planned(const QStringList& names, ResultForm form) {
    const auto choice = plan(documents(names), form);
    if (!choice)
        return choice.error().publicCode();
    if (choice->signAsPdf)
        return choice->createNewEdoc ? u"both"_qs : u"pdf"_qs;
    return choice->createNewEdoc ? u"new"_qs : u"container"_qs;
}

const QStringList OneFile{u"a.docx"_qs};
const QStringList ThreeFiles{u"a.docx"_qs, u"b.pdf"_qs, u"c.txt"_qs};
const QStringList OnePdf{u"contract.PDF"_qs};
const QStringList OneContainer{u"contract.asice"_qs};

}  // namespace

class TestResultForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void unseen();
    void describes_data();
    void describes();
    void describesMany();
    void containersByContent();
    void whatToArchive();
    void namesArePrintable();
};

void TestResultForm::plans_data() {
    using F = ResultForm;
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<ResultForm>("form");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QStringList& names, const QStringList& expected) {
        const QList<F> forms{F::Container, F::NewContainer, F::Pdf, F::PdfWherePossible};
        for (qsizetype i = 0; i < forms.size(); ++i)
            QTest::addRow("%s, form %d", name, static_cast<int>(i)) << names << forms[i] << expected[i];
    };
    row("one file", OneFile, {u"container"_qs, u"new"_qs, u"not-one-pdf"_qs, u"container"_qs});
    row("three files", ThreeFiles, {u"container"_qs, u"new"_qs, u"not-one-pdf"_qs, u"container"_qs});
    row("one PDF", OnePdf, {u"container"_qs, u"new"_qs, u"pdf"_qs, u"pdf"_qs});
    row("signed PDF", {u"a.signed.pdf"_qs}, {u"container"_qs, u"new"_qs, u"pdf"_qs, u"pdf"_qs});
    row("container", OneContainer, {u"container"_qs, u"new"_qs, u"not-one-pdf"_qs, u"container"_qs});
    row("two PDFs", {u"a.pdf"_qs, u"b.pdf"_qs},
        {u"container"_qs, u"new"_qs, u"not-one-pdf"_qs, u"container"_qs});
}

void TestResultForm::plans() {
    QFETCH(const QStringList, names);
    QFETCH(const ResultForm, form);
    QFETCH(const QString, expected);
    QCOMPARE(planned(names, form), expected);
}

void TestResultForm::unseen() {
    QVERIFY(planUnseen(ResultForm::Container) == Choice());
    QVERIFY(planUnseen(ResultForm::PdfWherePossible) == Choice());
    QVERIFY((planUnseen(ResultForm::NewContainer) == Choice{false, true}));
    QVERIFY((planUnseen(ResultForm::Pdf) == Choice{true, false}));
    QVERIFY(dependsOnDocuments(ResultForm::Pdf) && dependsOnDocuments(ResultForm::PdfWherePossible));
    QVERIFY(!dependsOnDocuments(ResultForm::Container) && !dependsOnDocuments(ResultForm::NewContainer));
}

void TestResultForm::describes_data() {
    using F = ResultForm;
    using O = Operation;
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<ResultForm>("form");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("sign a container")
        << O::Sign << OneContainer << F::Container << u"adds your signature to contract.asice"_qs;
    QTest::newRow("sign a file") << O::Sign << OneFile << F::PdfWherePossible
                                 << u"puts a.docx into a new container with your signature"_qs;
    QTest::newRow("sign around a container")
        << O::Sign << OneContainer << F::NewContainer
        << u"puts contract.asice into a new container with your signature"_qs;
    QTest::newRow("sign a PDF") << O::Sign << OnePdf << F::Pdf << u"signs inside contract.PDF"_qs;
    QTest::newRow("seal a container")
        << O::Seal << OneContainer << F::Container << u"adds the seal to contract.asice"_qs;
    QTest::newRow("seal a PDF") << O::Seal << OnePdf << F::PdfWherePossible
                                << u"seals inside contract.PDF"_qs;
    QTest::newRow("archive") << O::Archive << OneContainer << F::Container
                             << u"adds an archive time stamp to contract.asice"_qs;
    QTest::newRow("not known yet") << O::Sign << QStringList() << F::Pdf
                                   << u"signs inside the PDF, if there is exactly one"_qs;
    QTest::newRow("impossible") << O::Sign << OneFile << F::Pdf
                                << base::Error(base::ErrorCode::NotOnePdf, OneFile).message();
    QTest::newRow("nothing to archive") << O::Archive << OneFile << F::Container
                                        << base::Error(base::ErrorCode::NothingToArchive, OneFile).message();
}

void TestResultForm::describes() {
    QFETCH(const Operation, operation);
    QFETCH(const QStringList, names);
    QFETCH(const ResultForm, form);
    QFETCH(const QString, sentence);
    QCOMPARE(describe(operation, documents(names), form), sentence);
}

void TestResultForm::describesMany() {
    const auto many = [](Operation operation, const QStringList& names, ResultForm form) {
        const auto effect = effectOn(documents(names), operation, form);
        return effect ? describeMany(operation, *effect, 300) : effect.error().publicCode();
    };
    using F = ResultForm;
    using O = Operation;
    QCOMPARE(many(O::Sign, ThreeFiles, F::Container),
             u"puts the files of 300 sessions into new containers with your signature"_qs);
    QCOMPARE(many(O::Sign, OneContainer, F::Container),
             u"adds your signature to the containers of 300 sessions"_qs);
    QCOMPARE(many(O::Sign, OnePdf, F::PdfWherePossible), u"signs inside the PDFs of 300 sessions"_qs);
    QCOMPARE(many(O::Seal, OneContainer, F::NewContainer),
             u"puts the files of 300 sessions into new containers with the seal"_qs);
    QCOMPARE(many(O::Seal, OneContainer, F::PdfWherePossible),
             u"adds the seal to the containers of 300 sessions"_qs);
    QCOMPARE(many(O::Seal, OnePdf, F::Pdf), u"seals inside the PDFs of 300 sessions"_qs);
    QCOMPARE(many(O::Archive, OnePdf, F::Container),
             u"adds archive time stamps to what 300 sessions hold"_qs);
    QCOMPARE(many(O::Seal, ThreeFiles, F::Pdf), u"not-one-pdf"_qs);
    QCOMPARE(many(O::Archive, OneFile, F::Container), u"nothing-to-archive"_qs);
}

void TestResultForm::containersByContent() {
    Document document = named(u"akts"_qs);
    QVERIFY(!isContainer(document));
    document.includedNames = QStringList{u"akts.docx"_qs};
    QVERIFY(isContainer(document));
    QVERIFY(isContainer(named(u"A.EDOC"_qs)) && !isContainer(named(u"edoc.txt"_qs)));
}

void TestResultForm::whatToArchive() {
    QVERIFY(!checkArchivable(documents(OneFile)) && !checkArchivable({}));
    QVERIFY(checkArchivable(documents(OnePdf)) && checkArchivable(documents(OneContainer)));
    QVERIFY(!documentToArchive(documents(OneFile)));
    QCOMPARE(documentToArchive(documents(ThreeFiles))->name, u"b.pdf"_qs);
    QCOMPARE(documentToArchive(documents(OnePdf + OneContainer))->name, OneContainer.first());
    QVERIFY(!documentToArchive(documents({u"a.asice"_qs, u"b.asice"_qs, u"c.pdf"_qs})));
}

void TestResultForm::namesArePrintable() {
    const QString sentence =
        describe(Operation::Sign, documents({u"a\u202Efdp.asice"_qs}), ResultForm::Container);
    QVERIFY(!sentence.contains(QChar(0x202E)) && sentence.contains(QChar(0xFFFD)));
}

QTEST_APPLESS_MAIN(TestResultForm)
#include "tst_ResultForm.moc"
