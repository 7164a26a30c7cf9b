#include "cli/DoctorCommand.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFutureWatcher>

#include "cli/CardSources.h"
#include "cli/CardWait.h"
#include "cli/Console.h"
#include "cli/ExitCode.h"
#include "cli/Interrupts.h"
#include "cli/JsonLine.h"
#include "cli/ServiceAccess.h"
#include "cli/Shown.h"
#include "signing/Checkup.h"

namespace signet::cli {
namespace {

using signing::Finding;
using Verdict = Finding::Verdict;

QString words(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QString verdictWord(Verdict verdict) {
    switch (verdict) {
        case Verdict::Good:
            return words(QT_TRANSLATE_NOOP("Cli", "good"));
        case Verdict::Warning:
            return words(QT_TRANSLATE_NOOP("Cli", "warning"));
        case Verdict::Trouble:
            return words(QT_TRANSLATE_NOOP("Cli", "trouble"));
        case Verdict::Skipped:
            break;
    }
    return words(QT_TRANSLATE_NOOP("Cli", "not checked"));
}

void tell(const Finding& finding) {
    QString text = verdictWord(finding.verdict) % u"  " % subjectName(finding.subject);
    if (!finding.about.isEmpty())
        text += u" (" % shortLine(finding.about) % u')';
    text += u": " % oneLine(finding.words) % u'\n';
    if (finding.error && !finding.error->hint().isEmpty())
        text += u"    " % oneLine(finding.error->hint()) % u'\n';
    Console::output(text.toUtf8());
}

void tellAsJson(const Finding& finding) {
    const auto& error = finding.error;
    writeJsonLine({{QStringLiteral("subject"), toString(finding.subject)},
                   {QStringLiteral("verdict"), toString(finding.verdict)},
                   {QStringLiteral("about"), textOrNull(finding.about)},
                   {QStringLiteral("message"), finding.words},
                   {QStringLiteral("code"), error ? QJsonValue(error->publicCode()) : QJsonValue()},
                   {QStringLiteral("hint"), error ? textOrNull(error->hint()) : QJsonValue()}});
}

void summarize(const QList<Finding>& findings, bool json) {
    const int troubles = count(findings, Verdict::Trouble);
    const int warnings = count(findings, Verdict::Warning);
    if (json)
        return writeJsonLine(
            {{QStringLiteral("summary"), QJsonObject{{QStringLiteral("good"), count(findings, Verdict::Good)},
                                                     {QStringLiteral("warnings"), warnings},
                                                     {QStringLiteral("troubles"), troubles}}}});
    const QString text = troubles + warnings == 0
                             ? words(QT_TRANSLATE_NOOP("Cli", "Nothing is wrong."))
                             : words(QT_TRANSLATE_NOOP("Cli", "Troubles: %1. Warnings: %2."))
                                   .arg(QString::number(troubles), QString::number(warnings));
    Console::output(QString(text % u'\n').toUtf8());
}

/** Waits for cards and service at the same time; nothing after an interrupt. */
QList<Finding> lookAround(signing::ServiceDesk& service, std::shared_ptr<card::CardReaders> readers,
                          const Interrupts& interrupts) {
    signing::CardDesk desk(std::move(readers));
    QList<Finding> ofService;
    int open = 2;
    const auto ended = [&open] {
        if (--open == 0)
            QCoreApplication::exit();
    };
    const CardWait wait(desk, ended);
    QFutureWatcher<base::Expected<QList<Finding>>> answer;
    QObject::connect(&answer, &QFutureWatcherBase::finished, &answer, [&] {
        ofService = answer.result().value_or(QList<Finding>());
        ended();
    });
    answer.setFuture(signing::checkService(service));
    QObject::connect(&interrupts, &Interrupts::arrived, qApp, [] { QCoreApplication::exit(); });
    if (interrupts.count() == 0)
        QCoreApplication::exec();
    return cardFindings(desk.problem(), desk.readers(), QDateTime::currentDateTimeUtc()) + ofService;
}

}  // namespace

Parsed<int> runDoctorCommand(const DoctorArguments& arguments) {
    const auto readers = cardReaders(arguments.modules);
    if (!readers)
        return tl::unexpected(readers.error());
    Interrupts interrupts;
    signing::ServiceDesk service;
    if (arguments.service) {
        Parsed<ServiceAccess> access = serviceAccess(*arguments.service);
        if (!access)
            return tl::unexpected(access.error());
        if (const auto complete = completeSecret(*access, *arguments.service, interrupts); !complete)
            return tl::unexpected(complete.error());
        if (const auto connected = connectTo(service, std::move(*access), interrupts); !connected)
            return tl::unexpected(connected.error());
    }
    const QList<Finding> findings = lookAround(service, *readers, interrupts);
    if (interrupts.count() > 0)
        return ExitInterrupted;
    for (const Finding& finding : findings) {
        if (arguments.json)
            tellAsJson(finding);
        else
            tell(finding);
    }
    summarize(findings, arguments.json);
    return count(findings, Verdict::Trouble) > 0 ? ExitNotAll : ExitDone;
}

}  // namespace signet::cli
