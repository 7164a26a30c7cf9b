#include <QSet>
#include <QTest>

#include "base/SessionId.h"

using namespace signet::base;

class SessionIdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fits_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("identifier");
        const QString hex =
            QStringLiteral("3fe8366ca62666c5c71fce51b911e4d5e42adf5c3f300e60460dc5f6f8ed8016");
        QTest::newRow("hex") << hex << hex;
        QTest::newRow("one letter") << QStringLiteral("a") << QStringLiteral("a");
        QTest::newRow("every kind") << QStringLiteral("Az09-_") << QStringLiteral("Az09-_");
        QTest::newRow("white space around") << QStringLiteral(" \t abc\r\n") << QStringLiteral("abc");
        QTest::newRow("64") << QString(64, u'x') << QString(64, u'x');
    }

    void fits() {
        QFETCH(const QString, text);
        const auto id = SessionId::parse(text);
        QVERIFY(id);
        QTEST(id->toString(), "identifier");
    }

    void doesNotFit_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("white space") << QStringLiteral(" \n ");
        QTest::newRow("65") << QString(65, u'x');
        QTest::newRow("a million") << QString(1'000'000, u'x');
        QTest::newRow("space inside") << QStringLiteral("a b");
        QTest::newRow("slash") << QStringLiteral("../x");
        QTest::newRow("percent") << QStringLiteral("a%2fb");
        QTest::newRow("Latvian letter") << QStringLiteral("āb");
        QTest::newRow("full-width digit") << QStringLiteral("\uFF11");
        QTest::newRow("NUL") << QStringLiteral("a\u0000b");
    }

    void doesNotFit() {
        QFETCH(const QString, text);
        const auto id = SessionId::parse(text);
        QVERIFY(!id);
        QCOMPARE(id.error().publicCode(), QStringLiteral("identifier-invalid"));
        QVERIFY(id.error().message().size() < 120);
        QVERIFY(!id.error().message().contains(QChar(u'\0')));
    }

    void theEchoIsShortAndPlain() {
        const auto id = SessionId::parse(QString(QStringLiteral("\u202E%1") + QString(100, u'x')));
        QVERIFY(!id);
        QCOMPARE(id.error().message(), QString(QStringLiteral("“\uFFFD%1") + QString(37, u'x') +
                                               QStringLiteral("…” is not a session identifier.")));
    }

    void comparesExactly() {
        const SessionId lower = *SessionId::parse(u"abc");
        const SessionId upper = *SessionId::parse(u"ABC");
        QVERIFY(!(lower == upper));
        QVERIFY(upper < lower);
        QVERIFY(lower == *SessionId::parse(u" abc "));
        const QSet<SessionId> set{lower, upper, *SessionId::parse(u"abc")};
        QCOMPARE(set.size(), 2);
    }
};

QTEST_APPLESS_MAIN(SessionIdTest)
#include "tst_SessionId.moc"
