#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "cli/AccessNote.h"

using namespace signet;
using namespace signet::cli;

/** How a run reached its service, as the journal keeps it for `signet-cli resume`. */
class TestAccessNote : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void filesAreNamedForEver();
    void standardInputIsGone();
    void notOurs_data();
    void notOurs();
    void timeoutStaysSensible();

private:
    static RunArguments read(const QString& line) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        const auto parsed = parseArguments(words);
        return parsed ? std::get<SignArguments>(*parsed).change.run : RunArguments();
    }
};

void TestAccessNote::comesBack_data() {
    QTest::addColumn<QString>("line");
    QTest::newRow("profile") << u"--profile p"_qs;
    QTest::newRow("profile and more") << u"--profile p --ca /ca.pem --timeout 7"_qs;
    QTest::newRow("token file") << u"--api https://a.example/x --token-file /t"_qs;
    QTest::newRow("variable") << u"--api https://a.example --token-env T --timeout 3600"_qs;
    QTest::newRow("client") << u"--api https://a.example --client-id c --client-secret-file /s "
                               "--token-url https://t.example/token --ca /ca.pem"_qs;
}

void TestAccessNote::comesBack() {
    QFETCH(const QString, line);
    const RunArguments before = read(u"sign --pin-pad --session a "_qs + line);
    QVERIFY(before.authorisation.index() != 0 ||
            !std::get<ProfileByName>(before.authorisation).name.isEmpty());
    const QString note = accessNote(before);
    const auto after = accessFromNote(note);
    QVERIFY(after);
    QCOMPARE(after->authorisation.index(), before.authorisation.index());
    QCOMPARE(after->api, before.api);
    QCOMPARE(after->caFile, before.caFile);
    QCOMPARE(after->timeout, before.timeout);
    QVERIFY(!after->standardInputIsTaken);
    // Nothing is lost of the way to the secret either.
    QCOMPARE(accessNote(*after), note);
    for (const QString& word : line.split(u' ')) {
        if (!word.startsWith(u"--"))
            QVERIFY2(note.contains(word), qPrintable(word));
    }
}

void TestAccessNote::filesAreNamedForEver() {
    const auto token = accessFromNote(
        accessNote(read(u"sign --pin-pad --session a --api https://a.example --token-file t --ca c.pem"_qs)));
    QVERIFY(token);
    QCOMPARE(std::get<TokenFromFile>(token->authorisation).file, QDir::current().absoluteFilePath(u"t"_qs));
    QCOMPARE(token->caFile, QDir::current().absoluteFilePath(u"c.pem"_qs));
    const auto client = accessFromNote(accessNote(
        read(u"sign --pin-pad --session a --api https://a.example --client-id c --client-secret-file s "
             "--token-url https://t.example"_qs)));
    QVERIFY(client);
    QCOMPARE(std::get<TokenFromService>(client->authorisation).secretFile,
             QDir::current().absoluteFilePath(u"s"_qs));
}

void TestAccessNote::standardInputIsGone() {
    const QString sign = u"sign --pin-pad --session a --api https://a.example "_qs;
    QCOMPARE(accessNote(read(sign + u"--token-file -")), QString());
    QCOMPARE(accessNote(read(sign + u"--client-id c --client-secret-file - --token-url https://t.example")),
             QString());
}

void TestAccessNote::notOurs_data() {
    QTest::addColumn<QString>("note");
    QTest::newRow("empty") << QString();
    QTest::newRow("no JSON") << u"profile"_qs;
    QTest::newRow("no object") << u"[1]"_qs;
    QTest::newRow("somebody else's") << u"{\"window\":true}"_qs;
    QTest::newRow("cut off") << u"{\"profile\":\"p\""_qs;
}

void TestAccessNote::notOurs() {
    QFETCH(const QString, note);
    QVERIFY(!accessFromNote(note));
}

void TestAccessNote::timeoutStaysSensible() {
    for (const auto& [written, read] : {std::pair{-5, 1}, {0, 1}, {9, 9}, {1'000'000, 3600}}) {
        const QJsonObject note{{u"profile"_qs, u"p"_qs}, {u"timeout"_qs, written}};
        const auto arguments = accessFromNote(QString::fromUtf8(QJsonDocument(note).toJson()));
        QVERIFY(arguments);
        QCOMPARE(arguments->timeout, std::chrono::seconds(read));
    }
}

QTEST_GUILESS_MAIN(TestAccessNote)
#include "tst_AccessNote.moc"
