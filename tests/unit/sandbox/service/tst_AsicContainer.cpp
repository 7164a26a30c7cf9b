#include <QTest>

#include "sandbox/service/AsicContainer.h"
#include "sandbox/service/ZipArchive.h"

using namespace signet::sandbox;

/** Containers from strangers: bounded, and refused with a reason. */
class tst_AsicContainer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesAndReads();
    void addsSignatures();
    void refusesForeign_data();
    void refusesForeign();
    void refusesBombs();
    void survivesEveryCut();
    void survivesFlippedBits();
};

const QByteArray Mimetype = "application/vnd.etsi.asic-e+zip";

ZipEntry mimetype() {
    return {u"mimetype"_qs, Mimetype, true};
}

void tst_AsicContainer::writesAndReads() {
    const QList<DataFile> files{{u"Līgums 1.pdf"_qs, "one"}, {u"empty.txt"_qs, ""}};
    const auto container = AsicContainer::create(files);
    QVERIFY(container);
    QCOMPARE(container->bytes().mid(30, 8), "mimetype");
    QCOMPARE(container->bytes().mid(38, Mimetype.size()), Mimetype);
    const auto again = AsicContainer::read(container->bytes());
    QVERIFY(again);
    QCOMPARE(again->files().size(), 2);
    QCOMPARE(again->files()[0].name, files[0].name);
    QCOMPARE(again->files()[0].bytes, files[0].bytes);
    QVERIFY(again->signatures().isEmpty());
    const auto entries = unzip(container->bytes());
    QCOMPARE(entries->last().name, u"META-INF/manifest.xml"_qs);
    QVERIFY(entries->last().bytes.contains("manifest:full-path=\"Līgums 1.pdf\""));
}

void tst_AsicContainer::addsSignatures() {
    const auto container = AsicContainer::create({{u"a.txt"_qs, QByteArray(1000, 'a')}});
    const auto one = container->withSignature("<one/>");
    const auto two = one->withSignature("<two/>");
    QVERIFY(two);
    QCOMPARE(two->signatures(), (QList<QByteArray>{"<one/>", "<two/>"}));
    QCOMPARE(unzip(two->bytes())->last().name, u"META-INF/signatures1.xml"_qs);
    // Everything up to the directory of the shorter archive stays where it was.
    const qsizetype directory = one->bytes().indexOf(QByteArray("PK\x01\x02"));
    QCOMPARE(two->bytes().first(directory), one->bytes().first(directory));
}

void tst_AsicContainer::refusesForeign_data() {
    QTest::addColumn<QList<ZipEntry>>("entries");
    QTest::newRow("no mimetype") << QList<ZipEntry>{{u"a.txt"_qs, "a"}};
    QTest::newRow("mimetype not first") << QList<ZipEntry>{{u"a.txt"_qs, "a"}, mimetype()};
    QTest::newRow("mimetype packed") << QList<ZipEntry>{{u"mimetype"_qs, Mimetype, false},
                                                        {u"a.txt"_qs, "a"}};
    QTest::newRow("other mimetype") << QList<ZipEntry>{{u"mimetype"_qs, "text/plain", true},
                                                       {u"a.txt"_qs, "a"}};
    QTest::newRow("no file") << QList<ZipEntry>{mimetype()};
    QTest::newRow("leads outside") << QList<ZipEntry>{mimetype(), {u"../a.txt"_qs, "a"}};
    QTest::newRow("leads outside later") << QList<ZipEntry>{mimetype(), {u"a/../../a.txt"_qs, "a"}};
    QTest::newRow("absolute") << QList<ZipEntry>{mimetype(), {u"/etc/a.txt"_qs, "a"}};
    QTest::newRow("backslash") << QList<ZipEntry>{mimetype(), {u"a\\b.txt"_qs, "a"}};
}

void tst_AsicContainer::refusesForeign() {
    QFETCH(QList<ZipEntry>, entries);
    const auto zip = zipWith({}, entries);
    QVERIFY(zip);
    const auto container = AsicContainer::read(*zip);
    QVERIFY(!container);
    QVERIFY(!container.error().detail().isEmpty());
}

void tst_AsicContainer::refusesBombs() {
    const auto bomb = zipWith({}, {mimetype(), {u"zeros"_qs, QByteArray(20 * 1024 * 1024, '\0')}});
    QVERIFY(bomb->size() < 100'000);
    QVERIFY(unzip(*bomb));
    QVERIFY(!unzip(*bomb, {.unpackedBytes = 1024 * 1024}));
    QList<ZipEntry> many{mimetype()};
    for (int i = 0; i < 20; ++i)
        many.append({QString::number(i), "x"});
    const auto crowd = zipWith({}, many);
    QVERIFY(unzip(*crowd, {.entries = 21}));
    QVERIFY(!unzip(*crowd, {.entries = 20}));
}

void tst_AsicContainer::survivesEveryCut() {
    const QByteArray good =
        AsicContainer::create({{u"a.txt"_qs, "content"}})->withSignature("<one/>")->bytes();
    for (qsizetype size = 0; size < good.size(); ++size)
        QVERIFY2(!AsicContainer::read(good.first(size)), QByteArray::number(size));
}

void tst_AsicContainer::survivesFlippedBits() {
    const QByteArray good =
        AsicContainer::create({{u"a.txt"_qs, "content"}})->withSignature("<one/>")->bytes();
    int refused = 0;
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0xff);
        refused += AsicContainer::read(bad) ? 0 : 1;
    }
    QVERIFY(refused > good.size() / 3);
}

QTEST_APPLESS_MAIN(tst_AsicContainer)
#include "tst_AsicContainer.moc"
