#include <sys/resource.h>

#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include "BatchBench.h"
#include "signing/Unfinished.h"
#include "signing/journal/Journal.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

/** Files of this process cannot grow, as on a full disk. */
class FullDisk {
public:
    FullDisk() {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 1;
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

template <typename T>
T taken(QFuture<base::Expected<T>> future) {
    const base::Expected<T> result = future.result();
    if (!result)
        qWarning("%s: %s", qPrintable(result.error().publicCode()), qPrintable(result.error().detail()));
    return result.value_or(T());
}

QByteArray signatureIn(const ServiceRequest& request, const QString& session) {
    for (const QJsonValue& entry : request.json()[u"sessionSignatureValues"_qs].toArray()) {
        if (entry[u"sessionId"_qs].toString() == session)
            return entry[u"signatureValue"_qs].toString().toLatin1();
    }
    return {};
}

/** A bench whose runs are recorded. */
struct RecordedBench : BatchBench {
    RecordedBench() {
        order.journal = journal;
        order.confirmTime = std::chrono::seconds(0);
    }
    ~RecordedBench() {
        batch.reset();
        order.journal.reset();  // before its folder goes
    }
    Q_DISABLE_COPY_MOVE(RecordedBench)

    QString file() const { return folder.filePath(u"journal.sqlite"_qs); }
    QList<UnfinishedEntry> unfinished() const { return taken(journal->unfinished()); }
    /** Another program, later or at the same time. */
    QList<UnfinishedEntry> seenByOthers() const { return taken(Journal(file()).unfinished()); }

    BatchSummary goOn(bool resend, const std::optional<SealIdentity>& seal = std::nullopt) {
        const QList<UnfinishedBatch> batches = byBatch(unfinished());
        if (batches.size() != 1)
            qWarning("%d batches are unfinished", static_cast<int>(batches.size()));
        order = orderToGoOn(sessions, batches.value(0), resend);
        order.seal = seal;
        order.journal = journal;
        order.confirmTime = std::chrono::seconds(0);
        settled.clear();
        finishedCount = 0;
        return run();
    }

    /** The same sessions once more, as a person who does not remember. */
    BatchSummary pickedAnew(KeptSignature kept) {
        const QStringList ids = identifiers();
        QList<SessionKey> old;
        for (int row = 0; row < sessions.size(); ++row)
            old.append(sessions.at(row).key);
        sessions.remove(old);
        order.sessions.clear();
        order.recalled.reset();
        order.kept = kept;
        settled.clear();
        finishedCount = 0;
        pickIds(ids);
        return run();
    }

    QStringList identifiers() const {
        QStringList ids;
        for (int row = 0; row < sessions.size(); ++row)
            ids.append(idOf(row));
        return ids;
    }

    QTemporaryDir folder;
    std::shared_ptr<Journal> journal = std::make_shared<Journal>(file());
};

/** Signs two sessions; the service works and hangs up, and shows nothing yet. */
void loseSightOf(RecordedBench& bench) {
    bench.pick(2);
    bench.service.answerWith("finalizeSigning", hangingUp());
    QCOMPARE(bench.run().unconfirmed, 2);
}

/** Signs three sessions, and is cancelled before any is sent. */
void cancelAfterSigning(RecordedBench& bench) {
    bench.pick(3);
    bench.service.answerWith("list", silence());
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.inState(SessionState::Signed), 3);
    batch.requestStop();
    QVERIFY(bench.waitForEnd());
    QCOMPARE(batch.summary()->cancelled, 3);
    bench.service.onCall("list", {});
}

}  // namespace

class TestBatchJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onDiskBeforeItIsSent();
    void nothingLeftAfterASmoothRun();
    void historyOfARun();
    void filesGetTheirIdentifier();
    void sealsAreOnDiskBeforeTheyAreSent();
    void goesOnAndFindsIt();
    void goesOnAndDoesNotFindIt();
    void resendsTheSameSignature();
    void sendsWhatWasCancelled();
    void cancelledBeforeItIsSentAgain();
    void sendsWhatHadNoConnection();
    void refusedIsNotKept();
    void changedSignatureIsNotSent();
    void archiveIsSentAgainByAPersonsWord();
    void pickedAnewAfterDoubt();
    void pickedAnewAfterDoubtAndFound();
    void pickedAnewAfterSigning_data();
    void pickedAnewAfterSigning();
    void takenByAnother();
    void freeAfterTheRun();
    void cannotBeWrittenAtAll();
    void fullBeforeTheFinalize();
    void newerJournalIsDoneWithout();
};

void TestBatchJournal::onDiskBeforeItIsSent() {
    RecordedBench bench;
    bench.pick(3);
    int seen = 0;
    bench.service.onCall(
        "finalizeSigning", [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
            const auto batches = taken(bench.journal->history({}));
            for (const JournalEntry& entry : taken(bench.journal->entriesOf(batches[0].batch.id))) {
                const QByteArray sent = signatureIn(request, entry.session->toString());
                const bool holds = entry.state == SessionState::Finalizing &&
                                   entry.signatureValue.toBase64() == sent && entry.digest.size() == 32 &&
                                   entry.before.has_value();
                seen += holds ? 1 : 0;
            }
            return std::nullopt;
        });
    QCOMPARE(bench.run().finalized, 3);
    QCOMPARE(seen, 3);
}

void TestBatchJournal::nothingLeftAfterASmoothRun() {
    RecordedBench bench;
    bench.pick(5);
    bench.order.chunkSize = 2;
    const BatchSummary summary = bench.run();
    QCOMPARE(summary.finalized, 5);
    QVERIFY(!summary.journalTrouble);
    QCOMPARE(bench.unfinished().size(), 0);
    QCOMPARE(bench.seenByOthers().size(), 0);
}

void TestBatchJournal::historyOfARun() {
    RecordedBench bench;
    bench.pick(3);
    const QString bad = bench.idOf(1);
    bench.service.onCall("CalculateDigest", [&](const ServiceRequest& request) {
        return changed(bench.service.ordinary(request), u"sessionDigests"_qs, bad,
                       failing(bad, u"own:code"_qs, u"Own words"_qs));
    });
    QCOMPARE(bench.run().finalized, 2);
    const QList<HistoryBatch> history = taken(bench.journal->history({}));
    QCOMPARE(history.size(), 1);
    QCOMPARE(history[0].sessions, 3);
    QCOMPARE(history[0].finalized, 2);
    QCOMPARE(history[0].failed, 1);
    QVERIFY(history[0].batch.endedAt.isValid());
    QCOMPARE(history[0].batch.api, bench.profile.api.toString());
    QCOMPARE(history[0].batch.signer, bench.cards.selected()->signingCertificate->commonName());
    const JournalEntry entry = taken(bench.journal->entriesOf(history[0].batch.id)).value(1);
    QCOMPARE(entry.error->publicCode(), u"own:code"_qs);
    QVERIFY(entry.signatureValue.isEmpty());
}

void TestBatchJournal::filesGetTheirIdentifier() {
    RecordedBench bench;
    QFile file(bench.folder.filePath(u"letter.txt"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("words");
    file.close();
    bench.order.sessions = bench.sessions.addFiles({file.fileName()});
    QCOMPARE(bench.run().finalized, 1);
    const QList<HistoryBatch> history = taken(bench.journal->history({}));
    const JournalEntry entry = taken(bench.journal->entriesOf(history.value(0).batch.id)).value(0);
    QCOMPARE(entry.session, bench.session(0).id);
    QCOMPARE(entry.file, file.fileName());
    QCOMPARE(entry.savedAs, bench.session(0).savedAs);
    QVERIFY(!entry.savedAs.isEmpty());
}

void TestBatchJournal::sealsAreOnDiskBeforeTheyAreSent() {
    RecordedBench bench;
    bench.pick(2);
    bench.orderSeal();
    bench.service.answerWith("eSealCreate", hangingUp());
    QCOMPARE(bench.run().unconfirmed, 2);
    QCOMPARE(bench.unfinished().size(), 2);
    QVERIFY(bench.unfinished().at(0).batch.operation == Operation::Seal);
    // A seal needs its file and password: without them, a person's word alone sends nothing.
    const std::optional<SealIdentity> seal = bench.order.seal;
    QCOMPARE(bench.goOn(true).unconfirmed, 2);
    QCOMPARE(bench.service.countOf("eSealCreate"), 1);
    bench.service.onCall("eSealCreate", {});
    QCOMPARE(bench.goOn(false, seal).unconfirmed, 2);
    QCOMPARE(bench.service.countOf("eSealCreate"), 1);
    QCOMPARE(bench.goOn(true, seal).finalized, 2);
    QCOMPARE(bench.service.countOf("eSealCreate"), 2);
    QCOMPARE(bench.unfinished().size(), 0);
}

void TestBatchJournal::goesOnAndFindsIt() {
    RecordedBench bench;
    loseSightOf(bench);
    QCOMPARE(bench.unfinished().size(), 2);
    for (const QString& id : bench.identifiers())
        bench.service.addDocument(id, u"letter.asice"_qs, "container");
    const BatchSummary summary = bench.goOn(false);
    QCOMPARE(summary.finalized, 2);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    QCOMPARE(bench.card->signatureCount(), 2);
    QCOMPARE(bench.unfinished().size(), 0);
}

void TestBatchJournal::goesOnAndDoesNotFindIt() {
    RecordedBench bench;
    loseSightOf(bench);
    const BatchSummary summary = bench.goOn(false);
    QCOMPARE(summary.unconfirmed, 2);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    QCOMPARE(bench.code(0), u"outcome-unknown"_qs);
    QCOMPARE(bench.stage(0), u"confirm"_qs);
    QCOMPARE(bench.unfinished().size(), 2);
}

void TestBatchJournal::resendsTheSameSignature() {
    RecordedBench bench;
    loseSightOf(bench);
    const QString id = bench.idOf(1);
    bench.service.onCall("finalizeSigning", {});
    const BatchSummary summary = bench.goOn(true);
    QCOMPARE(summary.finalized, 2);
    QVERIFY(bench.everythingSettled());
    const QList<ServiceRequest> sent = bench.service.requests("finalizeSigning");
    QCOMPARE(sent.size(), 2);
    QVERIFY(!signatureIn(sent[0], id).isEmpty());
    QCOMPARE(signatureIn(sent[1], id), signatureIn(sent[0], id));
    QCOMPARE(bench.card->signatureCount(), 2);
    QCOMPARE(bench.attendant.questions.size(), 1);
}

void TestBatchJournal::sendsWhatWasCancelled() {
    RecordedBench bench;
    cancelAfterSigning(bench);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(bench.code(0), u"signature-unsent"_qs);
    QCOMPARE(bench.unfinished().size(), 3);
    QCOMPARE(byBatch(bench.unfinished()).at(0).unsentCount(), 3);
    QCOMPARE(bench.goOn(false).finalized, 3);
    QCOMPARE(bench.card->signatureCount(), 3);
    QCOMPARE(bench.unfinished().size(), 0);
}

/** A person's word that did not come to anything leaves the first request's outcome unknown. */
void TestBatchJournal::cancelledBeforeItIsSentAgain() {
    RecordedBench bench;
    loseSightOf(bench);
    bench.service.onCall("finalizeSigning", {});
    int stops = 0;
    const auto stopIt =
        QObject::connect(&bench.sessions, &SessionList::changed, &bench.sessions, [&](int row) {
            if (bench.session(row).state == SessionState::Signed && bench.batch && stops++ == 0)
                bench.batch->requestStop();
        });
    const BatchSummary summary = bench.goOn(true);
    QObject::disconnect(stopIt);
    QVERIFY(stops > 0);
    QCOMPARE(summary.unconfirmed, 2);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    QCOMPARE(bench.code(0), u"outcome-unknown"_qs);
    QCOMPARE(byBatch(bench.unfinished()).at(0).sentCount(), 2);
}

void TestBatchJournal::sendsWhatHadNoConnection() {
    RecordedBench bench;
    bench.pick(2);
    // The service goes away while the card signs, and comes back at another address: what counts is the
    // journal.
    bench.attendant.whenAsked = [&] { bench.service.goAway(); };
    const BatchSummary summary = bench.run();
    QCOMPARE(summary.failed, 2);
    QCOMPARE(bench.code(0), u"no-connection"_qs);
    const QList<UnfinishedBatch> batches = byBatch(bench.unfinished());
    QCOMPARE(batches.size(), 1);
    QCOMPARE(batches[0].unsentCount(), 2);
}

void TestBatchJournal::refusedIsNotKept() {
    RecordedBench bench;
    bench.pick(1);
    bench.service.answerWith("finalizeSigning", refusal(422, u"own:code"_qs, u"Wrong"_qs));
    QCOMPARE(bench.run().failed, 1);
    QCOMPARE(bench.unfinished().size(), 0);
}

void TestBatchJournal::changedSignatureIsNotSent() {
    RecordedBench bench;
    cancelAfterSigning(bench);
    if (QTest::currentTestFailed())
        return;
    QList<UnfinishedEntry> pages = bench.unfinished();
    // Somebody puts one session's signature at another's place.
    pages[0].entry.signatureValue = pages[1].entry.signatureValue;
    QVERIFY(bench.journal->write({pages[0].entry}).result().has_value());
    const BatchSummary summary = bench.goOn(false);
    QCOMPARE(summary.finalized, 2);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(bench.code(0), u"signature-wrong"_qs);
    QCOMPARE(bench.service.sentFor(bench.idOf(0)), 0);
}

void TestBatchJournal::archiveIsSentAgainByAPersonsWord() {
    RecordedBench bench;
    bench.pick(1, u"letter.asice"_qs);
    bench.orderArchive();
    bench.service.answerWith("addArchive", hangingUp());
    QCOMPARE(bench.run().unconfirmed, 1);
    QCOMPARE(bench.goOn(false).unconfirmed, 1);
    QCOMPARE(bench.service.countOf("addArchive"), 1);
    bench.service.onCall("addArchive", {});
    QCOMPARE(bench.goOn(true).finalized, 1);
    QCOMPARE(bench.service.countOf("addArchive"), 2);
}

void TestBatchJournal::pickedAnewAfterDoubt() {
    RecordedBench bench;
    loseSightOf(bench);
    bench.service.onCall("finalizeSigning", {});
    const BatchSummary summary = bench.pickedAnew(KeptSignature::Report);
    QCOMPARE(summary.unconfirmed, 2);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.card->signatureCount(), 2);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    // A person's word.
    QCOMPARE(bench.pickedAnew(KeptSignature::Ignore).finalized, 2);
    QCOMPARE(bench.card->signatureCount(), 4);
    QCOMPARE(bench.unfinished().size(), 0);
}

void TestBatchJournal::pickedAnewAfterDoubtAndFound() {
    RecordedBench bench;
    loseSightOf(bench);
    for (const QString& id : bench.identifiers())
        bench.service.addDocument(id, u"letter.asice"_qs, "container");
    QCOMPARE(bench.pickedAnew(KeptSignature::Report).finalized, 2);
    QCOMPARE(bench.card->signatureCount(), 2);
    QCOMPARE(bench.unfinished().size(), 0);
}

void TestBatchJournal::pickedAnewAfterSigning_data() {
    QTest::addColumn<int>("kept");
    QTest::addColumn<bool>("otherForm");
    QTest::addColumn<int>("finalized");
    QTest::addColumn<int>("signatures");
    const auto row = [](const char* name, KeptSignature kept, bool other, int finalized, int signatures) {
        QTest::newRow(name) << static_cast<int>(kept) << other << finalized << signatures;
    };
    row("report", KeptSignature::Report, false, 0, 2);
    row("send", KeptSignature::Send, false, 2, 2);
    row("send, for another result", KeptSignature::Send, true, 2, 4);
    row("ignore", KeptSignature::Ignore, false, 2, 4);
}

void TestBatchJournal::pickedAnewAfterSigning() {
    QFETCH(const int, kept);
    QFETCH(const bool, otherForm);
    RecordedBench bench;
    bench.pick(2);
    // The program ends between signature and request: the pages stand at Signed.

    bench.service.answerWith("finalizeSigning", refusal(429, {}, u"Slow down"_qs));
    bench.start();
    QTRY_COMPARE(bench.inState(SessionState::Finalizing), 2);
    bench.batch->requestStop();
    QVERIFY(bench.waitForEnd());
    QList<JournalEntry> pages;
    for (UnfinishedEntry& page : bench.unfinished()) {
        page.entry.state = SessionState::Signed;
        pages.append(page.entry);
    }
    QCOMPARE(pages.size(), 2);
    QVERIFY(bench.journal->write(pages).result().has_value());

    bench.service.onCall("finalizeSigning", {});
    if (otherForm)
        bench.order.form = ResultForm::NewContainer;
    const BatchSummary summary = bench.pickedAnew(static_cast<KeptSignature>(kept));
    QVERIFY(bench.everythingSettled());
    QTEST(summary.finalized, "finalized");
    QTEST(bench.card->signatureCount(), "signatures");
    if (summary.finalized > 0)
        return;
    QCOMPARE(bench.code(0), u"signature-kept"_qs);
    QCOMPARE(bench.unfinished().size(), 2);  // still there to go on with
}

void TestBatchJournal::takenByAnother() {
    RecordedBench bench;
    bench.pick(3);
    Journal other(bench.file());
    const auto refused = taken(other.claim(bench.profile.api.toString(), {*bench.session(1).id}));
    QCOMPARE(refused.size(), 0);
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 2);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(bench.code(1), u"session-taken"_qs);
    QCOMPARE(bench.service.sentFor(bench.idOf(1)), 0);
}

void TestBatchJournal::freeAfterTheRun() {
    RecordedBench bench;
    bench.pick(1);
    const base::SessionId id = *bench.session(0).id;
    bool takenInBetween = false;
    bench.service.onCall("finalizeSigning", [&](const ServiceRequest& request) {
        takenInBetween = !taken(Journal(bench.file()).claim(bench.profile.api.toString(), {id})).isEmpty();
        return bench.service.ordinary(request);
    });
    QCOMPARE(bench.run().finalized, 1);
    QVERIFY(takenInBetween);
    QVERIFY(taken(Journal(bench.file()).claim(bench.profile.api.toString(), {id})).isEmpty());
}

void TestBatchJournal::cannotBeWrittenAtAll() {
    RecordedBench bench;
    bench.pick(2);
    bench.order.journal = std::make_shared<Journal>(u"/proc/no/such/place/journal.sqlite"_qs);
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 2);
    QCOMPARE(bench.code(0), u"journal-failed"_qs);
    QVERIFY(bench.cardWasLeftAlone());
    QCOMPARE(bench.service.countOf("CalculateDigest"), 0);
}

void TestBatchJournal::fullBeforeTheFinalize() {
    RecordedBench bench;
    bench.pick(2);
    std::optional<FullDisk> full;
    bench.attendant.whenAsked = [&] { full.emplace(); };
    const BatchSummary summary = bench.run();
    full.reset();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 2);
    QCOMPARE(bench.code(0), u"journal-failed"_qs);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 0);
    QVERIFY(summary.journalTrouble.has_value());
}

void TestBatchJournal::newerJournalIsDoneWithout() {
    RecordedBench bench;
    bench.pick(1);
    const QString file = bench.folder.filePath(u"newer.sqlite"_qs);
    {
        Journal first(file);
        QVERIFY(first.opened().result().has_value());
    }
    // PRAGMA user_version stands at the 60th byte of an SQLite file (big-endian).
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadWrite));
    QVERIFY(bytes.seek(60));
    bytes.write(QByteArray::fromHex("00000063"));
    bytes.close();
    bench.order.journal = std::make_shared<Journal>(file);
    const BatchSummary summary = bench.run();
    QCOMPARE(summary.finalized, 1);
    QCOMPARE(base::toString(summary.journalTrouble->code()), u"journal-newer"_qs);
}

QTEST_GUILESS_MAIN(TestBatchJournal)
#include "tst_BatchJournal.moc"
