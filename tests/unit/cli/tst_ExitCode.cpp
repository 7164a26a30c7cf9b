#include <QTest>

#include "cli/ExitCode.h"

using namespace signet;
using base::Error;
using base::ErrorCode;
using base::Stage;
using cli::Outcome;
using cli::ResultLine;

namespace {

ResultLine line(Outcome outcome, std::optional<Error> error = {}) {
    ResultLine result;
    result.outcome = outcome;
    result.error = std::move(error);
    return result;
}

ResultLine failed(ErrorCode code, Stage stage) {
    return line(Outcome::Failed, Error(code).at(stage));
}

ResultLine notSaved() {
    ResultLine result = line(Outcome::Finalized);
    result.saveError = Error(ErrorCode::OutputNotWritable);
    return result;
}

ResultLine validated(const QList<signing::Verdict>& verdicts) {
    ResultLine result = line(Outcome::Done);
    result.report = signing::ValidationReport();
    for (const signing::Verdict verdict : verdicts) {
        signing::ValidatedSignature signature;
        signature.verdict = verdict;
        result.report->signatures.append(signature);
    }
    return result;
}

}  // namespace

Q_DECLARE_METATYPE(signet::cli::RunEnd)

class TestExitCode : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void code_data();
    void code();
};

void TestExitCode::code_data() {
    QTest::addColumn<cli::RunEnd>("end");
    QTest::addColumn<int>("expected");
    const ResultLine done = line(Outcome::Finalized);
    const ResultLine unknown = failed(ErrorCode::IdentifierInvalid, Stage::Pick);
    const ResultLine unreached = failed(ErrorCode::NoConnection, Stage::Prepare);
    const ResultLine forbidden = failed(ErrorCode::Forbidden, Stage::Prepare);
    const ResultLine refused = failed(ErrorCode::ServiceError, Stage::Prepare);
    const ResultLine lost = line(Outcome::Unconfirmed, Error(ErrorCode::ServiceTimeout).at(Stage::Finalize));

    QTest::newRow("all done") << cli::RunEnd{{done, done}, true, false, {}} << 0;
    QTest::newRow("one failed") << cli::RunEnd{{done, refused}, true, false, {}} << 1;
    QTest::newRow("one unconfirmed") << cli::RunEnd{{done, lost}, true, false, {}} << 1;
    QTest::newRow("one not saved") << cli::RunEnd{{done, notSaved()}, true, false, {}} << 1;
    const auto passed = signing::Verdict::Passed;
    const ResultLine otherwise =
        line(Outcome::Finalized, Error(ErrorCode::NoSignedDocument).at(Stage::Confirm));
    QTest::newRow("one looks otherwise") << cli::RunEnd{{done, otherwise}, true, false, {}} << 1;
    QTest::newRow("all downloaded") << cli::RunEnd{{line(Outcome::Done)}, true, false, {}} << 0;
    QTest::newRow("all valid") << cli::RunEnd{{validated({passed, passed})}, true, false, {}} << 0;
    QTest::newRow("one not valid")
        << cli::RunEnd{{validated({passed, signing::Verdict::Failed})}, true, false, {}} << 1;
    QTest::newRow("one indeterminate")
        << cli::RunEnd{{validated({passed}), validated({signing::Verdict::Indeterminate})}, true, false, {}}
        << 1;
    QTest::newRow("wrong password of the seal")
        << cli::RunEnd{{refused}, false, false, Error(ErrorCode::PfxPasswordWrong)} << 5;
    QTest::newRow("bad identifiers only") << cli::RunEnd{{unknown, unknown}, false, false, {}} << 1;
    QTest::newRow("not reached") << cli::RunEnd{{unreached, unreached}, false, false, {}} << 4;
    QTest::newRow("not reached, and a bad identifier")
        << cli::RunEnd{{unknown, unreached}, false, false, {}} << 4;
    QTest::newRow("not allowed") << cli::RunEnd{{forbidden}, false, false, {}} << 4;
    QTest::newRow("not reached, others refused") << cli::RunEnd{{unreached, refused}, false, false, {}} << 1;
    QTest::newRow("ended by the connection before anything was prepared")
        << cli::RunEnd{{unreached, refused}, false, false, Error(ErrorCode::NoConnection)} << 4;
    QTest::newRow("not reached after others were prepared")
        << cli::RunEnd{{done, unreached}, true, false, {}} << 1;
    QTest::newRow("ended by the connection later")
        << cli::RunEnd{{lost}, true, false, Error(ErrorCode::NoConnection)} << 1;
    QTest::newRow("no card") << cli::RunEnd{{refused}, false, false, Error(ErrorCode::NoCard)} << 3;
    QTest::newRow("card removed late")
        << cli::RunEnd{{done, refused}, true, false, Error(ErrorCode::CardRemoved)} << 3;
    QTest::newRow("card before service")
        << cli::RunEnd{{unreached}, false, false, Error(ErrorCode::CardRemoved)} << 3;
    QTest::newRow("wrong pin") << cli::RunEnd{{done, refused}, true, false, Error(ErrorCode::PinWrong)} << 5;
    QTest::newRow("blocked") << cli::RunEnd{{refused}, true, false, Error(ErrorCode::PinBlocked)} << 5;
    QTest::newRow("last try") << cli::RunEnd{{refused}, true, false, Error(ErrorCode::PinLastTry)} << 5;
    QTest::newRow("interrupted") << cli::RunEnd{{done, done}, true, true, {}} << 130;
    QTest::newRow("interrupted before the pin")
        << cli::RunEnd{{done}, true, true, Error(ErrorCode::PinWrong)} << 130;
    QTest::newRow("cancelled at the question")
        << cli::RunEnd{{done}, true, false, Error(ErrorCode::Cancelled)} << 130;
}

void TestExitCode::code() {
    QFETCH(const cli::RunEnd, end);
    QFETCH(const int, expected);
    QCOMPARE(static_cast<int>(cli::exitCodeOf(end)), expected);
}

QTEST_GUILESS_MAIN(TestExitCode)
#include "tst_ExitCode.moc"
