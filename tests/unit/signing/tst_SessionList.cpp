#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "signing/SessionList.h"

using namespace signet;
using namespace signet::signing;

namespace {

QString write(const QTemporaryDir& dir, const QString& name, const QByteArray& bytes) {
    QFile file(dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

base::SessionId id(const QString& text) {
    return *base::SessionId::parse(text);
}

}  // namespace

class TestSessionList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsIdentifiersOnce();
    void badIdentifiersFailAtPick();
    void addsFilesOnce();
    void badFilesFailAtPick_data();
    void badFilesFailAtPick();
    void tellsOfAdditions();
    void removesAndForgets();
    void heldRowsStay();
    void appliesEvents();
    void refusesImpossibleEvents();
    void pickAgainForgetsTheEarlierRun();
    void pickNextKeepsTheSession();
    void updateNeverChangesTheState();
    void aGivenIdentifierIsFound();
    void manyRowsAreQuick();
    void identifiersOutOfText();
    void identifiersOutOfLines();
};

void TestSessionList::addsIdentifiersOnce() {
    SessionList list;
    const auto first = list.addIdentifiers({u"a1"_qs, u" b2 "_qs, u"a1"_qs});
    QCOMPARE(list.size(), 2);
    QCOMPARE(first.size(), 2);
    const auto second = list.addIdentifiers({u"b2"_qs, u"A1"_qs});
    QCOMPARE(list.size(), 3);
    QCOMPARE(second.first(), first.last());
    QCOMPARE(list.session(second.last()).id->toString(), u"A1"_qs);
    QCOMPARE(list.find(id(u"b2"_qs)), std::optional(first.last()));
    QVERIFY(!list.find(id(u"zz"_qs)));
}

void TestSessionList::badIdentifiersFailAtPick() {
    SessionList list;
    const QString long65(65, u'x');
    const auto keys = list.addIdentifiers({u"no spaces"_qs, long65, u"no spaces"_qs, u"good"_qs});
    QCOMPARE(keys.size(), 3);
    const Session& bad = list.session(keys.first());
    QCOMPARE(toString(bad.state), toString(SessionState::Failed));
    QCOMPARE(base::toString(bad.error->code()), base::toString(base::ErrorCode::IdentifierInvalid));
    QCOMPARE(base::toString(bad.error->stage()), base::toString(base::Stage::Pick));
    QCOMPARE(bad.entered, u"no spaces"_qs);
    QVERIFY(!bad.id);
    QCOMPARE(toString(list.session(keys.last()).state), toString(SessionState::Picked));
}

void TestSessionList::addsFilesOnce() {
    const QTemporaryDir dir;
    const QString path = write(dir, u"letter.pdf"_qs, "words");
    const QString link = dir.filePath(u"link.pdf"_qs);
    QVERIFY(QFile::link(path, link));
    SessionList list;
    const auto keys = list.addFiles({path, dir.path() + u"/./letter.pdf"_qs, link});
    QCOMPARE(keys.size(), 1);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.at(0).file, path);
    QCOMPARE(toString(list.at(0).state), toString(SessionState::Picked));
    QCOMPARE(list.at(0).title(), u"letter.pdf"_qs);
}

void TestSessionList::badFilesFailAtPick_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << u"nowhere.pdf"_qs << u"file-not-readable"_qs;
    QTest::newRow("folder") << u"folder"_qs << u"file-not-readable"_qs;
    QTest::newRow("empty") << u"empty.pdf"_qs << u"file-empty"_qs;
    QTest::newRow("device") << u"null"_qs << u"file-not-readable"_qs;
}

void TestSessionList::badFilesFailAtPick() {
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    const QTemporaryDir dir;
    write(dir, u"empty.pdf"_qs, {});
    QVERIFY(QDir(dir.path()).mkdir(u"folder"_qs));
    QVERIFY(QFile::link(u"/dev/null"_qs, dir.filePath(u"null"_qs)));
    SessionList list;
    list.addFiles({dir.filePath(name)});
    QCOMPARE(list.size(), 1);
    QCOMPARE(toString(list.at(0).state), toString(SessionState::Failed));
    QCOMPARE(list.at(0).error->publicCode(), code);
    QCOMPARE(base::toString(list.at(0).error->stage()), base::toString(base::Stage::Pick));
    QVERIFY(list.at(0).error->message().contains(name));
}

void TestSessionList::tellsOfAdditions() {
    SessionList list;
    QSignalSpy about(&list, &SessionList::aboutToAdd);
    QSignalSpy added(&list, &SessionList::added);
    list.addIdentifiers({u"a"_qs, u"b"_qs});
    list.addIdentifiers({u"b"_qs});
    list.addIdentifiers({u"c"_qs});
    QCOMPARE(about.size(), 2);
    QCOMPARE(added.at(0), QVariantList({0, 2}));
    QCOMPARE(added.at(1), QVariantList({2, 1}));
}

void TestSessionList::removesAndForgets() {
    const QTemporaryDir dir;
    const QString path = write(dir, u"x.pdf"_qs, "words");
    SessionList list;
    const auto ids = list.addIdentifiers({u"a"_qs, u"b"_qs, u"bad one"_qs, u"c"_qs});
    const auto files = list.addFiles({path});
    QSignalSpy removed(&list, &SessionList::removed);
    list.remove({ids[0], ids[2], ids[0], files[0], 4711});
    QCOMPARE(removed.size(), 3);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.rowOf(ids[1]), 0);
    QCOMPARE(list.rowOf(ids[3]), 1);
    QCOMPARE(list.rowOf(ids[0]), -1);
    QVERIFY(!list.find(id(u"a"_qs)));
    list.addIdentifiers({u"a"_qs, u"bad one"_qs});
    list.addFiles({path});
    QCOMPARE(list.size(), 5);
}

void TestSessionList::heldRowsStay() {
    SessionList list;
    const auto keys = list.addIdentifiers({u"a"_qs, u"b"_qs});
    list.hold({keys[0]});
    list.remove(keys);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.at(0).key, keys[0]);
    list.release(keys[0]);
    list.remove(keys);
    QCOMPARE(list.size(), 0);
}

void TestSessionList::appliesEvents() {
    SessionList list;
    const SessionKey key = list.addIdentifiers({u"a"_qs}).first();
    QSignalSpy changed(&list, &SessionList::changed);
    QVERIFY(list.apply(key, SessionEvent::Prepare));
    QCOMPARE(toString(list.session(key).state), toString(SessionState::Preparing));
    const base::Error error = base::Error(base::ErrorCode::DigestMissing).at(base::Stage::Prepare);
    QVERIFY(list.apply(key, SessionEvent::Fail, error));
    QCOMPARE(toString(list.session(key).state), toString(SessionState::Failed));
    QCOMPARE(*list.session(key).error, error);
    QVERIFY(list.session(key).endedAt.isValid());
    QCOMPARE(changed.size(), 2);
}

void TestSessionList::refusesImpossibleEvents() {
    SessionList list;
    const SessionKey key = list.addIdentifiers({u"a"_qs}).first();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot happen"_qs));
    QVERIFY(!list.apply(key, SessionEvent::Confirm));
    QCOMPARE(toString(list.session(key).state), toString(SessionState::Picked));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot happen"_qs));
    QVERIFY(!list.apply(4711, SessionEvent::Prepare));
    QCOMPARE(list.session(4711).key, SessionKey(0));
}

void TestSessionList::pickAgainForgetsTheEarlierRun() {
    const QTemporaryDir dir;
    SessionList list;
    const SessionKey file = list.addFiles({write(dir, u"x.pdf"_qs, "words")}).first();
    list.update(file, [](Session& session) {
        session.id = id(u"started"_qs);
        session.signatureValue = "value";
        session.documentsBefore = QList<Document>{Document{u"1"_qs, u"x.pdf"_qs, 5, {}}};
    });
    const base::Error error = base::Error(base::ErrorCode::CardRemoved).at(base::Stage::Sign);
    QVERIFY(list.apply(file, SessionEvent::Fail, error));
    QVERIFY(list.apply(file, SessionEvent::PickAgain));
    const Session& session = list.session(file);
    QCOMPARE(toString(session.state), toString(SessionState::Picked));
    QVERIFY(!session.error && !session.id && !session.documentsBefore);
    QVERIFY(session.signatureValue.isEmpty());
    QVERIFY(!list.find(id(u"started"_qs)));
}

void TestSessionList::pickNextKeepsTheSession() {
    const QTemporaryDir dir;
    SessionList list;
    const SessionKey file = list.addFiles({write(dir, u"x.pdf"_qs, "words")}).first();
    QCOMPARE(list.session(file).knownDocuments()->first().name, u"x.pdf"_qs);
    list.update(file, [](Session& session) {
        session.id = id(u"started"_qs);
        session.operation = Operation::Seal;
        session.results = QList<Document>{Document{u"2"_qs, u"x.asice"_qs, 9, {}}};
    });
    QVERIFY(list.apply(file, SessionEvent::Send) && list.apply(file, SessionEvent::Confirm));
    QVERIFY(list.session(file).done == QList<Operation>{Operation::Seal});
    QVERIFY(list.apply(file, SessionEvent::PickNext));
    QVERIFY(list.session(file).results.isEmpty());
    // What is in the session now is not the file any more; and it is not uploaded again after a failure.
    QVERIFY(!list.session(file).knownDocuments());
    QVERIFY(list.apply(file, SessionEvent::Fail, base::Error(base::ErrorCode::NoReader)));
    QVERIFY(list.apply(file, SessionEvent::PickAgain));
    QCOMPARE(list.session(file).id->toString(), u"started"_qs);
}

void TestSessionList::updateNeverChangesTheState() {
    SessionList list;
    const SessionKey key = list.addIdentifiers({u"a"_qs}).first();
    list.update(key, [](Session& session) {
        session.state = SessionState::Finalized;
        session.key = 99;
        session.signatureValue = "value";
    });
    QCOMPARE(toString(list.session(key).state), toString(SessionState::Picked));
    QCOMPARE(list.session(key).signatureValue, QByteArray("value"));
}

void TestSessionList::aGivenIdentifierIsFound() {
    const QTemporaryDir dir;
    SessionList list;
    const SessionKey key = list.addFiles({write(dir, u"x.pdf"_qs, "words")}).first();
    list.update(key, [](Session& session) { session.id = id(u"new"_qs); });
    QCOMPARE(list.find(id(u"new"_qs)), std::optional(key));
    QCOMPARE(list.addIdentifiers({u"new"_qs}), QList<SessionKey>{key});
}

void TestSessionList::manyRowsAreQuick() {
    constexpr int Many = 10'000;
    QStringList ids;
    for (int i = 0; i < Many; ++i)
        ids.append(QString::number(i));
    SessionList list;
    QElapsedTimer clock;
    clock.start();
    const auto keys = list.addIdentifiers(ids);
    for (int i = 0; i < Many; ++i) {
        QCOMPARE(list.rowOf(keys[i]), i);
        list.apply(keys[i], SessionEvent::Prepare);
    }
    QVERIFY(list.addIdentifiers(ids).size() == Many && list.size() == Many);
    list.remove(keys);
    QCOMPARE(list.size(), 0);
    // A search through all rows for each one would take a hundred million steps.
    QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
}

void TestSessionList::identifiersOutOfText() {
    const QString text = QChar(0xFEFF) + u"a1, b2;c3\r\n\td4  e5,,\n"_qs;
    QCOMPARE(identifiersFromText(text), QStringList({u"a1"_qs, u"b2"_qs, u"c3"_qs, u"d4"_qs, u"e5"_qs}));
    QVERIFY(identifiersFromText(u" ,\n"_qs).isEmpty());
}

void TestSessionList::identifiersOutOfLines() {
    const QString text = QChar(0xFEFF) + u"a1\r\n\r\n  b2 \n\t\nc 3\rd4"_qs;
    QCOMPARE(identifiersFromLines(text), QStringList({u"a1"_qs, u"b2"_qs, u"c 3"_qs, u"d4"_qs}));
}

QTEST_APPLESS_MAIN(TestSessionList)
#include "tst_SessionList.moc"
