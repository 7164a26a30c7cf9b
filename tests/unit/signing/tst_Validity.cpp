#include <QTest>

#include "SealFiles.h"
#include "signing/Validity.h"

using namespace signet;
using namespace signet::signing;
using test::CertificateSpec;
using test::SealFiles;

Q_DECLARE_METATYPE(signet::signing::CertificateUse)

namespace {

constexpr qint64 Day = 86'400;

CertificateSpec person(const char* usage, bool qualified) {
    CertificateSpec spec;
    spec.commonName = "ANNA LIEPA";
    spec.keyUsage = usage;
    if (qualified)
        spec.qcStatements = test::qualifiedStatementsOf("0.4.0.1862.1.6.1");
    return spec;
}

CertificateSpec forLogin() {
    CertificateSpec spec = person("critical,digitalSignature", false);
    spec.extendedKeyUsage = "clientAuth";
    return spec;
}

CertificateSpec seal(bool qualified) {
    CertificateSpec spec = SealFiles::sealSpec();
    if (!qualified)
        spec.qcStatements.clear();
    return spec;
}

QString codesOf(const Appraisal& told) {
    QStringList codes;
    for (const base::Error& error : told.all())
        codes += error.publicCode();
    return codes.join(u' ');
}

}  // namespace

/** What is said of a certificate before it is used, whoever asks. */
class TestValidity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void judges_data();
    void judges();
    void daysLeft_data();
    void daysLeft();
    void sameKindOnce();
};

void TestValidity::judges_data() {
    QTest::addColumn<CertificateSpec>("spec");
    QTest::addColumn<CertificateUse>("use");
    QTest::addColumn<qint64>("moment");  // in seconds after the end, or before the beginning if it is early
    QTest::addColumn<bool>("early");
    QTest::addColumn<bool>("stops");
    QTest::addColumn<QString>("codes");
    const CertificateSpec good = person("critical,nonRepudiation", true);
    const CertificateSpec plain = person("critical,nonRepudiation", false);
    constexpr auto Sign = CertificateUse::Sign;
    constexpr auto Login = CertificateUse::Authenticate;
    constexpr auto Seal = CertificateUse::Seal;
    const auto row = [](const char* name, const CertificateSpec& spec, CertificateUse use, qint64 moment,
                        bool stops, const char* codes, bool early = false) {
        QTest::newRow(name) << spec << use << moment << early << stops << QString::fromLatin1(codes);
    };
    row("good", good, Sign, -31 * Day, false, "");
    row("the last day that is not said", good, Sign, -30 * Day, false, "");
    row("soon", good, Sign, -29 * Day, false, "certificate-expires-soon");
    row("the last second", good, Sign, 0, false, "certificate-expires-soon");
    row("over", good, Sign, 1, true, "certificate-expired");
    row("not yet", good, Sign, 1, true, "certificate-not-yet-valid", true);
    row("not qualified", plain, Sign, -31 * Day, false, "certificate-not-qualified");
    row("soon, and not qualified", plain, Sign, -Day, false,
        "certificate-expires-soon certificate-not-qualified");
    row("over, and not qualified", plain, Sign, 1, true, "certificate-expired");
    row("for something else", forLogin(), Sign, -31 * Day, true, "certificate-wrong-usage");
    row("for something else, and over", forLogin(), Sign, 1, true, "certificate-wrong-usage");
    row("login", forLogin(), Login, -31 * Day, false, "");
    row("login, soon", forLogin(), Login, -Day, false, "certificate-expires-soon");
    row("login, over", forLogin(), Login, 1, true, "certificate-expired");
    row("login with what signs", good, Login, -31 * Day, true, "certificate-wrong-usage");
    row("seal", seal(true), Seal, -31 * Day, false, "");
    row("seal, soon", seal(true), Seal, -Day, false, "certificate-expires-soon");
    row("seal, over", seal(true), Seal, 1, true, "seal-expired");
    row("seal, not yet", seal(true), Seal, 1, true, "certificate-not-yet-valid", true);
    row("seal, not qualified", seal(false), Seal, -31 * Day, false, "seal-not-qualified");
    row("a person's as a seal", good, Seal, -31 * Day, true, "not-a-seal-certificate");
    row("an organisation's login as a seal", SealFiles::authSpec(), Seal, -31 * Day, true,
        "not-a-seal-certificate");
}

void TestValidity::judges() {
    QFETCH(const CertificateSpec, spec);
    QFETCH(const CertificateUse, use);
    QFETCH(const qint64, moment);
    QFETCH(const bool, early);
    QFETCH(const bool, stops);
    QFETCH(const QString, codes);
    static const test::KeyHandle key = test::newEcKey();
    const auto certificate = crypto::Certificate::fromDer(test::makeCertificate(spec, key));
    QVERIFY(certificate);
    const QDateTime now =
        early ? certificate->notBefore().addSecs(-moment) : certificate->notAfter().addSecs(moment);
    const Appraisal told = appraise(*certificate, use, now);
    QCOMPARE(codesOf(told), codes);
    QCOMPARE(told.obstacle.has_value(), stops);
    for (const base::Error& error : told.all()) {
        QVERIFY2(!error.hint().isEmpty(), "it says what to do");
        QVERIFY2(error.message().contains(ownerOf(*certificate)), qPrintable(error.message()));
    }
}

void TestValidity::daysLeft_data() {
    QTest::addColumn<qint64>("before");
    QTest::addColumn<int>("days");  // -1: nothing is to be said
    QTest::newRow("a year") << 365 * Day << -1;
    QTest::newRow("thirty") << 30 * Day << -1;
    QTest::newRow("twenty-nine") << 29 * Day << 29;
    QTest::newRow("today") << qint64(60) << 0;
    QTest::newRow("over since a minute") << qint64(-60) << -1;
    QTest::newRow("over") << -2 * Day << -1;
}

void TestValidity::daysLeft() {
    QFETCH(const qint64, before);
    QFETCH(const int, days);
    static const test::KeyHandle key = test::newEcKey();
    const auto certificate = crypto::Certificate::fromDer(test::makeCertificate(forLogin(), key));
    QVERIFY(certificate);
    QCOMPARE(fewDaysLeft(*certificate, certificate->notAfter().addSecs(-before)).value_or(-1), days);
}

void TestValidity::sameKindOnce() {
    using base::Error;
    using base::ErrorCode;
    QList<Error> told{Error(ErrorCode::CertificateExpiresSoon, {u"a"_qs, u"1.1."_qs})};
    addNewKinds(told, {Error(ErrorCode::CertificateExpiresSoon, {u"b"_qs, u"2.1."_qs}),
                       Error(ErrorCode::CertificateNotQualified, {u"a"_qs})});
    QCOMPARE(told.size(), 2);
    QVERIFY(told.first().message().contains(u"1.1."));
}

QTEST_GUILESS_MAIN(TestValidity)
#include "tst_Validity.moc"
