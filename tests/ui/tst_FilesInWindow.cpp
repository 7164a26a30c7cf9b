#include "WindowBench.h"

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QRandomGenerator>

#include "support/AsicVerifier.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** Files of this computer, dropped on the window, and what lies beside them afterwards. */
class FilesInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenDroppedFilesAreSignedBesideThemselves();
    void badFilesAreRowsWithAReason();
};

namespace {

void drop(QWidget& window, const QList<QUrl>& urls) {
    QMimeData data;
    data.setUrls(urls);
    const QPoint place(200, 300);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}  // namespace

void FilesInWindow::tenDroppedFilesAreSignedBesideThemselves() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    const QString folder = bench.place.filePath(u"līgumi"_s);
    QVERIFY(QDir().mkpath(folder));
    for (int i = 0; i < 10; ++i)
        QVERIFY(write(folder + u"/Līgums %1.txt"_s.arg(i), QByteArray(100 + i, 'x')));
    drop(*bench.window, {QUrl::fromLocalFile(folder)});
    QCOMPARE(bench.sessions.size(), 10);
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 10);
    const QFileInfoList containers = QDir(folder).entryInfoList({u"*.edoc"_s, u"*.asice"_s}, QDir::Files);
    QCOMPARE(containers.size(), 10);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 20);
    for (const QFileInfo& container : containers) {
        QFile file(container.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const test::AsicReport report = test::verifyContainer(file.readAll(), bench.demo.service().caPem);
        QVERIFY2(report.isValid(), report.text());
        QCOMPARE(report.files.size(), 1);
    }
    for (int row = 0; row < 10; ++row)
        QVERIFY(bench.table().index(row, 2).data().toString().startsWith(u"Saved as Līgums"_s));
}

void FilesInWindow::badFilesAreRowsWithAReason() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    const QString empty = bench.place.filePath(u"empty.txt"_s);
    QVERIFY(write(empty, {}));
    bench.window->addFiles({empty, bench.place.filePath(u"not-there.txt"_s)});
    QCOMPARE(bench.sessions.size(), 2);
    QCOMPARE(bench.countOf(SessionState::Failed), 2);
    QCOMPARE(bench.table().index(0, 1).data().toString(), u"Failed"_s);
    QVERIFY(!bench.table().index(0, 2).data().toString().isEmpty());
    const QString good = bench.place.filePath(u"good.txt"_s);
    QVERIFY(write(good, "text"));
    bench.window->addFiles({good});
    bench.window->addIdentifiers({QString(2000, u'?')});
    QTRY_COMPARE(bench.textOf("signButton"), u"&Sign 1"_s);
    // A reason is one sentence, and follows the language.
    QVERIFY(bench.table().index(1, 2).data().toString().endsWith(u"cannot be read: it does not exist."_s));
    bench.settings.setLanguage(u"lv"_s);
    QVERIFY(bench.table().index(1, 2).data().toString().endsWith(u": tas neeksistē."_s));
    QVERIFY(bench.table().index(3, 0).data().toString().size() <= 300);
}

QTEST_MAIN(FilesInWindow)
#include "tst_FilesInWindow.moc"
