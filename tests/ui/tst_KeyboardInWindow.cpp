#include "WindowBench.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSet>
#include <QTreeView>

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** Without a mouse, and without eyes. */
class KeyboardInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsWithKeysAlone();
    void everyFieldCanBeReachedByTab();
    void everythingHasAName();
    void mnemonicsAreNotTakenTwice();
    void everyActionHasAKey();
};

void KeyboardInWindow::signsWithKeysAlone() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    ui::MainWindow& window = *bench.window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bench.sessions.size(), 20);
    auto* table = bench.find<QTreeView>("sessionTable");
    table->setFocus();
    table->selectAll();
    QTest::keyClick(table, Qt::Key_Space);
    QTRY_VERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    QTest::keyClick(table, Qt::Key_Space);
    QTRY_VERIFY(bench.find<QPushButton>("signButton")->isEnabled());
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(bench.pinDialog() != nullptr, 30'000);
    QTRY_COMPARE(bench.pinDialog()->focusWidget(), bench.find<QLineEdit>("pinField"));
    QTest::keyClicks(bench.pinDialog()->focusWidget(), test::goodPin());
    QTest::keyClick(bench.pinDialog()->focusWidget(), Qt::Key_Return);
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 20);
}

void KeyboardInWindow::everyFieldCanBeReachedByTab() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    ui::MainWindow& window = *bench.window;
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(bench.find("signButton")->isEnabled());
    bench.find("sessionFilter")->setFocus();
    QSet<QWidget*> reached;
    for (int i = 0; i < 60; ++i) {
        reached.insert(window.focusWidget());
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
    }
    for (const char* name : {"addFiles", "addSessions", "sessionFilter", "sessionWhich", "sessionTable",
                             "markAll", "markNone", "operationTabs", "resultForm", "signButton"})
        QVERIFY2(reached.contains(bench.find(name)), name);
}

void KeyboardInWindow::everythingHasAName() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    for (QWidget* widget : bench.window->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->objectName().isEmpty() ||
            widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr)
            continue;
        const bool isArea = widget->inherits("QScrollArea") || widget->inherits("QSplitter");
        const bool isText = widget->inherits("QLabel") || widget->inherits("QPlainTextEdit");
        const QString name = face->text(QAccessible::Name) + face->text(QAccessible::Value);
        QVERIFY2(
            isArea || isText || !name.isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void KeyboardInWindow::mnemonicsAreNotTakenTwice() {
    WindowBench bench;
    for (const QString& language : {u"en"_s, u"lv"_s, u"ru"_s}) {
        bench.settings.setLanguage(language);
        if (!bench.window)
            QCOMPARE(bench.open(), QString());
        QTest::qWait(50);  // windows are told of a new language by the event loop
        QMap<QChar, QString> taken;
        const auto take = [&](const QString& text, const QString& owner) {
            const auto at = text.indexOf(u'&');
            if (at < 0 || at + 1 >= text.size())
                return QString();
            const QString before = taken.value(text[at + 1].toLower(), owner);
            taken.insert(text[at + 1].toLower(), owner);
            // Error views share their names; only one of them at a time shows its button.
            return before == owner ? QString() : QString(language + u": "_s + before + u" / "_s + text);
        };
        for (QAction* menu : bench.window->menuBar()->actions())
            QCOMPARE(take(menu->text(), u"menu "_s + menu->text()), QString());
        for (auto* button : bench.window->findChildren<QAbstractButton*>()) {
            const bool inWork = button->window() == bench.window.get() &&
                                !bench.find("firstRunPage")->isAncestorOf(button) &&
                                !bench.find("secretPrompt")->isAncestorOf(button) &&
                                !bench.find("emptyPage")->isAncestorOf(button);
            if (inWork)
                QCOMPARE(take(button->text(), button->objectName()), QString());
        }
    }
}

void KeyboardInWindow::everyActionHasAKey() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    QSet<QString> keys;
    for (QAction* action : bench.window->findChildren<QAction*>()) {
        if (!action->objectName().startsWith(u"action"_s))
            continue;
        const QString key = action->shortcut().toString();
        QVERIFY2(!key.isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!keys.contains(key), qPrintable(action->objectName() + u' ' + key));
        keys.insert(key);
    }
    QVERIFY(keys.size() >= 20);
}

QTEST_MAIN(KeyboardInWindow)
#include "tst_KeyboardInWindow.moc"
