#include <QTest>

#include "cli/Arguments.h"
#include "cli/Help.h"

using namespace signet;
using namespace signet::cli;

/** The command line of `signet-cli`, as words. */
class TestArguments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrong_data();
    void wrong();
    void right_data();
    void right();
    void signCarriesEverything();
    void resumeCarriesEverything();
    void pinCareCarriesEverything();
    void forceIsAPersonsWord();
    void forms();
    void helpExplainsEveryOption();

private:
    static QStringList words(const QString& line) { return line.split(u' ', Qt::SkipEmptyParts); }
    /** Which kind of arguments. */
    template <typename Kind>
    static int kind() {
        return static_cast<int>(Arguments(Kind()).index());
    }
};

void TestArguments::wrong_data() {
    QTest::addColumn<QString>("line");
    const QString token = QStringLiteral("sign --api https://a.example --token-file t ");
    const QString service = QStringLiteral("sign --api https://a.example ");
    QTest::newRow("nothing") << QString();
    QTest::newRow("unknown command") << QStringLiteral("stamp");
    QTest::newRow("unknown option") << token + u"--session a --colour";
    QTest::newRow("stray word") << token + u"--session a b";
    QTest::newRow("no service") << QStringLiteral("sign --session a --pin-pad");
    QTest::newRow("two services") << QStringLiteral("sign --profile p --api https://a.example --session a");
    QTest::newRow("profile and token") << QStringLiteral("sign --profile p --token-env T --session a");
    QTest::newRow("no token") << service + u"--session a";
    QTest::newRow("two tokens") << token + u"--token-env T --session a";
    QTest::newRow("token and client") << token + u"--client-id c --session a";
    QTest::newRow("token and token url") << token + u"--token-url https://t.example --session a";
    QTest::newRow("client without secret")
        << service + u"--client-id c --token-url https://t.example --session a";
    QTest::newRow("client without url") << service + u"--client-id c --client-secret-file s --session a";
    QTest::newRow("secret without client")
        << service + u"--client-secret-file s --token-url https://t.example --session a";
    QTest::newRow("no sessions") << token + u"--pin-pad";
    QTest::newRow("two kinds of sessions") << token + u"--session a --file f";
    QTest::newRow("list and sessions") << token + u"--session a --sessions-from l";
    QTest::newRow("two lists") << token + u"--sessions-from l --sessions-from m";
    QTest::newRow("two pins") << token + u"--session a --pin-pad --pin-file p";
    QTest::newRow("each asked of a file") << token + u"--session a --ask-each --pin-file p";
    QTest::newRow("standard input twice") << token + u"--sessions-from - --pin-file -";
    QTest::newRow("missing value") << token + u"--session";
    QTest::newRow("forgotten value") << token + u"--session --json";
    QTest::newRow("empty value") << token + u"--session a --out=";
    QTest::newRow("flag with value") << token + u"--session a --json=1";
    QTest::newRow("flag twice") << token + u"--session a --json --json";
    QTest::newRow("no address") << QStringLiteral("sign --api somewhere --token-file t --session a");
    QTest::newRow("other scheme") << QStringLiteral("sign --api ftp://a.example --token-file t --session a");
    QTest::newRow("chunk 0") << token + u"--session a --chunk 0";
    QTest::newRow("chunk text") << token + u"--session a --chunk many";
    QTest::newRow("timeout 0") << token + u"--session a --timeout 0";
    QTest::newRow("timeout too long") << token + u"--session a --timeout 3601";
    QTest::newRow("confirm negative") << token + u"--session a --confirm-seconds -1";
    QTest::newRow("readers with a stray word") << QStringLiteral("readers all");
    QTest::newRow("readers with a foreign option") << QStringLiteral("readers --pin-pad");
    QTest::newRow("demo with a foreign option") << QStringLiteral("demo --session a");
    QTest::newRow("pin alone") << QStringLiteral("pin");
    QTest::newRow("pin with an option") << QStringLiteral("pin --json");
    QTest::newRow("pin and nothing known") << QStringLiteral("pin forget --pin 1");
    QTest::newRow("pin status of one PIN") << QStringLiteral("pin status --pin 1");
    QTest::newRow("pin change of none") << QStringLiteral("pin change");
    QTest::newRow("pin change of the PUK") << QStringLiteral("pin change --pin 3");
    QTest::newRow("pin change with a PUK") << QStringLiteral("pin change --pin 1 --puk-file p");
    QTest::newRow("pin unblock with a PIN") << QStringLiteral("pin unblock --pin 1 --pin-file p");
    QTest::newRow("pin change, file and pad") << QStringLiteral("pin change --pin 1 --pin-file p --pin-pad");
    QTest::newRow("pin change, new file and pad")
        << QStringLiteral("pin change --pin 1 --new-pin-file p --pin-pad");
    QTest::newRow("pin change, standard input twice")
        << QStringLiteral("pin change --pin 1 --pin-file - --new-pin-file -");
    QTest::newRow("pin unblock, the other last try")
        << QStringLiteral("pin unblock --pin 1 --allow-last-pin-try");
    QTest::newRow("a PIN as an argument") << QStringLiteral("pin change --pin 1 1234 8035");
    QTest::newRow("help for no care of PINs") << QStringLiteral("help pin forget");
    QTest::newRow("help for nothing") << QStringLiteral("help stamp");
    QTest::newRow("two forms") << token + u"--session a --pdf --pdf-where-possible";
    QTest::newRow("two forms again") << token + u"--session a --new-edoc --pdf-where-possible";
    const QString seal = QStringLiteral("seal --api https://a.example --token-file t --session a ");
    QTest::newRow("seal without seal") << seal + u"--auth-certificate c";
    QTest::newRow("seal without certificate") << seal + u"--pfx p";
    QTest::newRow("seal with card") << seal + u"--pfx p --auth-certificate c --pin-pad";
    QTest::newRow("seal, standard input twice")
        << QStringLiteral("seal --profile p --sessions-from - --pfx-password-file -");
    QTest::newRow("archive with card and certificate")
        << QStringLiteral("archive --profile p --session a --auth-certificate c --reader r");
    QTest::newRow("archive with a form") << QStringLiteral("archive --profile p --session a --pdf");
    QTest::newRow("validate without sessions") << QStringLiteral("validate --profile p");
    QTest::newRow("validate session and file") << QStringLiteral("validate --profile p --session a --file f");
    QTest::newRow("download a file") << QStringLiteral("download --profile p --file f --out d");
    QTest::newRow("validate into a folder") << QStringLiteral("validate --profile p --session a --out d");
    QTest::newRow("download into nowhere") << QStringLiteral("download --profile p --session a");
    QTest::newRow("resume a session") << QStringLiteral("resume --session a");
    QTest::newRow("doctor with half a service") << QStringLiteral("doctor --api https://a.example");
    QTest::newRow("doctor of a session") << QStringLiteral("doctor --session a");
    QTest::newRow("resume list and resend") << QStringLiteral("resume --list --resend");
    QTest::newRow("resume by force") << QStringLiteral("resume --force");
    QTest::newRow("resume with half a service") << QStringLiteral("resume --api https://a.example");
    QTest::newRow("resume with a token and no service") << QStringLiteral("resume --token-file t");
    QTest::newRow("resume with a secret and no service")
        << QStringLiteral("resume --client-secret-file s --token-url https://t.example");
    QTest::newRow("resume with trust in nobody") << QStringLiteral("resume --ca c.pem");
    QTest::newRow("resume with a time for no service") << QStringLiteral("resume --timeout 5");
    QTest::newRow("resume, confirm negative") << QStringLiteral("resume --confirm-seconds -1");
    QTest::newRow("module without a folder") << QStringLiteral("readers --pkcs11-module m.so");
    QTest::newRow("seal with a module")
        << seal + u"--pfx p --auth-certificate c --pkcs11-module /usr/lib/m.so";
    QTest::newRow("force twice") << token + u"--session a --force --force";
    QTest::newRow("force a look") << QStringLiteral("validate --profile p --session a --force");
    QTest::newRow("download of a file") << QStringLiteral("download --profile p --file a --out d");
}

void TestArguments::wrong() {
    QFETCH(const QString, line);
    const auto parsed = parseArguments(words(line));
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().sentence.isEmpty());
    QVERIFY(!parsed.error().sentence.contains(u'%'));
}

void TestArguments::right_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("kind");
    const QString token = QStringLiteral("sign --api https://a.example --token-file t ");
    QTest::newRow("sessions") << token + u"--session a --session b" << kind<SignArguments>();
    QTest::newRow("list") << token + u"--sessions-from -" << kind<SignArguments>();
    QTest::newRow("files") << token + u"--file a --file b --out d --pdf --new-edoc" << kind<SignArguments>();
    QTest::newRow("bad identifier") << token + u"--session=" << kind<SignArguments>();
    QTest::newRow("identifier like an option") << token + u"--session=--json" << kind<SignArguments>();
    QTest::newRow("plain http") << QStringLiteral("sign --api http://127.0.0.1:8 --token-env T --session a")
                                << kind<SignArguments>();
    QTest::newRow("seal")
        << QStringLiteral(
               "seal --api https://a.example --token-file t --session a --pfx p --auth-certificate c "
               "--pfx-password-file - --central-key k --pdf-where-possible --oaep")
        << kind<SealArguments>();
    QTest::newRow("seal with a profile")
        << QStringLiteral("seal --profile p --file f --out d") << kind<SealArguments>();
    QTest::newRow("archive") << QStringLiteral("archive --profile p --session a --out d")
                             << kind<ArchiveArguments>();
    QTest::newRow("archive with a certificate")
        << QStringLiteral("archive --profile p --session a --auth-certificate c --auth-certificate-as-pem")
        << kind<ArchiveArguments>();
    QTest::newRow("validate") << QStringLiteral("validate --profile p --sessions-from - --json")
                              << kind<ValidateArguments>();
    QTest::newRow("validate files") << QStringLiteral("validate --profile p --file f --file g")
                                    << kind<ValidateArguments>();
    QTest::newRow("download") << QStringLiteral("download --profile p --session a --session b --out d")
                              << kind<DownloadArguments>();
    QTest::newRow("resume") << QStringLiteral("resume") << kind<ResumeArguments>();
    QTest::newRow("resume list") << QStringLiteral("resume --list --json") << kind<ResumeArguments>();
    QTest::newRow("resume with a profile")
        << QStringLiteral("resume --resend --profile p --confirm-seconds 3") << kind<ResumeArguments>();
    QTest::newRow("resume with a service")
        << QStringLiteral("resume --api https://a.example --token-file - --timeout 9")
        << kind<ResumeArguments>();
    QTest::newRow("doctor") << QStringLiteral("doctor --json") << kind<DoctorArguments>();
    QTest::newRow("doctor with a profile")
        << QStringLiteral("doctor --profile p --timeout 9") << kind<DoctorArguments>();
    QTest::newRow("readers") << QStringLiteral("readers") << kind<ReadersArguments>();
    QTest::newRow("readers json") << QStringLiteral("readers --json") << kind<ReadersArguments>();
    QTest::newRow("certificates") << QStringLiteral("certificates --json") << kind<CertificatesArguments>();
    QTest::newRow("pin status") << QStringLiteral("pin status --reader r --json")
                                << kind<PinStatusArguments>();
    QTest::newRow("pin change") << QStringLiteral("pin change --pin 2") << kind<PinCareArguments>();
    QTest::newRow("pin change from files")
        << QStringLiteral("pin change --pin 1 --pin-file - --new-pin-file n --allow-last-pin-try --json")
        << kind<PinCareArguments>();
    QTest::newRow("pin unblock on the reader")
        << QStringLiteral("pin unblock --pin 2 --pin-pad --reader r") << kind<PinCareArguments>();
    QTest::newRow("pin's help") << QStringLiteral("pin --help") << kind<HelpArguments>();
    QTest::newRow("help of pin") << QStringLiteral("help pin") << kind<HelpArguments>();
    QTest::newRow("help of pin change") << QStringLiteral("help pin change") << kind<HelpArguments>();
    QTest::newRow("pin change's help") << QStringLiteral("pin change --help") << kind<HelpArguments>();
    QTest::newRow("demo") << QStringLiteral("demo") << kind<DemoArguments>();
    QTest::newRow("demo out") << QStringLiteral("demo --out d") << kind<DemoArguments>();
    QTest::newRow("help") << QStringLiteral("--help") << kind<HelpArguments>();
    QTest::newRow("help of a command") << QStringLiteral("help sign") << kind<HelpArguments>();
    QTest::newRow("help of help") << QStringLiteral("help help") << kind<HelpArguments>();
    QTest::newRow("command's help") << QStringLiteral("sign --help") << kind<HelpArguments>();
    QTest::newRow("version") << QStringLiteral("--version") << kind<VersionArguments>();
}

void TestArguments::right() {
    QFETCH(const QString, line);
    QFETCH(const int, kind);
    const auto parsed = parseArguments(words(line));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().sentence));
    QCOMPARE(static_cast<int>(parsed->index()), kind);
}

void TestArguments::signCarriesEverything() {
    const auto parsed = parseArguments(words(QStringLiteral(
        "sign --api https://a.example/x --client-id c --client-secret-file s --token-url "
        "https://t.example/token --ca ca.pem --sessions-from list --out d --pdf --new-edoc --reader r "
        "--pin-file p --allow-last-pin-try --chunk 7 --timeout 8 --confirm-seconds 0 --json")));
    QVERIFY(parsed);
    const auto& sign = std::get<SignArguments>(*parsed);
    const RunArguments& run = sign.change.run;
    QCOMPARE(run.api, QUrl(QStringLiteral("https://a.example/x")));
    const auto& service = std::get<TokenFromService>(run.authorisation);
    QCOMPARE(service.clientId, QStringLiteral("c"));
    QCOMPARE(service.secretFile, QStringLiteral("s"));
    QCOMPARE(service.tokenUrl, QUrl(QStringLiteral("https://t.example/token")));
    QCOMPARE(std::get<SessionsFromFile>(run.picks).file, QStringLiteral("list"));
    QCOMPARE(std::get<PinFromFile>(sign.pin).file, QStringLiteral("p"));
    QCOMPARE(run.caFile, QStringLiteral("ca.pem"));
    QCOMPARE(run.outputFolder, QStringLiteral("d"));
    QCOMPARE(sign.reader, QStringLiteral("r"));
    QVERIFY(sign.form == signing::ResultForm::Pdf);
    QVERIFY(sign.allowLastTry && run.json && !run.standardInputIsTaken && !sign.askEach);
    const auto each =
        parseArguments(words(QStringLiteral("sign --profile p --session a --ask-each --pin-pad")));
    QVERIFY(each && std::get<SignArguments>(*each).askEach);
    QCOMPARE(sign.change.chunkSize, 7);
    QCOMPARE(run.timeout, std::chrono::seconds(8));
    QCOMPARE(sign.change.confirmTime, std::chrono::seconds(0));
}

void TestArguments::resumeCarriesEverything() {
    const auto bare = parseArguments({QStringLiteral("resume")});
    QVERIFY(bare);
    const auto& plain = std::get<ResumeArguments>(*bare);
    QVERIFY(!plain.service && !plain.confirmTime && !plain.list && !plain.resend && !plain.json);
    const auto parsed =
        parseArguments(words(QStringLiteral("resume --resend --json --confirm-seconds 0 --api "
                                            "https://a.example --token-env T --ca c --timeout 8")));
    QVERIFY(parsed);
    const auto& resume = std::get<ResumeArguments>(*parsed);
    QVERIFY(resume.resend && resume.json && !resume.list);
    QCOMPARE(resume.confirmTime, std::chrono::seconds(0));
    QVERIFY(resume.service);
    QCOMPARE(resume.service->api, QUrl(QStringLiteral("https://a.example")));
    QCOMPARE(std::get<TokenFromEnvironment>(resume.service->authorisation).variable, QStringLiteral("T"));
    QCOMPARE(resume.service->caFile, QStringLiteral("c"));
    QCOMPARE(resume.service->timeout, std::chrono::seconds(8));
}

void TestArguments::pinCareCarriesEverything() {
    const auto parsed = parseArguments(words(QStringLiteral(
        "pin unblock --pin 2 --reader r --puk-file - --new-pin-file n --allow-last-puk-try --json")));
    QVERIFY(parsed);
    const auto& care = std::get<PinCareArguments>(*parsed);
    QVERIFY(care.deed == signing::PinOrder::Deed::Unblock && care.pin == signing::CardPin::Pin2);
    QCOMPARE(care.reader, QStringLiteral("r"));
    QCOMPARE(care.presentFile, QStringLiteral("-"));
    QCOMPARE(care.freshFile, QStringLiteral("n"));
    QVERIFY(care.allowLastTry && care.json && care.standardInputIsTaken && !care.pinPad);
    const auto plain = parseArguments(words(QStringLiteral("pin change --pin 1 --pin-pad")));
    QVERIFY(plain);
    const auto& change = std::get<PinCareArguments>(*plain);
    QVERIFY(change.deed == signing::PinOrder::Deed::Change && change.pin == signing::CardPin::Pin1);
    QVERIFY(change.pinPad && !change.allowLastTry && !change.json && !change.standardInputIsTaken);
}

void TestArguments::forceIsAPersonsWord() {
    const auto force = [](const QString& line) {
        const auto parsed = parseArguments(words(line));
        return parsed && std::visit(
                             [](const auto& given) {
                                 if constexpr (requires { given.change.force; })
                                     return given.change.force;
                                 else
                                     return false;
                             },
                             *parsed);
    };
    for (const char* command : {"sign", "seal", "archive"}) {
        const QString line = QString(QLatin1StringView(command) % QStringLiteral(" --profile p --session a"));
        QVERIFY2(!force(line), command);
        QVERIFY2(force(line + u" --force"), command);
    }
}

void TestArguments::forms() {
    using signing::ResultForm;
    const QString sign = QStringLiteral("sign --profile p --session a ");
    const QList<std::pair<QString, ResultForm>> rows{
        {QString(), ResultForm::Container},
        {u"--pdf"_qs, ResultForm::Pdf},
        {u"--new-edoc"_qs, ResultForm::NewContainer},
        {u"--pdf --new-edoc"_qs, ResultForm::Pdf},
        {u"--pdf-where-possible"_qs, ResultForm::PdfWherePossible}};
    for (const auto& [options, form] : rows) {
        const auto parsed = parseArguments(words(sign + options));
        QVERIFY(parsed);
        QVERIFY2(std::get<SignArguments>(*parsed).form == form, qPrintable(options));
    }
}

void TestArguments::helpExplainsEveryOption() {
    for (const CommandSpec& command : commands()) {
        const QString help = helpText(QString::fromLatin1(command.name));
        for (const OptionSpec& option : command.options)
            QVERIFY2(help.contains(QString(u"--" % QLatin1StringView(option.name))), option.name);
        QVERIFY(helpText({}).contains(QLatin1StringView(command.name)));
    }
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_Arguments.moc"
