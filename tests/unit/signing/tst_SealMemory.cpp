#include <openssl/crypto.h>

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <QThreadPool>
#include <algorithm>
#include <cstring>

#include "SealFiles.h"
#include "base/WipingHeap.h"
#include "signing/SealDesk.h"

using namespace signet;
using namespace signet::signing;
using base::SecretBytes;

namespace {

constexpr unsigned char Mask = 0xA5;

/** What is searched for, never itself in memory as it is. */
class Pattern {
public:
    Pattern(const char* name, QByteArray& plain) : m_name(name) {
        for (char& c : plain) {
            m_masked.append(static_cast<char>(static_cast<unsigned char>(c) ^ Mask));
            c = 0;
        }
    }

    const char* name() const { return m_name; }

    int countIn(const unsigned char* begin, const unsigned char* end) const {
        // One byte that is rare in memory is looked for first; zeros are everywhere.
        const qsizetype anchor = m_masked.startsWith(static_cast<char>(Mask)) ? 1 : 0;
        const int rare = static_cast<unsigned char>(m_masked[anchor]) ^ Mask;
        int found = 0;
        for (const unsigned char* at = begin + anchor; at < end; ++at) {
            at = static_cast<const unsigned char*>(std::memchr(at, rare, static_cast<std::size_t>(end - at)));
            if (at == nullptr)
                break;
            found += end - at >= m_masked.size() - anchor && isAt(at - anchor) ? 1 : 0;
        }
        return found;
    }

private:
    bool isAt(const unsigned char* at) const {
        for (qsizetype i = 0; i < m_masked.size(); ++i) {
            if (static_cast<unsigned char>(at[i] ^ Mask) != static_cast<unsigned char>(m_masked[i]))
                return false;
        }
        return true;
    }

    const char* m_name;
    QByteArray m_masked;
};

QByteArray utf16(const SecretBytes& ascii, bool bigEndian) {
    QByteArray text;
    for (const unsigned char c : ascii.bytes())
        text.append(bigEndian ? '\0' : static_cast<char>(c)).append(bigEndian ? static_cast<char>(c) : '\0');
    return text;
}

QList<Pattern> patternsOf(const SecretBytes& password) {
    const QByteArrayView view = password.view();
    QByteArray plain = view.toByteArray();
    QByteArray big = utf16(password, true);
    QByteArray little = utf16(password, false);
    QByteArray hex = plain.toHex();
    QByteArray base64 = plain.toBase64(QByteArray::OmitTrailingEquals);
    return {Pattern("plain", plain), Pattern("UTF-16BE", big), Pattern("UTF-16LE", little),
            Pattern("hexadecimal", hex), Pattern("base64", base64)};
}

/** How often each stands in the memory of this process that can be written: heaps, stacks, data. */
QStringList copiesOf(const QList<Pattern>& patterns) {
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly))
        qFatal("no list of this process's memory");
    QStringList found;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const QList<QByteArray> parts = line.simplified().split(' ');
        if (parts.size() < 2 || !parts[1].startsWith("rw") || line.contains("[vvar"))
            continue;
        const QList<QByteArray> ends = parts[0].split('-');
        const auto* begin = reinterpret_cast<const unsigned char*>(ends[0].toULongLong(nullptr, 16));
        const auto* end = reinterpret_cast<const unsigned char*>(ends[1].toULongLong(nullptr, 16));
        for (const Pattern& pattern : patterns) {
            if (const int copies = pattern.countIn(begin, end))
                found.append(QStringLiteral("%1 x %2 in %3")
                                 .arg(copies)
                                 .arg(QString::fromLatin1(pattern.name()), QString::fromLatin1(line)));
        }
    }
    return found;
}

SecretBytes randomPassword() {
    SecretBytes password(std::size_t{100});  // long: blocks of its size are seldom used again
    for (unsigned char& c : password.bytes())
        c = static_cast<unsigned char>('A' + QRandomGenerator::system()->bounded(26));
    return password;
}

}  // namespace

/** Nothing of an e-seal's password is left behind once its owner lets it go. */
class TestSealMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCopyWouldBeFound();
    void nothingStays_data();
    void nothingStays();
    void openSslWorksInLockedMemory();
    void theLockedHeapIsGivenBack();
};

void TestSealMemory::aCopyWouldBeFound() {
    SecretBytes password = randomPassword();
    const QList<Pattern> patterns = patternsOf(password);
    QByteArray copy = password.view().toByteArray();
    password.wipe();
    QVERIFY(!copiesOf(patterns).isEmpty());
    copy.fill('x');
    QCOMPARE(copiesOf(patterns), QStringList());
    constexpr std::size_t Size = 64 * 1024;  // what is allocated meanwhile takes the beginning of it at most
    auto* const freed = static_cast<char*>(OPENSSL_malloc(Size));
    SecretBytes again = randomPassword();
    const QList<Pattern> others = patternsOf(again);
    std::copy(again.bytes().begin(), again.bytes().end(), freed + Size - 256);
    again.wipe();
    QVERIFY(!copiesOf(others).isEmpty());
    OPENSSL_free(freed);
    QCOMPARE(copiesOf(others), QStringList());
}

void TestSealMemory::nothingStays_data() {
    QTest::addColumn<QByteArray>("cipher");
    QTest::addColumn<QByteArray>("mac");
    QTest::newRow("AES") << QByteArray("AES-256-CBC") << QByteArray("SHA256");
    QTest::newRow("old") << QByteArray("PBE-SHA1-3DES") << QByteArray("SHA1");
}

void TestSealMemory::nothingStays() {
    QFETCH(const QByteArray, cipher);
    QFETCH(const QByteArray, mac);
    SecretBytes password = randomPassword();
    SecretBytes wrong = randomPassword();
    const QList<Pattern> patterns = patternsOf(password) + patternsOf(wrong);
    // The file is made with a view of the password, not with a copy.
    SecretBytes withEnd(password.size() + 1);
    std::copy(password.bytes().begin(), password.bytes().end(), withEnd.bytes().begin());
    const QByteArray view = QByteArray::fromRawData(withEnd.view().data(), withEnd.view().size() - 1);
    const test::SealFiles files{QByteArray()};
    test::PfxSpec spec{files.sealKey, files.sealCertificate, {}, cipher.data()};
    spec.mac = mac.data();
    const QString pfx = files.write("seal.pfx", test::makePfx(spec, view));
    withEnd.wipe();
    const auto central = crypto::RsaPublicKey::fromAnyEncoding(test::publicKeyDer(test::newRsaKey()));
    {
        const auto opening = SealDesk::open({pfx, files.auth}, std::move(password));
        QVERIFY(QTest::qWaitFor([&opening] { return opening.isFinished(); }, 20'000));
        const auto seal = opening.result();
        QVERIFY2(seal, seal ? "" : qPrintable(seal.error().message()));
        QVERIFY(seal->encryptedFor(*central, crypto::RsaPadding::Pkcs1));
        QVERIFY(seal->encryptedFor(*central, crypto::RsaPadding::OaepSha1));
        const auto refused = SealDesk::open({pfx, files.auth}, std::move(wrong));
        QVERIFY(QTest::qWaitFor([&refused] { return refused.isFinished(); }, 20'000));
        QVERIFY(!refused.result());
    }
    QThreadPool::globalInstance()->waitForDone();
    QCOMPARE(copiesOf(patterns), QStringList());
}

void TestSealMemory::openSslWorksInLockedMemory() {
    void* block = OPENSSL_malloc(32);
    QCOMPARE(CRYPTO_secure_allocated(block), 0);
    OPENSSL_free(block);
    {
        const base::LockedOpenSslHeap locked;
        block = OPENSSL_malloc(32);
        QCOMPARE(CRYPTO_secure_allocated(block), 1);
        std::memset(block, 'x', 32);
        block = OPENSSL_realloc(block, 64);
        QCOMPARE(CRYPTO_secure_allocated(block), 1);
        block = OPENSSL_realloc(block, 64 * 1024);  // no password is as long
        QCOMPARE(CRYPTO_secure_allocated(block), 0);
        QCOMPARE(QByteArray(static_cast<const char*>(block), 32), QByteArray(32, 'x'));
        OPENSSL_free(block);
        block = OPENSSL_malloc(32);
    }
    QCOMPARE(CRYPTO_secure_allocated(block), 1);
    block = OPENSSL_realloc(block, 64);
    QCOMPARE(CRYPTO_secure_allocated(block), 0);
    OPENSSL_free(block);
}

void TestSealMemory::theLockedHeapIsGivenBack() {
    const test::SealFiles files("a password");
    const auto used = [&files] {
        {
            const auto opening =
                SealDesk::open({files.pfx, files.auth}, SecretBytes(QByteArrayView("a password")));
            if (!QTest::qWaitFor([&opening] { return opening.isFinished(); }, 20'000) || !opening.result())
                qFatal("the seal did not open");
        }
        QThreadPool::globalInstance()->waitForDone();
        return CRYPTO_secure_used();
    };
    used();  // what OpenSSL looks up once, it keeps
    const std::size_t before = used();
    std::size_t after = 0;
    for (int i = 0; i < 5; ++i)
        after = used();
    QVERIFY2(after <= before, qPrintable(QStringLiteral("%1, then %2").arg(before).arg(after)));
    QVERIFY2(before < 64 * 1024, qPrintable(QString::number(before)));  // most of it is for secrets
}

int main(int argc, char** argv) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(Q_OS_LINUX)
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return 0;  // there is far too much shadow memory to search, and nothing freed is really free
#else
    base::protectProcessMemory();
    const QCoreApplication application(argc, argv);
    TestSealMemory test;
    return QTest::qExec(&test, argc, argv);
#endif
}
#include "tst_SealMemory.moc"
