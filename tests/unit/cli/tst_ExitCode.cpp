#include <QTest>

#include "cli/ExitCode.h"

using namespace signet;
using base::Error;
using base::ErrorCode;
using base::Stage;
using signing::Session;
using signing::SessionState;

namespace {

Session session(SessionState state, std::optional<Error> error = {}) {
    Session result;
    result.state = state;
    result.error = std::move(error);
    return result;
}

Session failed(ErrorCode code, Stage stage) {
    return session(SessionState::Failed, Error(code).at(stage));
}

Session notSaved() {
    Session result = session(SessionState::Finalized);
    result.saveError = Error(ErrorCode::OutputNotWritable);
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
    const Session done = session(SessionState::Finalized);
    const Session unknown = failed(ErrorCode::IdentifierInvalid, Stage::Pick);
    const Session unreached = failed(ErrorCode::NoConnection, Stage::Prepare);
    const Session forbidden = failed(ErrorCode::Forbidden, Stage::Prepare);
    const Session refused = failed(ErrorCode::ServiceError, Stage::Prepare);
    const Session lost =
        session(SessionState::Unconfirmed, Error(ErrorCode::ServiceTimeout).at(Stage::Finalize));

    QTest::newRow("all done") << cli::RunEnd{{done, done}, true, false, {}} << 0;
    QTest::newRow("one failed") << cli::RunEnd{{done, refused}, true, false, {}} << 1;
    QTest::newRow("one unconfirmed") << cli::RunEnd{{done, lost}, true, false, {}} << 1;
    QTest::newRow("one not saved") << cli::RunEnd{{done, notSaved()}, true, false, {}} << 1;
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
