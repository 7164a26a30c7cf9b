#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

#include "ui/common/SecretField.h"

using namespace signet;
using namespace Qt::StringLiterals;
using ui::SecretField;

/** What is typed comes out again, however it was edited, and the line edit itself never knows a letter of it.
 */
class TestSecretField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typed_data();
    void typed();
    void edited();
    void takenOnce();
    void pasted();
    void lettersFromInputMethods();
    void digitsOnly();
    void greatestLength();
    void emptiedAndTypedAgain();
    void setByAnotherProgram();
    void nothingCanBeCopied();
};

namespace {

QString secretOf(const SecretField& field) {
    const base::SecretBytes secret = field.secret();
    return QString::fromUtf8(secret.view());
}

/** QTest::keyClicks() is for ASCII. */
void type(SecretField& field, const QString& letters) {
    for (const QChar letter : letters)
        QTest::sendKeyEvent(QTest::Click, &field, Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

bool knowsNothing(const SecretField& field, const QString& secret) {
    const QString text = field.text();
    return std::none_of(text.begin(), text.end(), [&](QChar one) { return secret.contains(one); });
}

}  // namespace

void TestSecretField::typed_data() {
    QTest::addColumn<QString>("secret");
    QTest::newRow("digits") << u"123456"_s;
    QTest::newRow("the same letter") << u"aaaaaa"_s;
    QTest::newRow("blanks at the ends") << u" a b "_s;
    QTest::newRow("two bytes") << u"Zīmogs №"_s;
    QTest::newRow("three bytes") << u"一丁ก€"_s;
    QTest::newRow("longer than the first room") << u"0123456789"_s.repeated(20);
}

void TestSecretField::typed() {
    QFETCH(QString, secret);
    SecretField field;
    type(field, secret);
    QCOMPARE(secretOf(field), secret);
    QCOMPARE(field.text().size(), secret.size());
    QVERIFY(knowsNothing(field, secret));
}

void TestSecretField::edited() {
    SecretField field;
    QTest::keyClicks(&field, u"abcdef"_s);
    QTest::keyClick(&field, Qt::Key_Home);
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClick(&field, Qt::Key_Right);
    QTest::keyClicks(&field, u"X"_s);
    QCOMPARE(secretOf(field), u"bXcdef"_s);
    QTest::keyClick(&field, Qt::Key_End);
    QTest::keyClick(&field, Qt::Key_Backspace);
    QCOMPARE(secretOf(field), u"bXcde"_s);
    field.setSelection(1, 3);
    type(field, u"ī"_s);
    QCOMPARE(secretOf(field), u"bīe"_s);
}

void TestSecretField::takenOnce() {
    SecretField field;
    QTest::keyClicks(&field, u"abc"_s);
    const base::SecretBytes taken = field.takeSecret();
    QCOMPARE(taken.view(), QByteArrayView("abc"));
    QVERIFY(field.text().isEmpty());
    QVERIFY(field.takeSecret().isEmpty());
    field.undo();
    QVERIFY(field.secret().isEmpty());
}

void TestSecretField::pasted() {
    SecretField field;
    const QString token = u"0123456789abcdef"_s.repeated(500) + u"😀Ž"_s;
    QGuiApplication::clipboard()->setText(token + u"\r\n"_s);
    QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(secretOf(field) == token);
    QTest::keyClicks(&field, u"z"_s);
    QVERIFY(secretOf(field) == token + u'z');
    QVERIFY(knowsNothing(field, token));
}

void TestSecretField::lettersFromInputMethods() {
    SecretField field;
    QTest::keyClicks(&field, u"a"_s);
    QInputMethodEvent event(u"unfinished"_s, {});
    event.setCommitString(u"ņ"_s);
    QCoreApplication::sendEvent(&field, &event);
    QCOMPARE(secretOf(field), u"aņ"_s);
    QVERIFY(!field.displayText().contains(u"unfinished"_s));
}

void TestSecretField::digitsOnly() {
    SecretField field;
    field.setDigitsOnly();
    type(field, u"1a2 ٣3"_s);
    QCOMPARE(secretOf(field), u"123"_s);
    QGuiApplication::clipboard()->setText(u"45x"_s);
    QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(secretOf(field), u"123"_s);
}

void TestSecretField::greatestLength() {
    SecretField field;
    field.setMaxLength(4);
    QTest::keyClicks(&field, u"123456"_s);
    QCOMPARE(secretOf(field), u"1234"_s);
    field.setSelection(0, 2);
    QGuiApplication::clipboard()->setText(u"abcdef"_s);
    QTest::keyClick(&field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(secretOf(field), u"ab34"_s);
}

void TestSecretField::emptiedAndTypedAgain() {
    SecretField field;
    QSignalSpy changed(&field, &QLineEdit::textChanged);
    QTest::keyClicks(&field, u"abc"_s);
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    QVERIFY(field.secret().isEmpty());
    QTest::keyClicks(&field, u"xy"_s);
    QCOMPARE(secretOf(field), u"xy"_s);
    QCOMPARE(changed.size(), 6);
}

void TestSecretField::setByAnotherProgram() {
    SecretField field;
    field.setText(u"abī一c"_s);
    QCOMPARE(secretOf(field), u"abī一c"_s);
    QVERIFY(knowsNothing(field, u"abī一c"_s));
    QTest::keyClicks(&field, u"d"_s);
    QCOMPARE(secretOf(field), u"abī一cd"_s);
}

void TestSecretField::nothingCanBeCopied() {
    SecretField field;
    QTest::keyClicks(&field, u"abc"_s);
    QGuiApplication::clipboard()->setText(u"before"_s);
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(&field, Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

QTEST_MAIN(TestSecretField)
#include "tst_SecretField.moc"
