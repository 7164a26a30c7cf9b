#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli/InputFile.h"

using namespace signet;

class TestInputFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void secret_data();
    void secret();
    void unreadable_data();
    void unreadable();
    void text();

private:
    QString fileWith(const QByteArray& content) {
        QFile file(m_folder.filePath(QStringLiteral("file")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
            return {};
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestInputFile::secret_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("bare") << QByteArray("123456") << QByteArray("123456");
    QTest::newRow("newline") << QByteArray("123456\n") << QByteArray("123456");
    QTest::newRow("crlf") << QByteArray("123456\r\n") << QByteArray("123456");
    QTest::newRow("only one newline is dropped") << QByteArray("123456\n\n") << QByteArray("123456\n");
    QTest::newRow("a lone carriage return stays") << QByteArray("123456\r") << QByteArray("123456\r");
    QTest::newRow("spaces stay") << QByteArray(" a b \n") << QByteArray(" a b ");
    QTest::newRow("zero bytes stay") << QByteArray("a\0b", 3) << QByteArray("a\0b", 3);
    QTest::newRow("8 KiB") << QByteArray(8192, 'x') << QByteArray(8192, 'x');
}

void TestInputFile::secret() {
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, expected);
    const auto secret = cli::readSecretFile(fileWith(content));
    QVERIFY(secret);
    QCOMPARE(secret->view().toByteArray(), expected);
}

void TestInputFile::unreadable_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<base::ErrorCode>("code");
    QTest::newRow("absent") << m_folder.filePath(QStringLiteral("absent"))
                            << base::ErrorCode::FileNotReadable;
    QTest::newRow("folder") << m_folder.path() << base::ErrorCode::FileNotReadable;
    QTest::newRow("endless") << QStringLiteral("/dev/zero") << base::ErrorCode::FileNotReadable;
    QTest::newRow("empty") << QStringLiteral("/dev/null") << base::ErrorCode::FileEmpty;
}

void TestInputFile::unreadable() {
    QFETCH(const QString, path);
    QFETCH(const base::ErrorCode, code);
    const auto secret = cli::readSecretFile(path);
    QVERIFY(!secret);
    QCOMPARE(base::toString(secret.error().code()), base::toString(code));
}

void TestInputFile::text() {
    const auto text =
        cli::readTextFile(fileWith("\xEF\xBB\xBF"
                                   "one\r\n\ntwo"));
    QVERIFY(text);
    QVERIFY(text->contains(QLatin1StringView("one\r\n\ntwo")));
    QVERIFY(!cli::readTextFile(m_folder.path()));
    QVERIFY(!cli::readTextFile(QStringLiteral("/dev/zero")));
}

QTEST_GUILESS_MAIN(TestInputFile)
#include "tst_InputFile.moc"
