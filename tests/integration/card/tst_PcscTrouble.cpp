#include <QElapsedTimer>
#include <QTest>

#include "support/PcscBench.h"
#include "support/PcscNeighbour.h"

namespace signet::test {

using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::VirtualCardOptions;
using State = card::ReaderStatus::State;

/** Cards that are pulled out, reset, mute or mad, and other programs, at chosen moments, through the real
 * pcscd. */
class PcscTroubleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void removedBeforeSigning();
    void removedDuringSigning_data();
    void removedDuringSigning();
    void removedBetweenSignatures();
    void removedAfterSigning();
    void otherCardInsteadIsNoticed();
    void resetByAnotherProgram();
    void selectionByAnotherProgram();
    void anotherProgramsTransaction();
    void errorCostsOneSignature();
    void nonsenseIsNoSignature();
    void wrongSignatureIsFound();
    void wrongKeyIsNotChosen();
    void nonsenseInsteadOfFiles_data();
    void nonsenseInsteadOfFiles();
    void unansweredVerifyIsNotRepeated();
    void muteCardIsLeftBehind();

private:
    PcscDaemon m_pcscd;
};

void PcscTroubleTest::initTestCase() {
    const QString problem = m_pcscd.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void PcscTroubleTest::removedBeforeSigning() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    const auto contents = bench.status().contents;
    QVERIFY(contents);
    bench.link().remove();
    const auto run =
        PcscBench::wait(bench.service().openRun({PcscDaemon::firstReader(), contents->signingCertificate,
                                                 base::SecretBytes(QByteArrayView("123456"))}));
    QVERIFY2(codeOf(run) == QStringLiteral("no-card") || codeOf(run) == QStringLiteral("card-removed"),
             qPrintable(codeOf(run)));
    QVERIFY(bench.waitForState(State::Empty));
    QCOMPARE(card->verifyCount(), 0);
}

void PcscTroubleTest::removedDuringSigning_data() {
    QTest::addColumn<bool>("carriedOut");
    QTest::addColumn<int>("signatures");
    QTest::newRow("before the card signed") << false << 2;
    QTest::newRow("after the card signed") << true << 3;
}

void PcscTroubleTest::removedDuringSigning() {
    QFETCH(bool, carriedOut);
    QFETCH(int, signatures);
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    card->addFault({CardMishap::Removed, CardFault::Moment::Signature, 3, carriedOut});
    const auto run = bench.openRun();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(2, 48))), QString());
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(3, 48))), QStringLiteral("card-removed"));
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(4, 48))), QStringLiteral("card-removed"));
    QCOMPARE(card->signatureCount(), signatures);
    QVERIFY(bench.waitForState(State::Empty));

    // in again: a new run works, the old one does not come back
    bench.insert(card);
    QCOMPARE(bench.status().state, State::Usable);
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(5, 48))), QStringLiteral("card-removed"));
    const auto next = bench.openRun();
    QCOMPARE(codeOf(next), QString());
    QCOMPARE(codeOf(bench.sign(*next, digestNumber(6, 48))), QString());
}

void PcscTroubleTest::removedBetweenSignatures() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::Cosmo8Rsa);
    const auto run = bench.openRun();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 32))), QString());
    bench.remove();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(2, 32))), QStringLiteral("card-removed"));
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
    QCOMPARE(card->signatureCount(), 1);
}

void PcscTroubleTest::removedAfterSigning() {
    PcscBench bench;
    bench.insert(CardPersonalisation::CosmoXEc);
    const auto run = bench.openRun();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
    bench.remove();
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
    QCOMPARE(bench.status().state, State::Empty);
}

void PcscTroubleTest::otherCardInsteadIsNoticed() {
    PcscBench bench;
    bench.insert(CardPersonalisation::CosmoXEc);
    const auto certificate = bench.status().contents->signingCertificate;
    bench.remove();
    const auto other = bench.insert(CardPersonalisation::Cosmo8Ec);
    const auto run = PcscBench::wait(bench.service().openRun(
        {PcscDaemon::firstReader(), certificate, base::SecretBytes(QByteArrayView("123456"))}));
    QCOMPARE(codeOf(run), QStringLiteral("card-changed"));
    QCOMPARE(other->verifyCount(), 0);
}

/** A reset forgets application, environment and PIN; the run starts the step again, with a PIN that was right
 * before. */
void PcscTroubleTest::resetByAnotherProgram() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    const auto certificate = bench.status().contents->signingCertificate;
    const auto run = bench.openRun();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
    QTest::qWait(200);  // the run's transaction is over
    PcscNeighbour neighbour;
    QVERIFY(neighbour.connectCard(PcscDaemon::firstReader()));
    QVERIFY(neighbour.resetCard());
    const auto signature = bench.sign(*run, digestNumber(2, 48));
    if (signature)
        QVERIFY(PcscBench::fits(certificate, digestNumber(2, 48), *signature));
    else
        QCOMPARE(codeOf(signature), QStringLiteral("card-reset"));
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
}

void PcscTroubleTest::selectionByAnotherProgram() {
    PcscBench bench;
    bench.insert(CardPersonalisation::CosmoXEc);
    const auto certificate = bench.status().contents->signingCertificate;
    const auto run = bench.openRun();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
    QTest::qWait(200);
    PcscNeighbour neighbour;
    QVERIFY(neighbour.connectCard(PcscDaemon::firstReader()));
    QVERIFY(!neighbour.transmit(QByteArray::fromHex("00A4040C0DE828BD080FF2504F5420415750")).isEmpty());
    const auto signature = bench.sign(*run, digestNumber(2, 48));
    QCOMPARE(codeOf(signature), QString());
    QVERIFY(PcscBench::fits(certificate, digestNumber(2, 48), *signature));
}

void PcscTroubleTest::anotherProgramsTransaction() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    const auto contents = bench.status().contents;
    PcscNeighbour neighbour;
    QVERIFY(neighbour.connectCard(PcscDaemon::firstReader()));
    QVERIFY(neighbour.beginTransaction());
    const int before = card->exchangeCount();
    const auto future = bench.service().openRun({PcscDaemon::firstReader(), contents->signingCertificate,
                                                 base::SecretBytes(QByteArrayView("123456"))});
    QTest::qWait(500);
    QVERIFY(!future.isFinished());
    QCOMPARE(card->exchangeCount(), before);
    QVERIFY(neighbour.endTransaction());
    QCOMPARE(codeOf(PcscBench::wait(future)), QString());
}

void PcscTroubleTest::errorCostsOneSignature() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    card->addFault({CardMishap::ErrorStatus, CardFault::Moment::Signature, 2, false});
    const auto run = bench.openRun();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(2, 48))), QStringLiteral("card-failed"));
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(3, 48))), QString());
}

void PcscTroubleTest::nonsenseIsNoSignature() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    const auto certificate = bench.status().contents->signingCertificate;
    card->addFault({CardMishap::Nonsense, CardFault::Moment::Signature, 1, false});
    const auto run = bench.openRun();
    const auto signature = bench.sign(*run, digestNumber(1, 48));
    QVERIFY(!signature || !PcscBench::fits(certificate, digestNumber(1, 48), *signature));
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(2, 48))), QString());
}

void PcscTroubleTest::wrongSignatureIsFound() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::Cosmo8Rsa);
    const auto certificate = bench.status().contents->signingCertificate;
    card->addFault({CardMishap::WrongSignature, CardFault::Moment::Signature, 1, false});
    const auto run = bench.openRun();
    const auto signature = bench.sign(*run, digestNumber(1, 32));
    QVERIFY(!signature || !PcscBench::fits(certificate, digestNumber(1, 32), *signature));
    const auto next = bench.sign(*run, digestNumber(1, 32));
    QVERIFY(next && PcscBench::fits(certificate, digestNumber(1, 32), *next));
}

/** Such a card would sign with its other key if the reference were a guess. */
void PcscTroubleTest::wrongKeyIsNotChosen() {
    VirtualCardOptions options;
    options.acceptsAnyKeyReference = true;
    for (const auto each :
         {CardPersonalisation::Cosmo8Rsa, CardPersonalisation::Cosmo8Ec, CardPersonalisation::CosmoXEc}) {
        PcscBench bench;
        bench.insert(each, options);
        const auto certificate = bench.status().contents->signingCertificate;
        const auto digest = digestNumber(1, each == CardPersonalisation::Cosmo8Rsa ? 32 : 48);
        const auto run = bench.openRun();
        const auto signature = bench.sign(*run, digest);
        QVERIFY(signature && PcscBench::fits(certificate, digest, *signature));
    }
}

void PcscTroubleTest::nonsenseInsteadOfFiles_data() {
    QTest::addColumn<CardMishap>("mishap");
    QTest::newRow("nonsense") << CardMishap::Nonsense;
    QTest::newRow("error") << CardMishap::ErrorStatus;
}

/** At each exchange of the reading in turn: the card is read all the same or given up, and the next one is
 * read. */
void PcscTroubleTest::nonsenseInsteadOfFiles() {
    QFETCH(CardMishap, mishap);
    int exchanges = 0;
    {
        PcscBench bench;
        exchanges = bench.insert(CardPersonalisation::CosmoXEc)->exchangeCount();
    }
    QVERIFY(exchanges >= 10);
    for (int i = 1; i <= exchanges; i += 3) {
        PcscBench bench;
        VirtualCardOptions options;
        options.faults = {{mishap, CardFault::Moment::Exchange, i, false}};
        bench.insert(CardPersonalisation::CosmoXEc, options);
        const auto status = bench.status();
        if (status.state == State::Usable)
            QCOMPARE(status.contents->signingCertificate.der(),
                     demoIdentity(CardPersonalisation::CosmoXEc).signing.certificateDer);
        else
            QVERIFY2(status.state == State::Unusable && status.problem, qPrintable(QString::number(i)));
        bench.remove();
        bench.insert(CardPersonalisation::CosmoXEc);
        QCOMPARE(bench.status().state, State::Usable);
    }
}

void PcscTroubleTest::unansweredVerifyIsNotRepeated() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    const auto contents = bench.status().contents;
    // whichever exchange the VERIFY is: from here on, every answer is lost
    int exchangesOfARun = card->exchangeCount();
    const auto run = bench.openRun();
    exchangesOfARun = card->exchangeCount() - exchangesOfARun;
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
    QCOMPARE(card->verifyCount(), 1);
    card->addFault({CardMishap::Removed, CardFault::Moment::Exchange, exchangesOfARun, true});
    const auto lost =
        PcscBench::wait(bench.service().openRun({PcscDaemon::firstReader(), contents->signingCertificate,
                                                 base::SecretBytes(QByteArrayView("999999"))}));
    QCOMPARE(codeOf(lost), QStringLiteral("card-removed"));
    QCOMPARE(card->verifyCount(), 2);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
    QTest::qWait(1000);
    QCOMPARE(card->verifyCount(), 2);
}

void PcscTroubleTest::muteCardIsLeftBehind() {
    card::CardLimits limits;
    limits.exchange = std::chrono::milliseconds(1500);
    PcscBench bench(limits);
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    card->addFault({CardMishap::Silence, CardFault::Moment::Signature, 2, false});
    const auto run = bench.openRun();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(2, 48))), QStringLiteral("card-silent"));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(3, 48))), QStringLiteral("card-silent"));

    // the other reader is served at once, and this one says what to do
    sandbox::VpcdLink second({QStringLiteral("127.0.0.1"), PcscDaemon::SecondPort});
    second.insert(demoCard(CardPersonalisation::Cosmo8Rsa));
    QVERIFY(QTest::qWaitFor(
        [&] {
            for (const auto& each : bench.service().readers()) {
                if (each.name == PcscDaemon::secondReader() && each.state == State::Usable)
                    return true;
            }
            return false;
        },
        10'000));
    QCOMPARE(bench.status().state, State::Unusable);
    QCOMPARE(base::toString(bench.status().problem->code()), QStringLiteral("card-silent"));

    // taken out and put in again, it works
    bench.remove();
    bench.insert(CardPersonalisation::CosmoXEc);
    QCOMPARE(bench.status().state, State::Usable);
    const auto next = bench.openRun();
    QCOMPARE(codeOf(bench.sign(*next, digestNumber(4, 48))), QString());
    second.remove();
    QTRY_VERIFY(!card::CardService::hasAbandonedThread());
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::PcscTroubleTest)
#include "tst_PcscTrouble.moc"
