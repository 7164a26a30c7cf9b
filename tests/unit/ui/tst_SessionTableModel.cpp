#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "ui/sessions/SessionFilterProxy.h"
#include "ui/sessions/SessionTableModel.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionEvent;
using signing::SessionState;
using ui::SessionFilterProxy;
using ui::SessionTableModel;

class TestSessionTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheList();
    void marks();
    void lockedMarksStay();
    void hostileNamesStayPlain();
    void filters();
    void sortsAndComesBack();
    void tenThousandRows();
};

namespace {

using Strict = QAbstractItemModelTester;
constexpr auto Mode = QAbstractItemModelTester::FailureReportingMode::QtTest;

QStringList identifiers(int count) {
    QStringList ids;
    for (int i = 0; i < count; ++i)
        ids += u"session-%1"_s.arg(i, 5, 10, QChar(u'0'));
    return ids;
}

void endAs(signing::SessionList& list, signing::SessionKey key, SessionEvent event) {
    list.apply(key, SessionEvent::Prepare);
    list.apply(key, event, base::Error(base::ErrorCode::DigestMissing).at(base::Stage::Prepare));
}

}  // namespace

void TestSessionTableModel::followsTheList() {
    signing::SessionList list;
    SessionTableModel model(list);
    const Strict strict(&model, Mode);
    SessionFilterProxy proxy;
    proxy.setSourceModel(&model);
    const Strict strictProxy(&proxy, Mode);
    const auto keys = list.addIdentifiers(identifiers(5));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.index(2, 0).data().toString(), u"session-00002"_s);
    QCOMPARE(model.index(2, 1).data().toString(), u"Ready"_s);
    list.remove({keys[1], keys[3]});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, 0).data().toString(), u"session-00002"_s);
    endAs(list, keys[2], SessionEvent::Fail);
    QCOMPARE(model.index(1, 1).data().toString(), u"Failed"_s);
    QCOMPARE(model.index(1, 2).data().toString(), u"The service gave no digest for this session."_s);
    list.addIdentifiers({u"not/one"_s});
    QCOMPARE(proxy.rowCount(), 4);
}

void TestSessionTableModel::marks() {
    signing::SessionList list;
    SessionTableModel model(list);
    QSignalSpy announced(&model, &SessionTableModel::marksChanged);
    const auto keys = list.addIdentifiers(identifiers(3) + QStringList{u"not/one"_s});
    QCOMPARE(model.marked().size(), 3);
    QVERIFY(!(model.flags(model.index(3, 0)) & Qt::ItemIsUserCheckable));
    QCOMPARE(model.index(3, 0).data(Qt::CheckStateRole), QVariant());
    QTRY_COMPARE(announced.size(), 1);
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.marked(), (QList<signing::SessionKey>{keys[0], keys[2]}));
    QCOMPARE(model.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    model.setMarked(keys, true);
    QCOMPARE(model.marked().size(), 3);
    // What failed can be tried again; what was signed is done.
    endAs(list, keys[0], SessionEvent::Fail);
    QVERIFY(model.marked().contains(keys[0]));
    for (const auto event : {SessionEvent::Prepare, SessionEvent::DigestArrived, SessionEvent::Sign,
                             SessionEvent::SignatureMade, SessionEvent::Send, SessionEvent::Confirm})
        QVERIFY(list.apply(keys[1], event));
    QVERIFY(!model.marked().contains(keys[1]));
}

void TestSessionTableModel::lockedMarksStay() {
    signing::SessionList list;
    SessionTableModel model(list);
    list.addIdentifiers(identifiers(2));
    model.setLocked(true);
    QVERIFY(!model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    model.setLocked(false);
    QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
}

void TestSessionTableModel::hostileNamesStayPlain() {
    signing::SessionList list;
    SessionTableModel model(list);
    const auto keys = list.addIdentifiers(identifiers(1));
    list.update(keys[0], [](signing::Session& session) {
        session.documentsBefore = {{u"1"_s, u"<img src=x>\u202Efdp.exe"_s, 1, {}}};
    });
    const QString title = model.index(0, 0).data().toString();
    QVERIFY(!title.contains(QChar(0x202E)));
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
}

void TestSessionTableModel::filters() {
    signing::SessionList list;
    SessionTableModel model(list);
    SessionFilterProxy proxy;
    proxy.setSourceModel(&model);
    const auto keys = list.addIdentifiers(identifiers(12));
    endAs(list, keys[4], SessionEvent::Fail);
    endAs(list, keys[5], SessionEvent::Cancel);
    proxy.setText(u" SESSION 0001 "_s);
    QCOMPARE(proxy.rowCount(), 3);  // 1, 10 and 11
    proxy.setText(u"digest"_s);
    QCOMPARE(proxy.rowCount(), 2);
    proxy.setText({});
    proxy.setWhich(SessionFilterProxy::Which::Troubled);
    QCOMPARE(proxy.rowCount(), 1);
    proxy.setWhich(SessionFilterProxy::Which::Signed);
    QCOMPARE(proxy.rowCount(), 0);
    proxy.setWhich(SessionFilterProxy::Which::ToSign);
    QCOMPARE(proxy.rowCount(), 12);
}

void TestSessionTableModel::sortsAndComesBack() {
    signing::SessionList list;
    SessionTableModel model(list);
    SessionFilterProxy proxy;
    proxy.setSourceModel(&model);
    list.addIdentifiers({u"bbb"_s, u"Aaa"_s, u"ccc"_s});
    proxy.sort(0, Qt::DescendingOrder);
    QCOMPARE(proxy.index(0, 0).data().toString(), u"ccc"_s);
    QCOMPARE(proxy.index(2, 0).data().toString(), u"Aaa"_s);
    proxy.sort(-1);
    QCOMPARE(proxy.index(0, 0).data().toString(), u"bbb"_s);
}

void TestSessionTableModel::tenThousandRows() {
    signing::SessionList list;
    SessionTableModel model(list);
    SessionFilterProxy proxy;
    proxy.setSourceModel(&model);
    QSignalSpy announced(&model, &SessionTableModel::marksChanged);
    QElapsedTimer clock;
    clock.start();
    const auto keys = list.addIdentifiers(identifiers(10'000));
    for (const auto key : keys)
        list.apply(key, SessionEvent::Prepare);
    QCOMPARE(proxy.rowCount(), 10'000);
    QTRY_VERIFY(announced.size() > 0);
    QVERIFY2(announced.size() < 5, "one announcement for many changes");
    // Generous, for a slow machine under a sanitizer; a quadratic model would take minutes.
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_MAIN(TestSessionTableModel)
#include "tst_SessionTableModel.moc"
