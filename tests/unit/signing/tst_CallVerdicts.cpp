#include <QTest>

#include "signing/batch/CallVerdicts.h"

using namespace signet::signing;
using signet::base::Error;
using signet::base::ErrorCode;
using signet::signapi::CallFailure;
using signet::signapi::Delivery;

Q_DECLARE_METATYPE(signet::signapi::Delivery)
Q_DECLARE_METATYPE(signet::base::ErrorCode)
Q_DECLARE_METATYPE(signet::signing::PrepareVerdict)
Q_DECLARE_METATYPE(signet::signing::ChangeVerdict)

namespace {

CallFailure failure(ErrorCode code, Delivery delivery, int status) {
    return CallFailure{Error(code), delivery, status, {}, {}};
}

}  // namespace

class TestCallVerdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void prepare_data();
    void prepare();
    void change_data();
    void change();
};

void TestCallVerdicts::prepare_data() {
    using V = PrepareVerdict;
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<int>("status");
    QTest::addColumn<V>("several");
    QTest::addColumn<V>("one");
    const auto row = [](const char* name, ErrorCode code, Delivery delivery, int status, V several, V one) {
        QTest::newRow(name) << code << delivery << status << several << one;
    };
    row("stopped", ErrorCode::Cancelled, Delivery::Unclear, 0, V::Stopped, V::Stopped);
    row("no connection", ErrorCode::NoConnection, Delivery::NotSent, 0, V::EndsRun, V::EndsRun);
    row("token refused", ErrorCode::TokenRefused, Delivery::NotSent, 401, V::EndsRun, V::EndsRun);
    row("401", ErrorCode::Unauthorised, Delivery::Answered, 401, V::EndsRun, V::EndsRun);
    row("407", ErrorCode::ProxyAuthentication, Delivery::Answered, 407, V::EndsRun, V::EndsRun);
    row("redirect", ErrorCode::RedirectRefused, Delivery::Answered, 302, V::EndsRun, V::EndsRun);
    row("400", ErrorCode::ServiceError, Delivery::Answered, 400, V::Split, V::FailThese);
    row("403", ErrorCode::Forbidden, Delivery::Answered, 403, V::Split, V::FailThese);
    row("404", ErrorCode::SessionNotFound, Delivery::Answered, 404, V::Split, V::FailThese);
    row("413", ErrorCode::RequestTooLarge, Delivery::Answered, 413, V::Split, V::FailThese);
    row("414", ErrorCode::RequestTooLarge, Delivery::Answered, 414, V::Split, V::FailThese);
    row("429", ErrorCode::RateLimited, Delivery::Answered, 429, V::RetryLater, V::RetryLater);
    row("500", ErrorCode::ServiceError, Delivery::Answered, 500, V::FailThese, V::FailThese);
    row("time-out", ErrorCode::ServiceTimeout, Delivery::Unclear, 0, V::Split, V::FailThese);
    row("broken", ErrorCode::ConnectionBroken, Delivery::Unclear, 0, V::FailThese, V::FailThese);
    row("unreadable", ErrorCode::AnswerUnreadable, Delivery::Answered, 200, V::FailThese, V::FailThese);
}

void TestCallVerdicts::prepare() {
    QFETCH(const ErrorCode, code);
    QFETCH(const Delivery, delivery);
    QFETCH(const int, status);
    QFETCH(const PrepareVerdict, several);
    QFETCH(const PrepareVerdict, one);
    QVERIFY(judgePrepare(failure(code, delivery, status), 5) == several);
    QVERIFY(judgePrepare(failure(code, delivery, status), 1) == one);
}

void TestCallVerdicts::change_data() {
    using V = ChangeVerdict;
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Delivery>("delivery");
    QTest::addColumn<int>("status");
    QTest::addColumn<V>("several");
    QTest::addColumn<V>("one");
    const auto row = [](const char* name, ErrorCode code, Delivery delivery, int status, V several, V one) {
        QTest::newRow(name) << code << delivery << status << several << one;
    };
    row("stopped before it left", ErrorCode::Cancelled, Delivery::NotSent, 0, V::Stopped, V::Stopped);
    row("abandoned", ErrorCode::Cancelled, Delivery::Unclear, 0, V::Unclear, V::Unclear);
    row("no connection", ErrorCode::NoConnection, Delivery::NotSent, 0, V::RetryLater, V::RetryLater);
    row("untrusted", ErrorCode::TlsUntrusted, Delivery::NotSent, 0, V::Refused, V::Refused);
    row("token refused", ErrorCode::TokenRefused, Delivery::NotSent, 400, V::Refused, V::Refused);
    row("401", ErrorCode::Unauthorised, Delivery::Answered, 401, V::Refused, V::Refused);
    row("429", ErrorCode::RateLimited, Delivery::Answered, 429, V::RetryLater, V::RetryLater);
    row("413", ErrorCode::RequestTooLarge, Delivery::Answered, 413, V::SplitNow, V::Refused);
    row("414", ErrorCode::RequestTooLarge, Delivery::Answered, 414, V::SplitNow, V::Refused);
    row("400", ErrorCode::ServiceError, Delivery::Answered, 400, V::LookAndSplit, V::Refused);
    row("404", ErrorCode::SessionNotFound, Delivery::Answered, 404, V::LookAndSplit, V::Refused);
    row("302", ErrorCode::RedirectRefused, Delivery::Answered, 302, V::Unclear, V::Unclear);
    row("500", ErrorCode::ServiceError, Delivery::Answered, 500, V::Unclear, V::Unclear);
    row("503", ErrorCode::ServiceUnavailable, Delivery::Answered, 503, V::Unclear, V::Unclear);
    row("unreadable 200", ErrorCode::AnswerUnreadable, Delivery::Answered, 200, V::Unclear, V::Unclear);
    row("time-out", ErrorCode::ServiceTimeout, Delivery::Unclear, 0, V::Unclear, V::Unclear);
    row("broken", ErrorCode::ConnectionBroken, Delivery::Unclear, 0, V::Unclear, V::Unclear);
    row("408", ErrorCode::ServiceUnavailable, Delivery::Answered, 408, V::Unclear, V::Unclear);
    row("stopped while waiting after a 429", ErrorCode::Cancelled, Delivery::Answered, 429, V::Stopped,
        V::Stopped);
    row("broken in a 400", ErrorCode::ConnectionBroken, Delivery::Unclear, 400, V::Unclear, V::Unclear);
}

void TestCallVerdicts::change() {
    QFETCH(const ErrorCode, code);
    QFETCH(const Delivery, delivery);
    QFETCH(const int, status);
    QFETCH(const ChangeVerdict, several);
    QFETCH(const ChangeVerdict, one);
    QVERIFY(judgeChange(failure(code, delivery, status), 5) == several);
    QVERIFY(judgeChange(failure(code, delivery, status), 1) == one);
}

QTEST_APPLESS_MAIN(TestCallVerdicts)
#include "tst_CallVerdicts.moc"
