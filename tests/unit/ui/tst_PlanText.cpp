#include <QTest>

#include "ui/operation/PlanText.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::Document;
using signing::Operation;
using signing::ResultForm;
using signing::Session;
using signing::SessionState;
using ui::Intent;

class TestPlanText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void obstacles_data();
    void obstacles();
    void picks_data();
    void picks();
    void manyInOneSentence();
    void ownFormOfASession();
    void wholeSentences();
};

namespace {

const Document Text{u"1"_s, u"a.txt"_s, 10, {}};
const Document Pdf{u"2"_s, u"b.pdf"_s, 10, {}};
const Document Container{u"3"_s, u"c.asice"_s, 10, {u"a.txt"_s}};

Session with(const QList<Document>& documents) {
    Session session;
    session.id = *base::SessionId::parse(u"abc"_s);
    session.documentsBefore = documents;
    return session;
}

}  // namespace

void TestPlanText::obstacles_data() {
    QTest::addColumn<QList<Document>>("documents");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<ResultForm>("form");
    QTest::addColumn<bool>("possible");
    const auto row = [](const char* name, const QList<Document>& documents, Operation operation,
                        ResultForm form,
                        bool possible) { QTest::newRow(name) << documents << operation << form << possible; };
    row("text as PDF", {Text}, Operation::Sign, ResultForm::Pdf, false);
    row("text where possible", {Text}, Operation::Seal, ResultForm::PdfWherePossible, true);
    row("two PDFs as PDF", {Pdf, Pdf}, Operation::Seal, ResultForm::Pdf, false);
    row("PDF as PDF", {Pdf}, Operation::Sign, ResultForm::Pdf, true);
    row("container", {Container}, Operation::Sign, ResultForm::Container, true);
    row("archive a text", {Text}, Operation::Archive, ResultForm::Container, false);
    row("archive a container", {Container}, Operation::Archive, ResultForm::Pdf, true);
    row("archive a PDF", {Pdf}, Operation::Archive, ResultForm::Container, true);
    row("nothing known", {}, Operation::Archive, ResultForm::Container, true);
}

void TestPlanText::obstacles() {
    QFETCH(QList<Document>, documents);
    QFETCH(Operation, operation);
    QFETCH(ResultForm, form);
    QFETCH(bool, possible);
    const Session session = with(documents);
    const auto obstacle = ui::obstacleFor(session, {operation, form});
    QCOMPARE(!obstacle.has_value(), possible);
    if (obstacle)
        QCOMPARE(ui::planOf(session, {operation, form}), obstacle->message());
}

void TestPlanText::picks_data() {
    QTest::addColumn<SessionState>("state");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<bool>("pickable");
    QTest::newRow("ready") << SessionState::Picked << Operation::Sign << true;
    QTest::newRow("failed") << SessionState::Failed << Operation::Seal << true;
    QTest::newRow("signed, again") << SessionState::Finalized << Operation::Sign << false;
    QTest::newRow("signed, archive") << SessionState::Finalized << Operation::Archive << true;
    QTest::newRow("in doubt") << SessionState::Unconfirmed << Operation::Archive << false;
    QTest::newRow("under way") << SessionState::Finalizing << Operation::Sign << false;
}

void TestPlanText::picks() {
    QFETCH(SessionState, state);
    QFETCH(Operation, operation);
    Session session = with({Container});
    session.state = state;
    if (state == SessionState::Finalized)
        session.done = {Operation::Sign};
    QTEST(ui::canBePicked(session, operation), "pickable");
}

void TestPlanText::manyInOneSentence() {
    const QList<Session> sessions{with({Pdf}), with({Text}), with({Text, Pdf}), with({Container}), with({})};
    QList<const Session*> all;
    for (const Session& session : sessions)
        all += &session;
    QCOMPARE(ui::planOf(all, {Operation::Sign, ResultForm::PdfWherePossible}),
             u"Your signature goes into 1 PDF(s), 1 container(s) that exist, 2 new container(s), "
             "1 session(s) whose documents are not known yet."_s);
    QCOMPARE(ui::planOf(all, {Operation::Seal, ResultForm::Pdf}),
             u"The seal goes into 1 PDF(s), 1 session(s) whose documents are not known yet. "
             "3 cannot be done this way: each row says why."_s);
    QCOMPARE(ui::planOf(QList<const Session*>(), {}), QString());
}

void TestPlanText::ownFormOfASession() {
    Session session = with({Text});
    session.form = ResultForm::Pdf;
    QVERIFY(ui::obstacleFor(session, {Operation::Sign, ResultForm::Container}).has_value());
    // It counts for many, too, and is named where it can be done.
    const Session pdf = with({Pdf});
    QCOMPARE(ui::planOf({&session, &pdf}, {Operation::Sign, ResultForm::PdfWherePossible}),
             u"Your signature goes into 1 PDF(s). 1 cannot be done this way: each row says why."_s);
    session.form = ResultForm::NewContainer;
    QCOMPARE(ui::planOf({&session, &pdf}, {Operation::Sign, ResultForm::Pdf}),
             u"Your signature goes into 1 PDF(s), 1 new container(s)."_s);
    QCOMPARE(ui::planOf(session, {Operation::Seal, ResultForm::Container}),
             u"for this session: puts a.txt into a new container with the seal"_s);
    // An archive time stamp has no forms.
    session = with({Container});
    session.form = ResultForm::NewContainer;
    QVERIFY(!ui::hasOwnForm(session, {Operation::Archive, ResultForm::Container}));
    QCOMPARE(ui::planOf(session, {Operation::Archive, ResultForm::Container}),
             u"adds an archive time stamp to c.asice"_s);
}

void TestPlanText::wholeSentences() {
    QCOMPARE(ui::planSentences(with({Container}), {Operation::Sign, ResultForm::Container}),
             u"Adds your signature to c.asice."_s);
    const QString impossible = ui::planSentences(with({Text}), {Operation::Sign, ResultForm::Pdf});
    const base::Error error(base::ErrorCode::NotOnePdf, {u"a.txt"_s});
    QCOMPARE(impossible, QString(error.message() + u' ' + error.hint()));
}

QTEST_MAIN(TestPlanText)
#include "tst_PlanText.moc"
