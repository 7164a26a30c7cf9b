#include "cli/CardCommands.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include "cli/CardSources.h"
#include "cli/CardWait.h"
#include "cli/Console.h"
#include "cli/Interrupts.h"
#include "cli/JsonLine.h"
#include "cli/Shown.h"
#include "signing/Validity.h"

namespace signet::cli {
namespace {

using base::Error;
using base::ErrorCode;
using signing::CardDesk;
using signing::CertificateUse;
using signing::DeskReader;

QString words(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

void printLine(const QString& text) {
    Console::output(QString(text % u'\n').toUtf8());
}

QJsonValue codeOrNull(const std::optional<Error>& error) {
    return error ? QJsonValue(error->publicCode()) : QJsonValue();
}

QJsonArray codesOf(const QList<Error>& errors) {
    QJsonArray codes;
    for (const Error& error : errors)
        codes.append(error.publicCode());
    return codes;
}

/** What is known only of a card that was read. */
bool isRead(const DeskReader& reader) {
    return reader.signingCertificate.has_value();
}

void printReader(const DeskReader& reader, bool json) {
    const std::optional<Error> why = reader.obstacle();
    if (json) {
        writeJsonLine({
            {QStringLiteral("reader"), reader.name},
            {QStringLiteral("cardPresent"), reader.state != DeskReader::State::Empty},
            {QStringLiteral("usable"), !why},
            {QStringLiteral("reason"), codeOrNull(why)},
            {QStringLiteral("warnings"), codesOf(reader.warnings)},
            {QStringLiteral("contactless"), reader.contactless},
            {QStringLiteral("holder"), textOrNull(reader.holder())},
            {QStringLiteral("pin2TriesLeft"),
             reader.pin2TriesLeft ? QJsonValue(*reader.pin2TriesLeft) : QJsonValue()},
            {QStringLiteral("pinPad"), isRead(reader) ? QJsonValue(reader.pinPad) : QJsonValue()},
            {QStringLiteral("sameCardAs"), textOrNull(reader.sameCardAs)},
        });
        return;
    }
    printLine(oneLine(reader.name));
    if (!reader.holder().isEmpty())
        printLine(QString(u"    " % oneLine(reader.holder()) % u", " % oneLine(reader.cardType)));
    if (reader.pin2TriesLeft)
        printLine(QString(u"    " % QCoreApplication::translate("Cli", "Tries left for the PIN2: %n.",
                                                                nullptr, *reader.pin2TriesLeft)));
    if (reader.pinPad)
        printLine(QString(u"    " %
                          words(QT_TRANSLATE_NOOP("Cli", "PIN2 can be typed on this reader (--pin-pad)."))));
    if (!reader.sameCardAs.isEmpty())
        printLine(
            QString(u"    " %
                    words(QT_TRANSLATE_NOOP("Cli", "The card in %1, which is used unless this one is named."))
                        .arg(oneLine(reader.sameCardAs))));
    if (why)
        printLine(QString(u"    " % inWords(*why)));
    else
        printLine(QString(u"    " % words(QT_TRANSLATE_NOOP("Cli", "Ready to sign."))));
    for (const Error& warning : reader.warnings)
        printLine(QString(u"    " % asWarning(warning)));
}

void printCertificate(const QString& reader, CertificateUse use, const crypto::Certificate& certificate,
                      bool json) {
    const bool signs = use == CertificateUse::Sign;
    const signing::Appraisal told = appraise(certificate, use);
    if (json) {
        writeJsonLine({
            {QStringLiteral("reader"), reader},
            {QStringLiteral("kind"), signs ? QStringLiteral("signing") : QStringLiteral("authentication")},
            {QStringLiteral("subject"), certificate.subject()},
            {QStringLiteral("serialNumber"), textOrNull(certificate.serialNumber())},
            {QStringLiteral("notBefore"), certificate.notBefore().toString(Qt::ISODate)},
            {QStringLiteral("notAfter"), certificate.notAfter().toString(Qt::ISODate)},
            {QStringLiteral("keyType"), certificate.keyName()},
            {QStringLiteral("reason"), codeOrNull(told.obstacle)},
            {QStringLiteral("warnings"), codesOf(told.warnings)},
            {QStringLiteral("certificate"), QString::fromLatin1(certificate.toBase64())},
        });
        return;
    }
    const QLocale locale;
    const auto date = [&](const QDateTime& time) {
        return locale.toString(time.toLocalTime().date(), QLocale::ShortFormat);
    };
    const QString what = signs ? words(QT_TRANSLATE_NOOP("Cli", "for signing"))
                               : words(QT_TRANSLATE_NOOP("Cli", "for authentication"));
    printLine(QString(oneLine(reader) % u": " % what));
    printLine(QString(u"    " % oneLine(certificate.subject())));
    printLine(QString(u"    " % certificate.keyName() % u", " % date(certificate.notBefore()) % u" - " %
                      date(certificate.notAfter())));
    if (told.obstacle)
        printLine(QString(u"    " % inWords(*told.obstacle)));
    for (const Error& warning : told.warnings)
        printLine(QString(u"    " % asWarning(warning)));
}

/** Looks at all readers and cards once; `print` gives the exit code. */
Parsed<int> withCards(const QStringList& modules, const std::function<ExitCode(const CardDesk&)>& print) {
    const auto readers = cardReaders(modules);
    if (!readers)
        return tl::unexpected(readers.error());
    CardDesk desk(*readers);
    const CardWait wait(desk, [] { QCoreApplication::exit(); });
    Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::arrived, qApp, [] { QCoreApplication::exit(); });
    QCoreApplication::exec();
    if (interrupts.count() > 0)
        return ExitInterrupted;
    if (const auto problem = desk.problem()) {
        Console::error(QString(inWords(*problem) % u'\n'));
        return ExitNoCard;
    }
    return print(desk);
}

ExitCode printReaders(const CardDesk& desk, bool json) {
    for (const DeskReader& reader : desk.readers())
        printReader(reader, json);
    if (desk.readers().isEmpty())
        Console::error(QString(Error(ErrorCode::NoReader).message() % u'\n'));
    return ExitDone;
}

ExitCode printCertificates(const CardDesk& desk, bool json) {
    bool any = false;
    for (const DeskReader& reader : desk.readers()) {
        if (reader.signingCertificate)
            printCertificate(reader.name, CertificateUse::Sign, *reader.signingCertificate, json);
        if (reader.authenticationCertificate)
            printCertificate(reader.name, CertificateUse::Authenticate, *reader.authenticationCertificate,
                             json);
        any = any || reader.signingCertificate || reader.authenticationCertificate;
    }
    if (any)
        return ExitDone;
    const auto selected = desk.selected();
    const Error why = selected ? Error(ErrorCode::NoUsableCard) : selected.error();
    Console::error(QString(inWords(why) % u'\n'));
    return ExitNoCard;
}

}  // namespace

Parsed<int> runReadersCommand(const ReadersArguments& arguments) {
    return withCards(arguments.modules,
                     [&](const CardDesk& desk) { return printReaders(desk, arguments.json); });
}

Parsed<int> runCertificatesCommand(const CertificatesArguments& arguments) {
    return withCards(arguments.modules,
                     [&](const CardDesk& desk) { return printCertificates(desk, arguments.json); });
}

}  // namespace signet::cli
