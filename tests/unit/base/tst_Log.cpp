#include <QTest>

#include "base/Log.h"

using signet::base::redacted;

class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsAreBlanked_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            // Single quotes stand for double ones: moc stumbles over raw strings.
            QTest::newRow(name) << QString::fromUtf8(text).replace(u'\'', u'"')
                                << QString::fromUtf8(expected).replace(u'\'', u'"');
        };
        row("bearer", "Authorization: Bearer eyJ.abc-_~+/=.x end", "Authorization: Bearer *** end");
        row("bearer in small letters", "authorization: bearer S3CRET", "authorization: bearer ***");
        row("basic", "Basic UzNDUkVUOlM=", "Basic ***");
        row("token answer", "{'access_token':'S3CRET','expires_in':3600}",
            "{'access_token':'***','expires_in':3600}");
        row("spaces", "{ 'client_secret' : 'S3CRET' }", "{ 'client_secret':'***' }");
        row("camel case", "{'signKeyPassword':'S3CRET','clientSecret':'S3CRET'}",
            "{'signKeyPassword':'***','clientSecret':'***'}");
        row("escaped quote", "{'password':'a\\'S3CRET\\\\','x':1}", "{'password':'***','x':1}");
        row("cut off", "{'password':'S3CR", "{'password':'***'");
        row("cut off within an escape", "{'password':'S3CR\\", "{'password':'***'");
        row("a number", "{'pin':123456,'x':1}", "{'pin':'***','x':1}");
        row("PIN2", "{'pin2':'123456'}", "{'pin2':'***'}");
        row("form", "grant_type=client_credentials&client_secret=S3CRET%20&x=1",
            "grant_type=client_credentials&client_secret=***&x=1");
        row("harmless", "{'sessionId':'abc','digest':'q83v'}", "{'sessionId':'abc','digest':'q83v'}");
    }

    void secretsAreBlanked() {
        QFETCH(const QString, text);
        QTEST(redacted(text), "expected");
    }

    void controlCharactersCannotForgeLines() {
        QCOMPARE(redacted(QStringLiteral("a\rb\u001b[31mc\u0000d\u202Ee")).contains(QChar(u'\u001b')), false);
        QCOMPARE(redacted(QStringLiteral("a\rb")), QStringLiteral("a\uFFFDb"));
        QCOMPARE(redacted(QStringLiteral("one\ntwo")), QStringLiteral("one\ntwo"));
    }

    void lengthIsBounded() {
        QCOMPARE(redacted(QString(5000, u'x')).size(), 2048);
        QCOMPARE(redacted(QString(5000, u'x'), 10).size(), 10);
        QCOMPARE(redacted(QString(), 10), QString());
    }
};

QTEST_APPLESS_MAIN(LogTest)
#include "tst_Log.moc"
