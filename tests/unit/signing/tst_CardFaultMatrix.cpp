#include <QTest>
#include <algorithm>
#include <cstring>

#include "CardFaultScene.h"

using namespace signet;
using namespace signet::test;
using namespace std::chrono_literals;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::Pin2Habit;

namespace {

constexpr int Sessions = 3;
constexpr int Transactions = 6;

/**
 * What becomes of three sessions if this meets an exchange of their batch, a letter for each exchange: '.'
 * nothing; 'x' it ends the run with `code`, what was signed before is finalized; 'o' it costs the signature
 * of which it is, and no other; 'p' as 'x', with pin-not-verified; 'f' as 'o', with card-failed; 'L' nothing,
 * but the card has confirmed that it is left, and stays open.
 */
struct Row {
    const char* name;
    Trouble trouble;
    const char* code;
    const char* keeps;  ///< on a card that keeps PIN2
    const char* drops;
};

// clang-format off
// The exchanges:                                          SfrD  select, look at the certificate's end, ask for the tries
//                                                             SMVP       select, MSE, VERIFY, PSO
//                                                                 PP     further signatures; refused PSO, VERIFY, PSO
//                                                                   L    leave
const Row Rows[] = {
    {"removed",               {Mishap::Removed,   false, 0}, "card-removed",     "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"removed, done",         {Mishap::Removed,   true,  0}, "card-removed",     "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"unplugged",             {Mishap::Unplugged, false, 0}, "card-removed",     "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"unplugged, done",       {Mishap::Unplugged, true,  0}, "card-removed",     "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"reset",                 {Mishap::Reset,     false, 0}, "card-reset",       "......x....", "......x..x.x.."},
    {"reset, done",           {Mishap::Reset,     true,  0}, "card-reset",       "......x....", "......x..x.x.."},
    {"service restarted",     {Mishap::Restarted, false, 0}, "pcsc-not-running", "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"service restarted, done", {Mishap::Restarted, true, 0}, "pcsc-not-running", "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"service stopped",       {Mishap::Stopped,   false, 0}, "pcsc-not-running", "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"service stopped, done", {Mishap::Stopped,   true,  0}, "pcsc-not-running", "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"mute",                  {Mishap::Mute,      false, 0}, "card-silent",      "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"mute, done",            {Mishap::Mute,      true,  0}, "card-silent",      "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"swapped",               {Mishap::Swapped,   false, 0}, "card-removed",     "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"swapped, done",         {Mishap::Swapped,   true,  0}, "card-removed",     "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"no status",             {Mishap::NoStatus,  false, 0}, "card-silent",      "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"no status, done",       {Mishap::NoStatus,  true,  0}, "card-silent",      "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"in use",                {Mishap::InUse,     false, 0}, "card-in-use",      "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"in use, done",          {Mishap::InUse,     true,  0}, "card-in-use",      "xxxxxxxxxx.", "xxxxxxxxxxxxx."},
    {"6F00",                  {Mishap::Status, false, 0x6F00}, "card-failed",    "x...xxxooo.", "x...xxxooxoxo."},
    {"6F00, done",            {Mishap::Status, true,  0x6F00}, "card-failed",    "x...xxxooo.", "x...xxxooxoxo."},
    {"6982",                  {Mishap::Status, false, 0x6982}, "card-failed",    "x...xxx....", "x...xxx..xpxp."},
    {"6982, done",            {Mishap::Status, true,  0x6982}, "card-failed",    "x...xxx....", "x...xxx..xpxp."},
    {"6985",                  {Mishap::Status, false, 0x6985}, "card-failed",    "x...xxxooo.", "x...xxxooxoxo."},
    {"6200, done",            {Mishap::Status, true,  0x6200}, "card-failed",    "x...xxxooo.", "x...xxxooxoxo."},
    {"9000 for nothing",      {Mishap::Status, false, 0x9000}, "card-data-invalid", ".....f.oooL", ".....f.oopopo."},
    {"9000 without data",     {Mishap::Status, true,  0x9000}, "card-data-invalid", ".......ooo.", ".......oo.o.o."},
    {"nonsense",              {Mishap::Nonsense, false, 0}, "card-data-invalid", ".....f.oooL", ".....f.oopopo."},
};

/** The same before each of the batch's transactions, which are: to look at the card, to open it, one for each
 * signature, to leave it. */
struct TransactionRow {
    const char* name;
    Mishap mishap;
    const char* code;
    const char* outcome;
};
const TransactionRow TransactionRows[] = {
    {"removed",           Mishap::Removed,   "card-removed",     "xxxxx."},
    {"unplugged",         Mishap::Unplugged, "card-removed",     "xxxxx."},
    {"reset",             Mishap::Reset,     "card-reset",       "......"},
    {"service restarted", Mishap::Restarted, "pcsc-not-running", "xxxxx."},
    {"service stopped",   Mishap::Stopped,   "pcsc-not-running", "xxxxx."},
    {"swapped",           Mishap::Swapped,   "card-removed",     "xxxxx."},
    {"held",              Mishap::Held,      "card-in-use",      "......"},
    {"held long",         Mishap::HeldLong,  "card-in-use",      "xxxxx."},
};

/** Every third exchange of a card's first reading: '.' the card can be used all the same, or as soon as the service is
 * there; 'x' it cannot, with `code`; 'u' with card-unknown; 'a' with
 * card-no-authentication-certificate; 'i' with certificate-invalid; 'k' with card-no-signing-key. */
struct ReadingRow {
    const char* name;
    Trouble trouble;
    const char* code;
    const char* outcome;
};
const ReadingRow ReadingRows[] = {
    {"removed",           {Mishap::Removed,   false, 0}, "no-card", "xxxxxxxxxx"},
    {"unplugged",         {Mishap::Unplugged, false, 0}, "no-reader", "xxxxxxxxxx"},
    {"reset",             {Mishap::Reset,     false, 0}, "card-reset", ".........."},
    {"service restarted", {Mishap::Restarted, false, 0}, "pcsc-not-running", ".........."},
    {"service stopped",   {Mishap::Stopped,   false, 0}, "pcsc-not-running", "xxxxxxxxxx"},
    {"mute",              {Mishap::Mute,      false, 0}, "card-silent", "xxxxxxxxxx"},
    {"swapped",           {Mishap::Swapped,   false, 0}, "card-removed", ".........."},
    {"no status",         {Mishap::NoStatus,  false, 0}, "card-silent", "xxxxxxxxxx"},
    {"6F00",              {Mishap::Status, false, 0x6F00}, "card-failed", "uaaaaxxxx."},
    {"nonsense",          {Mishap::Nonsense,  false, 0}, "card-data-invalid", ".aaaaxiik."},
};
constexpr int ReadingStep = 3;
// clang-format on

const QList<Kind>& kinds() {
    static const QStringList first{u"SELECT ADF2"_qs, u"SELECT file"_qs, u"READ"_qs,   u"GET DATA"_qs,
                                   u"SELECT ADF2"_qs, u"MSE"_qs,         u"VERIFY"_qs, u"PSO"_qs};
    static const QList<Kind> all{
        {"keeps", CardPersonalisation::CosmoXEc, Pin2Habit::KeepsUntilDeselected,
         first + QStringList{u"PSO"_qs, u"PSO"_qs, u"SELECT main"_qs}, 7, 1},
        {"drops", CardPersonalisation::Cosmo8Rsa, Pin2Habit::DropsAfterSignature,
         first + QStringList{u"PSO refused"_qs, u"VERIFY"_qs, u"PSO"_qs, u"VERIFY"_qs, u"PSO"_qs,
                             u"SELECT main"_qs},
         7, 3},
    };
    return all;
}

/** Signatures that have been given before this exchange. */
int madeBefore(const Kind& kind, int exchange) {
    return static_cast<int>(kind.steps.first(exchange - 1).count(u"PSO"_qs));
}

/** `made`: signatures that have been given before. */
QString expectedOutcome(const char* code, int made, char letter) {
    if (letter == '.' || letter == 'L')
        return QString(Sessions, u'F');
    QString states = QString(QString(made, u'F') % QString(Sessions - made, u'x'));
    if (letter == 'o' || letter == 'f') {
        states.fill(u'F');
        states[made] = u'x';
    }
    const char* const actual = letter == 'p' ? "pin-not-verified" : letter == 'f' ? "card-failed" : code;
    return QString(states % u' ' % QLatin1StringView(actual));
}

}  // namespace

/**
 * Everything that can happen to a card, at every exchange of a batch: each session's end is the one in the
 * table and has words, PIN2 is presented no more often than it may be, the card's own counter says that no
 * try was lost, PIN2 is not left open, and the same desk signs the next batch.
 */
class TestCardFaultMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void exchangesOfABatch();
    void batch_data();
    void batch();
    void transaction_data();
    void transaction();
    void wrongPin_data();
    void wrongPin();
    void reading_data();
    void reading();
    void heldWhileReading_data();
    void heldWhileReading();

private:
    void checkWhatComesAfter(Scene& scene, Mishap mishap);
};

/** The columns of the table. */
void TestCardFaultMatrix::exchangesOfABatch() {
    for (const Kind& kind : kinds()) {
        Scene scene(kind, limitsFor(Mishap::Removed));
        scene.insertCard();
        QVERIFY(scene.bench.waitForSigner());
        scene.stepped->startAnew();
        QCOMPARE(scene.bench.run(Sessions), u"FFF"_qs);
        scene.bench.settle();
        QStringList steps = kind.steps;
        steps.replaceInStrings(u" refused"_qs, QString());
        QCOMPARE(scene.stepped->steps(), steps);
        QCOMPARE(scene.card->verifyCount(), kind.verifies);

        card::CardLimits limits = limitsFor(Mishap::Removed);
        limits.stretch = 0ms;
        Scene other(kind, limits);
        other.insertCard();
        QVERIFY(other.bench.waitForSigner());
        other.stepped->startAnew();
        QCOMPARE(other.bench.run(Sessions), u"FFF"_qs);
        other.bench.settle();
        QCOMPARE(other.stepped->transactions(), Transactions);
    }
}

void TestCardFaultMatrix::batch_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("exchange");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("staysOpen");
    for (int i = 0; i < static_cast<int>(std::size(Rows)); ++i) {
        for (int k = 0; k < kinds().size(); ++k) {
            const Kind& kind = kinds()[k];
            const QByteArray letters = k == 0 ? Rows[i].keeps : Rows[i].drops;
            QCOMPARE(letters.size(), kind.steps.size());
            for (int exchange = 1; exchange <= letters.size(); ++exchange)
                QTest::addRow("%s: %s at %d %s", kind.name, Rows[i].name, exchange,
                              qPrintable(kind.steps[exchange - 1]))
                    << i << k << exchange
                    << expectedOutcome(Rows[i].code, madeBefore(kind, exchange), letters[exchange - 1])
                    << (letters[exchange - 1] == 'L');
        }
    }
}

void TestCardFaultMatrix::batch() {
    QFETCH(const int, row);
    QFETCH(const int, kind);
    QFETCH(const int, exchange);
    QFETCH(const QString, expected);
    QFETCH(const bool, staysOpen);
    const Kind& its = kinds()[kind];
    Scene scene(its, limitsFor(Rows[row].trouble.mishap));
    scene.insertCard();
    QVERIFY(scene.bench.waitForSigner());
    scene.stepped->startAnew();
    scene.stepped->atExchange(exchange, scene.happening(Rows[row].trouble));
    QCOMPARE(scene.bench.run(Sessions), expected);
    scene.bench.settle();

    // PIN2 is right: what the card has heard of it has given the tries back, and nothing else has changed
    // them
    const bool isHeard = expected.contains(u'F') || exchange > its.firstVerify ||
                         (exchange == its.firstVerify && Rows[row].trouble.carriedOut);
    QCOMPARE(scene.card->triesLeft(CardPin::Pin2), isHeard ? TriesFull : TriesBefore);
    // one for each signature, and one again after the mishap
    const int mostVerifies = expected.contains(u'F') ? Sessions + 1 : exchange < its.firstVerify ? 0 : 1;
    QVERIFY2(scene.card->verifyCount() <= mostVerifies,
             qPrintable(QString::number(scene.card->verifyCount())));
    // a mute card has to be taken out, which closes it
    QCOMPARE(Rows[row].trouble.mishap != Mishap::Mute && CardFaultBench::isPin2Open(*scene.card), staysOpen);
    checkWhatComesAfter(scene, Rows[row].trouble.mishap);
}

/** After the batch of a mishap, and with the card that is there now. */
void TestCardFaultMatrix::checkWhatComesAfter(Scene& scene, Mishap mishap) {
    const int verifies = scene.card->verifyCount();
    const QString ill = whileIll(mishap);
    if (!ill.isEmpty()) {
        const auto isSaid = [&scene, &ill] {
            const auto selected = scene.bench.cards.selected();
            return !selected && selected.error().publicCode() == ill;
        };
        QVERIFY(CardFaultBench::waitUntil(isSaid));
        QCOMPARE(scene.bench.run(1), QString(u"x " % ill));
        QCOMPARE(scene.card->verifyCount(), verifies);
        scene.remedy(mishap);
    }
    if (mishap == Mishap::Swapped) {
        QCOMPARE(scene.bench.untruthsOf(*scene.other, OthersKind), QString());
        QCOMPARE(scene.card->verifyCount(), verifies);
    } else {
        QCOMPARE(scene.bench.untruthsOf(*scene.card, scene.personalisation), QString());
    }
}

void TestCardFaultMatrix::transaction_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("transaction");
    QTest::addColumn<QString>("expected");
    for (int i = 0; i < static_cast<int>(std::size(TransactionRows)); ++i) {
        const TransactionRow& row = TransactionRows[i];
        for (int k = 0; k < kinds().size(); ++k) {
            for (int number = 1; number <= Transactions; ++number) {
                const int made = std::clamp(number - 3, 0, Sessions);
                QTest::addRow("%s: %s before transaction %d", kinds()[k].name, row.name, number)
                    << i << k << number << expectedOutcome(row.code, made, row.outcome[number - 1]);
            }
        }
    }
}

/** Each signature has a transaction of its own: what other programs do, they do in between. */
void TestCardFaultMatrix::transaction() {
    QFETCH(const int, row);
    QFETCH(const int, kind);
    QFETCH(const int, transaction);
    QFETCH(const QString, expected);
    const Mishap mishap = TransactionRows[row].mishap;
    card::CardLimits limits = limitsFor(mishap);
    limits.stretch = 0ms;
    Scene scene(kinds()[kind], limits);
    scene.insertCard();
    QVERIFY(scene.bench.waitForSigner());
    scene.stepped->startAnew();
    scene.stepped->atTransaction(transaction, [&scene, mishap] { scene.happenAround(mishap); });
    QCOMPARE(scene.bench.run(Sessions), expected);
    scene.bench.settle();
    QVERIFY(scene.hasHappened());
    QCOMPARE(scene.card->triesLeft(CardPin::Pin2),
             transaction > 2 || expected.contains(u'F') ? TriesFull : TriesBefore);
    checkWhatComesAfter(scene, mishap);
}

void TestCardFaultMatrix::wrongPin_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("kind");
    for (int k = 0; k < kinds().size(); ++k) {
        for (int i = 0; i < static_cast<int>(std::size(Rows)); ++i) {
            if (Rows[i].trouble.status != 0x9000 &&
                Rows[i].trouble.mishap != Mishap::Nonsense)  // which say that it is right
                QTest::addRow("%s: %s", kinds()[k].name, Rows[i].name) << i << k;
        }
    }
}

/** The VERIFY of a wrong PIN2 stays without an answer, or without one that makes sense. */
void TestCardFaultMatrix::wrongPin() {
    QFETCH(const int, row);
    QFETCH(const int, kind);
    const Kind& its = kinds()[kind];
    Scene scene(its, limitsFor(Rows[row].trouble.mishap));
    scene.insertCard();
    QVERIFY(scene.bench.waitForSigner());
    scene.stepped->startAnew();
    scene.stepped->atExchange(its.firstVerify, scene.happening(Rows[row].trouble));
    ScriptedAttendant::Reaction wrong;
    wrong.pin = "654321";
    scene.bench.attendant.reactions = {wrong};
    QCOMPARE(scene.bench.run(Sessions), QString(u"xxx " % QLatin1StringView(Rows[row].code)));
    scene.bench.settle();
    const int left = TriesBefore - (Rows[row].trouble.carriedOut ? 1 : 0);
    QCOMPARE(scene.card->triesLeft(CardPin::Pin2), left);
    QVERIFY(scene.card->verifyCount() <= 1);
    QVERIFY(!CardFaultBench::isPin2Open(*scene.card));
    if (left == 1) {
        ScriptedAttendant::Reaction agreed;
        agreed.lastTryAgreed = true;
        scene.bench.attendant.reactions = {agreed};
    }
    checkWhatComesAfter(scene, Rows[row].trouble.mishap);
}

void TestCardFaultMatrix::reading_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("exchange");
    QTest::addColumn<QString>("expected");
    Scene scene(kinds().first(), limitsFor(Mishap::Removed));
    scene.insertCard();
    QVERIFY(scene.bench.waitForSigner());
    const QStringList steps = scene.stepped->steps();
    for (int i = 0; i < static_cast<int>(std::size(ReadingRows)); ++i) {
        const ReadingRow& reading = ReadingRows[i];
        QCOMPARE(static_cast<qsizetype>(std::strlen(reading.outcome)),
                 (steps.size() + ReadingStep - 1) / ReadingStep);
        for (int exchange = 1; exchange <= steps.size(); exchange += ReadingStep) {
            const char letter = reading.outcome[exchange / ReadingStep];
            const char* const code = letter == 'u'   ? "card-unknown"
                                     : letter == 'a' ? "card-no-authentication-certificate"
                                     : letter == 'i' ? "certificate-invalid"
                                     : letter == 'k' ? "card-no-signing-key"
                                                     : reading.code;
            const QString ill = QString(u"x " % QLatin1StringView(code));
            QTest::addRow("%s at %d %s", reading.name, exchange, qPrintable(steps[exchange - 1]))
                << i << exchange << (letter == '.' ? u"F"_qs : ill);
        }
    }
}

/** A batch that is begun with what came of it, and one after the card has been put in again. */
void TestCardFaultMatrix::reading() {
    QFETCH(const int, row);
    QFETCH(const int, exchange);
    QFETCH(const QString, expected);
    const Trouble& its = ReadingRows[row].trouble;
    Scene scene(kinds().first(), limitsFor(its.mishap));
    QVERIFY(scene.bench.waitForReading());
    scene.stepped->atExchange(exchange, scene.happening(its));
    scene.insertCard();
    QVERIFY(CardFaultBench::waitUntil([&scene] { return scene.hasHappened(); }));
    scene.bench.settle();
    const bool isUsable = expected == u"F";
    const auto isSaid = [&] {  // by the desk, where it is not only the batch that is not content
        const auto selected = scene.bench.cards.selected();
        return selected ? isUsable : expected.endsWith(selected.error().publicCode());
    };
    static_cast<void>(CardFaultBench::waitUntil(isSaid, 2000));
    QVERIFY(scene.bench.waitForReading());
    QCOMPARE(scene.bench.run(1), expected);
    scene.bench.settle();
    if (isUsable)
        return checkWhatComesAfter(scene, its.mishap);
    QCOMPARE(scene.card->verifyCount(), 0);
    QCOMPARE(scene.card->triesLeft(CardPin::Pin2), TriesBefore);
    if (whileIll(its.mishap).isEmpty()) {  // it is still in: a person takes it out
        scene.readers->remove(Scene::reader());
        QVERIFY(CardFaultBench::waitUntil([&scene] { return !scene.bench.cards.selected(); }));
        scene.insertCard();
    }
    checkWhatComesAfter(scene, its.mishap);
}

void TestCardFaultMatrix::heldWhileReading_data() {
    QTest::addColumn<bool>("forLong");
    QTest::newRow("for a moment") << false;
    QTest::newRow("for long") << true;
}

void TestCardFaultMatrix::heldWhileReading() {
    QFETCH(const bool, forLong);
    const Mishap mishap = forLong ? Mishap::HeldLong : Mishap::Held;
    Scene scene(kinds().first(), limitsFor(mishap));
    QVERIFY(scene.bench.waitForReading());
    scene.stepped->atTransaction(1, [&scene, mishap] { scene.happenAround(mishap); });
    scene.insertCard();
    QVERIFY(CardFaultBench::waitUntil([&scene] { return scene.hasHappened(); }));
    checkWhatComesAfter(scene, mishap);
}

QTEST_GUILESS_MAIN(TestCardFaultMatrix)
#include "tst_CardFaultMatrix.moc"
