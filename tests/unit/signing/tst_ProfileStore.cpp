#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "signing/ProfileStore.h"

using namespace signet;
using namespace signet::signing;

class TestProfileStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsEverything();
    void strangeNames();
    void damagedNumbers();
    void removes();
    void acceptsACentralKey();
    void suggestionsAreSound();
    void check_data();
    void check();
    void checkLooksIntoTheFiles();

private:
    QString file() const { return m_folder.filePath(QStringLiteral("p.ini")); }
    static Profile sound() {
        Profile profile = ProfileStore::suggestions().first();
        profile.clientId = QStringLiteral("me");
        return profile;
    }
    QTemporaryDir m_folder;
};

void TestProfileStore::keepsEverything() {
    Profile profile;
    profile.name = QStringLiteral("birojs");
    profile.api = QUrl(QStringLiteral("https://proxy.example/sign?"));
    profile.tokenSource = Profile::TokenSource::StaticToken;
    profile.tokenUrl = QUrl(QStringLiteral("https://t.example/a%20b"));
    profile.clientId = QStringLiteral("c;\"=ā");
    profile.encodeCredentials = false;
    profile.caFile = QStringLiteral("/tmp/ca, 1.pem");
    profile.authCertificateFile = QStringLiteral("/tmp/auth.pem");
    profile.authCertificateAsPem = true;
    profile.rawEcdsa = true;
    profile.askForEachSignature = true;
    profile.sealPfxFile = QStringLiteral("/tmp/zīmogs; 1.pfx");
    profile.sealAuthCertificateFile = QStringLiteral("/tmp/seal auth.pem");
    profile.centralKeyFile = QStringLiteral("C:\\keys\\central.pem");
    profile.centralKeyFingerprint = QString(64, u'a');
    profile.oaepPadding = true;
    profile.chunkSize = 7;
    profile.timeout = std::chrono::seconds(61);
    profile.confirmTime = std::chrono::seconds(0);
    ProfileStore store(file());
    const QSignalSpy changes(&store, &ProfileStore::changed);
    store.save(profile);
    store.setCurrent(profile.name);
    QCOMPARE(changes.count(), 2);
    const ProfileStore again(file());
    QCOMPARE(again.find(profile.name), profile);
    QCOMPARE(again.currentName(), profile.name);
}

void TestProfileStore::strangeNames() {
    ProfileStore store(file());
    const QStringList names{QStringLiteral("a/b"), QStringLiteral("%2F"), QStringLiteral("Ražošana (č)"),
                            QStringLiteral("General")};
    for (const QString& name : names) {
        Profile profile = sound();
        profile.name = name;
        store.save(profile);
        QVERIFY(store.names().contains(name));
        QCOMPARE(store.find(name), profile);
    }
    QVERIFY(!store.find(QStringLiteral("a")));
    QVERIFY(!store.find(QString()));
}

void TestProfileStore::damagedNumbers() {
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(
        "[profiles]\nx\\api=https://a.example\nx\\chunkSize=-4\nx\\timeout=soon\nx\\confirmTime=99999\n");
    damaged.close();
    const auto profile = ProfileStore(file()).find(QStringLiteral("x"));
    QVERIFY(profile);
    QCOMPARE(profile->chunkSize, 1);
    QCOMPARE(profile->timeout, Profile().timeout);
    QCOMPARE(profile->confirmTime, std::chrono::seconds(3600));
}

void TestProfileStore::removes() {
    ProfileStore store(file());
    Profile profile = sound();
    store.save(profile);
    store.setCurrent(profile.name);
    store.remove(profile.name);
    QVERIFY(!store.find(profile.name));
    QVERIFY(store.currentName().isEmpty());
}

void TestProfileStore::acceptsACentralKey() {
    ProfileStore store(file());
    Profile profile = sound();
    profile.chunkSize = 9;
    store.save(profile);
    const QSignalSpy changes(&store, &ProfileStore::changed);
    store.acceptCentralKey(profile.name, QStringLiteral("abc"));
    profile.centralKeyFingerprint = QStringLiteral("abc");
    QCOMPARE(store.find(profile.name), profile);
    QCOMPARE(changes.count(), 1);
    store.acceptCentralKey(profile.name, QStringLiteral("abc"));
    QCOMPARE(changes.count(), 1);
    store.acceptCentralKey(QStringLiteral("not kept here"), QStringLiteral("abc"));
    QVERIFY(!store.names().contains(QStringLiteral("not kept here")));
}

void TestProfileStore::suggestionsAreSound() {
    const QList<Profile> suggestions = ProfileStore::suggestions();
    QCOMPARE(suggestions.size(), 2);
    QCOMPARE(suggestions[0].api, QUrl(QStringLiteral("https://signapi-prep.eparaksts.lv")));
    QCOMPARE(suggestions[1].api, QUrl(QStringLiteral("https://signapi.eparaksts.lv")));
    QCOMPARE(
        suggestions[1].tokenUrl,
        QUrl(QStringLiteral("https://eidas.eparaksts.lv/trustedx-authserver/oauth/lvrtc-eipsign-as/token")));
}

void TestProfileStore::check_data() {
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* what, const QString& code, const std::function<void(Profile&)>& change) {
        Profile profile = sound();
        change(profile);
        QTest::newRow(what) << profile << code;
    };
    row("sound", {}, [](Profile&) {});
    row("no name", QStringLiteral("profile-incomplete"), [](Profile& p) { p.name.clear(); });
    row("no address", QStringLiteral("profile-incomplete"), [](Profile& p) { p.api.clear(); });
    row("no token address", QStringLiteral("profile-incomplete"), [](Profile& p) { p.tokenUrl.clear(); });
    row("no client", QStringLiteral("profile-incomplete"), [](Profile& p) { p.clientId.clear(); });
    row("a token needs no client", {}, [](Profile& p) {
        p.tokenSource = Profile::TokenSource::StaticToken;
        p.clientId.clear();
        p.tokenUrl.clear();
    });
    row("plain http", QStringLiteral("address-insecure"),
        [](Profile& p) { p.api = QUrl(QStringLiteral("http://signapi.example")); });
    row("plain http for tokens", QStringLiteral("address-insecure"),
        [](Profile& p) { p.tokenUrl = QUrl(QStringLiteral("http://t.example/token")); });
    row("http to this computer", {},
        [](Profile& p) { p.api = QUrl(QStringLiteral("http://127.0.0.1:8080")); });
    row("no address at all", QStringLiteral("address-invalid"),
        [](Profile& p) { p.api = QUrl(QStringLiteral("mailto:a@b")); });
    row("no such file", QStringLiteral("file-not-readable"),
        [](Profile& p) { p.caFile = QStringLiteral("/does/not/exist"); });
}

void TestProfileStore::check() {
    QFETCH(const Profile, profile);
    QFETCH(const QString, code);
    const auto result = signing::check(profile);
    QCOMPARE(result ? QString() : base::toString(result.error().code()), code);
}

void TestProfileStore::checkLooksIntoTheFiles() {
    QFile nonsense(m_folder.filePath(QStringLiteral("nonsense.pem")));
    QVERIFY(nonsense.open(QIODevice::WriteOnly));
    nonsense.write("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    nonsense.close();
    Profile profile = sound();
    profile.caFile = nonsense.fileName();
    QCOMPARE(base::toString(signing::check(profile).error().code()),
             base::toString(base::ErrorCode::CaFileInvalid));
    profile.caFile.clear();
    profile.authCertificateFile = nonsense.fileName();
    QCOMPARE(base::toString(signing::check(profile).error().code()),
             base::toString(base::ErrorCode::AuthCertificateInvalid));
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_ProfileStore.moc"
