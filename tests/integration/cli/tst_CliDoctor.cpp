#include <QTest>

#include "CliBench.h"

using namespace signet;
using namespace signet::test;
using sandbox::CardPersonalisation;

/** `signet-cli doctor` as a person, a script or a help desk runs it, with the real pcscd. */
class TestCliDoctor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void allIsWell();
    void noCard();
    void notLetIn();
    void onlyCards();
    void wordsForPeople();

private:
    static QString codeFor(const CliRun& run, const QString& subject) {
        for (const QJsonObject& line : run.lines) {
            if (line.value(u"subject"_qs).toString() == subject && line.value(u"code"_qs).isString())
                return line.value(u"code"_qs).toString();
        }
        return {};
    }
    static int count(const CliRun& run, const QString& what) { return run.summary.value(what).toInt(-1); }
    CliRun doctor(const QStringList& options) const {
        return m_bench.run(QStringList{u"doctor"_qs, u"--json"_qs} + options);
    }

    CliBench m_bench;
};

void TestCliDoctor::initTestCase() {
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_bench.startCards();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCliDoctor::cleanup() {
    m_bench.removeCards();
}

void TestCliDoctor::allIsWell() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    const CliRun run = doctor(m_bench.serviceOptions());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(count(run, u"troubles"_qs), 0);
    QCOMPARE(count(run, u"warnings"_qs), 0);
    QSet<QString> subjects;
    for (const QJsonObject& line : run.lines) {
        QCOMPARE(line.keys().join(u' '), u"about code hint message subject verdict"_qs);
        subjects.insert(line.value(u"subject"_qs).toString());
    }
    const QSet<QString> all{u"card-service"_qs, u"reader"_qs, u"card"_qs,    u"certificate"_qs,
                            u"clock"_qs,        u"proxy"_qs,  u"service"_qs, u"token"_qs};
    QCOMPARE(subjects, all);
}

void TestCliDoctor::noCard() {
    const CliRun run = doctor(m_bench.serviceOptions());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(codeFor(run, u"reader"_qs), u"no-card"_qs);
}

void TestCliDoctor::notLetIn() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    QStringList options = m_bench.serviceOptions();
    options[options.indexOf(u"--client-secret-file"_qs) + 1] = m_bench.write(u"wrong"_qs, "wrong");
    const CliRun run = doctor(options);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(count(run, u"troubles"_qs), 1);
    QCOMPARE(codeFor(run, u"token"_qs), u"invalid_client"_qs);
}

void TestCliDoctor::onlyCards() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    const CliRun run = doctor({});
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    const CliRun half = doctor({u"--api"_qs, u"https://127.0.0.1:1"_qs});
    QCOMPARE(half.exitCode, 2);
    QVERIFY(half.output.isEmpty());
}

void TestCliDoctor::wordsForPeople() {
    const CliRun run = m_bench.run(QStringList{u"doctor"_qs} + m_bench.serviceOptions());
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.output.contains("There is no card in the reader"), run.output.constData());
    QVERIFY2(run.output.contains("Insert your eID card"), run.output.constData());
    QVERIFY2(run.output.contains("Troubles: "), run.output.constData());
}

QTEST_GUILESS_MAIN(TestCliDoctor)
#include "tst_CliDoctor.moc"
