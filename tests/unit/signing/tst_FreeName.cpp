#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "signing/FreeName.h"
#include "signing/ServiceDesk.h"

using namespace signet;
using namespace signet::signing;

class TestFreeName : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void safe_data();
    void safe();
    void longNamesKeepTheirEnding();
    void numbers();
    void neverOverAFile();
    void alsoNotOverALink();
    void unwritableFolder();
    void newOnes();

private:
    static QString write(const QString& path, const QByteArray& content) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return path;
    }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }
};

void TestFreeName::safe_data() {
    QTest::addColumn<QString>("foreign");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* what, const QString& foreign, const QString& expected) {
        QTest::newRow(what) << foreign << expected;
    };
    row("plain", QStringLiteral("Līgums 12-2026.asice"), QStringLiteral("Līgums 12-2026.asice"));
    row("path", QStringLiteral("/etc/passwd"), QStringLiteral("passwd"));
    row("climbing", QStringLiteral("../../x.asice"), QStringLiteral("x.asice"));
    row("windows path", QStringLiteral("C:\\temp\\x.asice"), QStringLiteral("x.asice"));
    row("only dots", QStringLiteral(".."), QStringLiteral("document"));
    row("only a separator", QStringLiteral("a/"), QStringLiteral("document"));
    row("empty", QString(), QStringLiteral("document"));
    row("hidden", QStringLiteral(".bashrc"), QStringLiteral("bashrc"));
    row("like an option", QStringLiteral("-rf.asice"), QStringLiteral("rf.asice"));
    row("stream", QStringLiteral("a:b.txt"), QStringLiteral("a_b.txt"));
    row("wildcards", QStringLiteral("a*?<>|\".x"), QStringLiteral("a______.x"));
    row("newline and bell", QStringLiteral("a\n\ab.x"), QStringLiteral("a__b.x"));
    row("zero", QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b.x")), QStringLiteral("a_b.x"));
    row("turned around", QStringLiteral("a\u202Efdp.exe"), QStringLiteral("a_fdp.exe"));
    row("trailing dots", QStringLiteral("a.txt. . "), QStringLiteral("a.txt"));
    row("device", QStringLiteral("con"), QStringLiteral("_con"));
    row("device with an ending", QStringLiteral("NUL.asice"), QStringLiteral("_NUL.asice"));
    row("port", QStringLiteral("com1.x.asice"), QStringLiteral("_com1.x.asice"));
    row("no device", QStringLiteral("console.asice"), QStringLiteral("console.asice"));
}

void TestFreeName::safe() {
    QFETCH(const QString, foreign);
    QFETCH(const QString, expected);
    QCOMPARE(safeFileName(foreign), expected);
}

void TestFreeName::longNamesKeepTheirEnding() {
    const QString name = safeFileName(QString(QString(5000, QChar(u'ā')) % u".asice"));
    QVERIFY(name.endsWith(QLatin1StringView(".asice")));
    QVERIFY(name.toUtf8().size() <= 200);
    const QString pairs = safeFileName(QString(QStringLiteral("\U0001F58A").repeated(300) % u".pdf"));
    QVERIFY(pairs.toUtf8().size() <= 200);
    QVERIFY(!pairs.contains(QChar::ReplacementCharacter));
    QCOMPARE(QString::fromUtf8(pairs.toUtf8()), pairs);
    const QString noEnding = safeFileName(QString(u"a." % QString(500, u'b')));
    QVERIFY(noEnding.toUtf8().size() <= 200);
}

void TestFreeName::numbers() {
    QCOMPARE(numberedName(QStringLiteral("x.asice"), 1), QStringLiteral("x.asice"));
    QCOMPARE(numberedName(QStringLiteral("x.asice"), 2), QStringLiteral("x (2).asice"));
    QCOMPARE(numberedName(QStringLiteral("a.signed.pdf"), 3), QStringLiteral("a.signed (3).pdf"));
    QCOMPARE(numberedName(QStringLiteral("x"), 2), QStringLiteral("x (2)"));
}

void TestFreeName::neverOverAFile() {
    const QTemporaryDir folder;
    const QDir place(folder.path());
    write(place.filePath(QStringLiteral("x.asice")), "old");
    for (int number = 2; number <= 3; ++number) {
        const QByteArray content = "new " + QByteArray::number(number);
        const QString temporary = write(place.filePath(QStringLiteral(".part")), content);
        const auto saved = moveToFreeName(temporary, folder.path(), QStringLiteral("x.asice"));
        QVERIFY(saved);
        QCOMPARE(*saved, place.absoluteFilePath(numberedName(QStringLiteral("x.asice"), number)));
        QCOMPARE(read(*saved), content);
        QVERIFY(!QFile::exists(temporary));
    }
    QCOMPARE(read(place.filePath(QStringLiteral("x.asice"))), QByteArray("old"));
}

void TestFreeName::alsoNotOverALink() {
    const QTemporaryDir folder;
    const QDir place(folder.path());
    const QString target = place.filePath(QStringLiteral("target"));
    QVERIFY(QFile::link(target, place.filePath(QStringLiteral("x.asice"))));
    const QString temporary = write(place.filePath(QStringLiteral(".part")), "new");
    const auto saved = moveToFreeName(temporary, folder.path(), QStringLiteral("x.asice"));
    QVERIFY(saved);
    QCOMPARE(*saved, place.absoluteFilePath(QStringLiteral("x (2).asice")));
    QVERIFY(!QFile::exists(target));
}

void TestFreeName::unwritableFolder() {
    const QTemporaryDir folder;
    const QString temporary = write(folder.filePath(QStringLiteral(".part")), "new");
    const auto saved = moveToFreeName(temporary, QStringLiteral("/proc/self"), QStringLiteral("x.asice"));
    QVERIFY(!saved);
    QCOMPARE(base::toString(saved.error().code()), base::toString(base::ErrorCode::OutputNotWritable));
    QVERIFY(QFile::exists(temporary));
}

void TestFreeName::newOnes() {
    const auto document = [](const QString& id, const QString& name, qint64 size) {
        Document result;
        result.id = id;
        result.name = name;
        result.size = size;
        return result;
    };
    const Document one = document(QStringLiteral("1"), QStringLiteral("a.pdf"), 10);
    const Document two = document(QStringLiteral("2"), QStringLiteral("a.asice"), 20);
    const Document oneGrown = document(QStringLiteral("1"), QStringLiteral("a.pdf"), 11);
    const Document oneRenamed = document(QStringLiteral("1"), QStringLiteral("a.signed.pdf"), 10);
    QCOMPARE(newDocuments({one}, {one}), QList<Document>());
    QCOMPARE(newDocuments({one}, {two}), QList<Document>{two});
    QCOMPARE(newDocuments({one}, {one, two}), QList<Document>{two});
    QCOMPARE(newDocuments({one}, {oneGrown}), QList<Document>{oneGrown});
    QCOMPARE(newDocuments({one}, {oneRenamed}), QList<Document>{oneRenamed});
    QCOMPARE(newDocuments({one}, {}), QList<Document>());
}

QTEST_GUILESS_MAIN(TestFreeName)
#include "tst_FreeName.moc"
