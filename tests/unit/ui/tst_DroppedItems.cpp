#include <QDir>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "ui/sessions/DroppedItems.h"

using namespace signet;
using namespace Qt::StringLiterals;

class TestDroppedItems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldersGiveTheirFiles();
    void textGivesIdentifiers();
    void addressesOfTheNetAreNothing();
};

void TestDroppedItems::foldersGiveTheirFiles() {
    const QTemporaryDir place;
    QVERIFY(QDir(place.path()).mkpath(u"inside/below"_s));
    for (const QString& name :
         {u"b.txt"_s, u"inside/c.txt"_s, u"inside/a.txt"_s, u"inside/.hidden"_s, u"inside/below/d.txt"_s}) {
        QFile file(place.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(place.filePath(u"b.txt"_s)), QUrl::fromLocalFile(place.filePath(u"inside"_s))});
    QVERIFY(ui::canBeDropped(data));
    const QStringList expected{place.filePath(u"b.txt"_s), place.filePath(u"inside/a.txt"_s),
                               place.filePath(u"inside/c.txt"_s)};
    QCOMPARE(ui::droppedItems(data).files, expected);
    QVERIFY(ui::droppedItems(data).identifiers.isEmpty());
}

void TestDroppedItems::textGivesIdentifiers() {
    QMimeData data;
    data.setText(u"aaa, bbb;ccc\r\nddd"_s);
    QCOMPARE(ui::droppedItems(data).identifiers, (QStringList{u"aaa"_s, u"bbb"_s, u"ccc"_s, u"ddd"_s}));
}

void TestDroppedItems::addressesOfTheNetAreNothing() {
    QMimeData data;
    data.setUrls({QUrl(u"https://example.com/a.pdf"_s)});
    QVERIFY(ui::droppedItems(data).isEmpty());
}

QTEST_MAIN(TestDroppedItems)
#include "tst_DroppedItems.moc"
