// For the thread sanitizer, and without Qt Test: its watchdog lives in a library that the sanitizer cannot
// see into.
#include <chrono>
#include <cstdio>
#include <source_location>
#include <thread>

#include "LatvianCards.h"
#include "base/HandoverQueue.h"
#include "card/CardThread.h"

using namespace signet;
using namespace signet::card;
using test::hex;
using test::LatvianCard;
using test::Personalisation;
using namespace std::chrono_literals;

namespace {

const QString Reader = QStringLiteral("Reader");
const QString OtherReader = QStringLiteral("Other reader");

using Reports = base::HandoverQueue<CardReport>;

QString nameOf(const CardReport& report) {
    return report.result ? QStringLiteral("ok") : report.result.error().publicCode();
}

int failures = 0;

void verify(bool holds, std::source_location place = std::source_location::current()) {
    if (holds)
        return;
    ++failures;
    std::fprintf(stderr, "FAIL: %s, line %u\n", place.function_name(), static_cast<unsigned>(place.line()));
}

template <typename Actual, typename Expected>
void compare(const Actual& actual, const Expected& expected,
             std::source_location place = std::source_location::current()) {
    verify(actual == expected, place);
}

}  // namespace

/**
 * The card thread without Qt's event loop, so that the thread sanitizer sees every hand-over: work in,
 * reports out, secrets on the way, threads left behind.
 */
class TestCardThreads {
public:
    TestCardThreads();
    void performsInOrder();
    void stopsWithoutTouchingTheCard();
    void letsTheCardGoWithoutWork();
    void twoRunsDoNotLockEachOtherOut();
    void endsRunsAtItsOwnEnd();
    void hungThreadIsLeftBehind();
    void hungInAnotherProgramsTransaction();
    void hangsAtTheEnd();

private:
    std::unique_ptr<CardThread> makeThread(const CardLimits& limits) {
        return std::make_unique<CardThread>(m_readers, limits, [reports = m_reports](CardReport&& report) {
            reports->put(std::move(report));
        });
    }
    OpenRunJob openJob(const QString& reader) const {
        return OpenRunJob{SigningRunRequest{reader, *crypto::Certificate::fromDer(m_card.signingDer),
                                            base::SecretBytes(QByteArrayView("197531")), false, false}};
    }
    SignJob signJob(quint64 run, std::stop_token stop = {}) const {
        return SignJob{run, *crypto::Digest::fromBytes(QByteArray(48, 'h')), std::move(stop)};
    }
    void addOpen(test::CardScript& script) const {
        m_card.addReadForSigning(script);
        m_card.addOpenSigning(script);
        m_card.addVerify(script);
    }
    /** The same with a card that this thread has read before. */
    void addOpenKnown(test::CardScript& script) const {
        m_card.addStillHolds(script);
        m_card.addOpenSigning(script);
        m_card.addVerify(script);
    }
    void addPso(test::CardScript& script, char fill) const {
        m_card.addSign(script, QByteArray(48, 'h'), m_card.someSignature(fill));
    }
    /** As the owner does: looks at the clock now and then. */
    static std::optional<OverdueCall> waitUntilOverdue(CardThread& thread) {
        for (int i = 0; i < 500; ++i) {
            const auto call = thread.abandonIfOverdue(CallClock::Clock::now());
            if (call)
                return call;
            std::this_thread::sleep_for(10ms);
        }
        return std::nullopt;
    }
    static bool waitUntilNoneIsAbandoned() {
        for (int i = 0; i < 500 && CardThread::anyAbandoned(); ++i)
            std::this_thread::sleep_for(10ms);
        return !CardThread::anyAbandoned();
    }

    LatvianCard m_card = LatvianCard::make(Personalisation::CosmoXEc);
    std::shared_ptr<test::ScriptedReaders> m_readers;
    std::shared_ptr<Reports> m_reports;
};

TestCardThreads::TestCardThreads()
    : m_readers(std::make_shared<test::ScriptedReaders>()), m_reports(std::make_shared<Reports>()) {}

void TestCardThreads::performsInOrder() {
    const auto script = m_card.script();
    m_card.addRead(*script);
    addOpenKnown(*script);
    for (int i = 0; i < 20; ++i)
        addPso(*script, static_cast<char>('a' + i));
    m_card.addLeave(*script);
    m_readers->setReader(Reader, {script});
    const auto thread = makeThread(CardLimits());
    thread->post({1, ReadCardJob{Reader}});
    thread->post({2, openJob(Reader)});
    for (quint64 i = 0; i < 20; ++i)
        thread->post({3 + i, signJob(2)});
    thread->post({23, CloseRunJob{2}});
    for (quint64 number = 1; number <= 23; ++number) {
        const auto report = m_reports->take();
        compare(report->number, number);
        compare(nameOf(*report), QStringLiteral("ok"));
        if (number >= 3 && number < 23)
            compare(std::get<QByteArray>(*report->result),
                    m_card.someSignature(static_cast<char>('a' + number - 3)));
    }
    compare(script->mismatches(), QStringList());
}

void TestCardThreads::stopsWithoutTouchingTheCard() {
    const auto script = m_card.script();
    addOpen(*script);
    m_card.addLeave(*script);
    m_readers->setReader(Reader, {script});
    std::stop_source stop;
    {
        const auto thread = makeThread(CardLimits());
        thread->post({1, openJob(Reader)});
        compare(nameOf(*m_reports->take()), QStringLiteral("ok"));
        stop.request_stop();
        thread->post({2, signJob(1, stop.get_token())});
        compare(nameOf(*m_reports->take()), QStringLiteral("cancelled"));
    }
    compare(script->mismatches(), QStringList());
}

void TestCardThreads::letsTheCardGoWithoutWork() {
    const auto script = m_card.script();
    addOpen(*script);
    m_readers->setReader(Reader, {script});
    const auto thread = makeThread(CardLimits());
    thread->post({1, openJob(Reader)});
    compare(nameOf(*m_reports->take()), QStringLiteral("ok"));
    for (int i = 0; i < 200 && script->isInTransaction(); ++i)
        std::this_thread::sleep_for(10ms);
    verify(!script->isInTransaction());
    m_card.addLeave(*script);
}

void TestCardThreads::twoRunsDoNotLockEachOtherOut() {
    // the script itself notes a transaction within a transaction
    const auto script = m_card.script();
    addOpen(*script);
    addOpenKnown(*script);
    m_card.addOpenSigning(*script);
    addPso(*script, '1');
    m_card.addLeave(*script);
    m_card.addLeave(*script);
    m_readers->setReader(Reader, {script});
    {
        const auto thread = makeThread(CardLimits());
        thread->post({1, openJob(Reader)});
        thread->post({2, openJob(Reader)});
        thread->post({3, signJob(1)});
        for (int i = 0; i < 3; ++i)
            compare(nameOf(*m_reports->take()), QStringLiteral("ok"));
    }
    compare(script->mismatches(), QStringList());
}

void TestCardThreads::endsRunsAtItsOwnEnd() {
    const auto script = m_card.script();
    addOpen(*script);
    m_card.addLeave(*script);
    m_readers->setReader(Reader, {script});
    auto thread = makeThread(CardLimits());
    thread->post({1, openJob(Reader)});
    compare(nameOf(*m_reports->take()), QStringLiteral("ok"));
    thread.reset();
    compare(script->mismatches(), QStringList());
    verify(!CardThread::anyAbandoned());
}

void TestCardThreads::hungThreadIsLeftBehind() {
    const auto script = m_card.script();
    script->hangs(hex(test::SelectMain));
    const auto other = m_card.script();
    m_card.addRead(*other);
    m_readers->setReader(Reader, {script});
    m_readers->setReader(OtherReader, {other});
    CardLimits limits;
    limits.exchange = 600ms;
    const auto thread = makeThread(limits);
    thread->post({1, ReadCardJob{Reader}});
    thread->post({2, ReadCardJob{OtherReader}});
    const auto call = waitUntilOverdue(*thread);
    verify(call.has_value());
    if (!call)
        return;
    compare(call->reader, Reader);
    verify(!call->waitedForOthers);
    verify(CardThread::anyAbandoned());
    std::vector<CardJob> queued = thread->takeQueued();
    compare(queued.size(), std::size_t(1));

    const auto next = makeThread(limits);
    next->post(std::move(queued.front()));
    const auto report = m_reports->take();
    compare(report->number, quint64(2));
    compare(nameOf(*report), QStringLiteral("ok"));

    script->letGo();
    verify(waitUntilNoneIsAbandoned());
    compare(script->exchanges(), 1);  // it touched the card no more
    verify(!m_reports->takeNow());    // and said nothing
}

void TestCardThreads::hungInAnotherProgramsTransaction() {
    const auto script = m_card.script();
    script->beginHangs();
    m_readers->setReader(Reader, {script});
    CardLimits limits;
    limits.waiting = 600ms;
    const auto thread = makeThread(limits);
    thread->post({1, ReadCardJob{Reader}});
    const auto call = waitUntilOverdue(*thread);
    verify(call.has_value());
    if (!call)
        return;
    verify(call->waitedForOthers);
    script->letGo();
    const auto freed = m_reports->take();
    compare(freed->freedReader, Reader);
    verify(waitUntilNoneIsAbandoned());
    verify(!script->isInTransaction());
    compare(script->exchanges(), 0);
}

void TestCardThreads::hangsAtTheEnd() {
    const auto script = m_card.script();
    script->hangs(hex(test::SelectMain));
    m_readers->setReader(Reader, {script});
    CardLimits limits;
    limits.farewell = 100ms;
    auto thread = makeThread(limits);
    thread->post({1, ReadCardJob{Reader}});
    while (script->exchanges() == 0)
        std::this_thread::sleep_for(5ms);
    thread.reset();
    verify(CardThread::anyAbandoned());
    script->letGo();
    verify(waitUntilNoneIsAbandoned());
}

int main() {
    for (const auto test :
         {&TestCardThreads::performsInOrder, &TestCardThreads::stopsWithoutTouchingTheCard,
          &TestCardThreads::letsTheCardGoWithoutWork, &TestCardThreads::twoRunsDoNotLockEachOtherOut,
          &TestCardThreads::endsRunsAtItsOwnEnd, &TestCardThreads::hungThreadIsLeftBehind,
          &TestCardThreads::hungInAnotherProgramsTransaction, &TestCardThreads::hangsAtTheEnd})
        (TestCardThreads().*test)();
    std::fprintf(stderr, "%d failures\n", failures);
    return failures == 0 ? 0 : 1;
}
