#include "BatchBench.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include "support/DemoCards.h"

namespace signet::test {

using signing::PinAnswer;
using signing::SessionKey;
using signing::SessionState;

namespace {

/** The card is in before anybody looks: otherwise an empty reader is what is found first. */
std::shared_ptr<sandbox::VirtualReaders> readersWith(const std::shared_ptr<sandbox::VirtualCard>& card) {
    auto readers = std::make_shared<sandbox::VirtualReaders>();
    readers->insert(sandbox::VirtualReaders::demoReaderName(), card);
    return readers;
}

}  // namespace

QFuture<base::Expected<PinAnswer>> ScriptedAttendant::askForPin(const signing::PinQuestion& question) {
    questions.append(question);
    if (whenAsked)
        whenAsked();
    const Reaction reaction = reactions.isEmpty() ? Reaction() : reactions.takeFirst();
    m_open = std::make_unique<Promise>();
    m_open->start();
    QFuture<base::Expected<PinAnswer>> future = m_open->future();
    if (reaction.waits)
        return future;
    if (reaction.refuses) {
        m_open->addResult(base::fail(base::ErrorCode::Cancelled));
    } else {
        PinAnswer answer;
        answer.pin2 = std::make_shared<base::SecretBytes>(QByteArrayView(reaction.pin));
        answer.lastTryAgreed = reaction.lastTryAgreed;
        answer.usePinPad = reaction.usePinPad;
        m_open->addResult(answer);
    }
    m_open->finish();
    m_open.reset();
    return future;
}

void ScriptedAttendant::dismiss() {
    ++dismissals;
    if (!m_open)
        return;
    m_open->addResult(base::fail(base::ErrorCode::Cancelled));
    m_open->finish();
    m_open.reset();
}

BatchBench::BatchBench(const sandbox::VirtualCardOptions& options, sandbox::CardPersonalisation kind)
    : card(demoCard(kind, options)), readers(readersWith(card)), cards(readers) {
    profile.name = u"test"_qs;
    profile.api = service.address();
    profile.tokenSource = signing::Profile::TokenSource::StaticToken;
    order.confirmTime = std::chrono::seconds(1);
    order.firstChunk = 0;  // tests count requests: chunks of one size are easier to foresee
}

BatchBench::~BatchBench() = default;

QList<SessionKey> BatchBench::pick(int count, const QString& name) {
    return pickIds(service.addSessions(count, name));
}

QList<SessionKey> BatchBench::pickIds(const QStringList& ids) {
    const QList<SessionKey> keys = sessions.addIdentifiers(ids);
    order.sessions += keys;
    return keys;
}

void BatchBench::orderSeal() {
    waitForCards();
    const signing::DeskReader reader = *cards.selected();
    order.operation = signing::Operation::Seal;
    order.seal = signing::SealIdentity{*reader.signingCertificate, *reader.authenticationCertificate,
                                       "the PFX file", "the encrypted password"};
}

void BatchBench::waitForCards() {
    const auto usable = [this] {
        const auto all = cards.readers();
        const auto isBusy = [](const auto& reader) {
            return reader.state == signing::DeskReader::State::Reading;
        };
        return cards.isSettled() && std::none_of(all.begin(), all.end(), isBusy);
    };
    if (!QTest::qWaitFor(usable, 10'000))
        qWarning("the card was not read in time");
}

signing::Batch& BatchBench::start() {
    waitForCards();
    if (!desk.connectTo(profile, base::SecretBytes(QByteArrayView("token"))))
        qWarning("the profile is not accepted");
    batch = std::make_unique<signing::Batch>(sessions, desk, order, hasCards ? &cards : nullptr,
                                             hasCards ? &attendant : nullptr);
    QObject::connect(batch.get(), &signing::Batch::settled, batch.get(),
                     [this](SessionKey key) { ++settled[key]; });
    QObject::connect(batch.get(), &signing::Batch::finished, batch.get(), [this] { ++finishedCount; });
    batch->start();
    return *batch;
}

bool BatchBench::waitForEnd(int milliseconds) {
    if (finishedCount > 0)
        return true;
    // A loop of its own ends at once; QTest::qWaitFor() looks every 10 ms, which benchmarks would count.
    QEventLoop loop;
    QObject::connect(batch.get(), &signing::Batch::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    return finishedCount > 0;
}

signing::BatchSummary BatchBench::run() {
    start();
    if (!waitForEnd())
        qWarning("the run did not end");
    const auto summary = batch->summary().value_or(signing::BatchSummary());
    if (summary.endedBy)
        qInfo("ended by %s: %s", qPrintable(summary.endedBy->publicCode()),
              qPrintable(summary.endedBy->detail()));
    return summary;
}

int BatchBench::inState(SessionState state) const {
    int count = 0;
    for (int row = 0; row < sessions.size(); ++row)
        count += sessions.at(row).state == state ? 1 : 0;
    return count;
}

QString BatchBench::code(int row) const {
    const auto& error = sessions.at(row).error;
    return error ? error->publicCode() : QString();
}

QString BatchBench::stage(int row) const {
    const auto& error = sessions.at(row).error;
    return error ? base::toString(error->stage()) : QString();
}

bool BatchBench::cardWasLeftAlone() const {
    return attendant.questions.isEmpty() && card->verifyCount() == 0 && card->signatureCount() == 0;
}

bool BatchBench::everythingSettled() const {
    for (const SessionKey key : order.sessions) {
        const bool done =
            signing::isEnd(sessions.session(key).state) && settled.value(key) == 1 && !sessions.isHeld(key);
        if (!done)
            return false;
    }
    return finishedCount == 1 && batch->summary().has_value() && !batch->isRunning();
}

}  // namespace signet::test
