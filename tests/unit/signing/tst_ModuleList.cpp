#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "signing/ModuleList.h"

using namespace signet;
using signing::ModuleList;

/** Which PKCS#11 modules a person, or the administrator, has named. */
class TestModuleList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsOwn();
    void absolutePathsOnly();
    void administrators();
    void checksAFile();

private:
    static void write(const QString& path, const QByteArray& content) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QTemporaryDir m_folder;
};

void TestModuleList::keepsOwn() {
    const QString file = m_folder.filePath(QStringLiteral("own.ini"));
    const QStringList modules{QStringLiteral("/usr/lib/a, b.so"), QStringLiteral("/opt/ā/\"c\".so")};
    QVERIFY(ModuleList(file).all().isEmpty());
    ModuleList(file).setOwn(modules);
    QCOMPARE(ModuleList(file).own(), modules);
    QCOMPARE(ModuleList(file).all(), modules);
    ModuleList(file).setOwn({});
    QVERIFY(ModuleList(file).all().isEmpty());
}

void TestModuleList::absolutePathsOnly() {
    const QString file = m_folder.filePath(QStringLiteral("relative.ini"));
    write(file, "[General]\npkcs11Modules=m.so, /usr/lib/m.so, ../m.so, , /usr/lib/m.so\n");
    QCOMPARE(ModuleList(file).all(), QStringList{QStringLiteral("/usr/lib/m.so")});
}

void TestModuleList::administrators() {
    for (const char* folder : {"home/signet", "etc/signet"})
        QVERIFY(QDir(m_folder.path()).mkpath(QString::fromLatin1(folder)));
    qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("home")).toUtf8());
    qputenv("XDG_CONFIG_DIRS", m_folder.filePath(QStringLiteral("etc")).toUtf8());
    write(m_folder.filePath(QStringLiteral("etc/signet/cards.ini")),
          "[General]\npkcs11Modules=/usr/lib/all.so, /usr/lib/both.so\n");
    ModuleList list;
    list.setOwn({QStringLiteral("/usr/lib/both.so"), QStringLiteral("/usr/lib/mine.so")});
    QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("home/signet/cards.ini"))));
    QCOMPARE(list.administrators(),
             (QStringList{QStringLiteral("/usr/lib/all.so"), QStringLiteral("/usr/lib/both.so")}));
    QCOMPARE(list.all(), (QStringList{QStringLiteral("/usr/lib/all.so"), QStringLiteral("/usr/lib/both.so"),
                                      QStringLiteral("/usr/lib/mine.so")}));
}

void TestModuleList::checksAFile() {
    const auto problemOf = [](const QString& path) {
        auto checked = signing::checkModule(path);
        checked.waitForFinished();
        return checked.result() ? QString() : checked.result().error().message();
    };
    const QString text = m_folder.filePath(QStringLiteral("text.so"));
    write(text, "this is no library");
    QCOMPARE(problemOf(text), QStringLiteral("The PKCS#11 module text cannot be used: it cannot be loaded."));
    QCOMPARE(problemOf(m_folder.filePath(QStringLiteral("nothing.so"))),
             QStringLiteral("The PKCS#11 module nothing cannot be used: there is no such file."));
    QCOMPARE(problemOf(QStringLiteral(SIGNET_SOME_LIBRARY)),
             QStringLiteral("The PKCS#11 module libQt6Core cannot be used: it is not a PKCS#11 module."));
}

QTEST_GUILESS_MAIN(TestModuleList)
#include "tst_ModuleList.moc"
