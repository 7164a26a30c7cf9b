#include "cli/ResumeList.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLocale>

#include "cli/Console.h"
#include "cli/JsonLine.h"
#include "cli/Shown.h"

using namespace Qt::StringLiterals;

namespace signet::cli {
namespace {

using signing::JournalBatch;
using signing::JournalEntry;
using signing::SessionState;

QString words(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QString stateInWords(const JournalEntry& entry) {
    if (entry.state == SessionState::Signed || entry.state == SessionState::Cancelled)
        return words(QT_TRANSLATE_NOOP("Cli", "signed, not sent"));
    return words(QT_TRANSLATE_NOOP("Cli", "sent, outcome not known"));
}

QString operationInWords(signing::Operation operation) {
    switch (operation) {
        case signing::Operation::Seal:
            return words(QT_TRANSLATE_NOOP("Cli", "Sealing"));
        case signing::Operation::Archive:
            return words(QT_TRANSLATE_NOOP("Cli", "Archiving"));
        case signing::Operation::Sign:
            break;
    }
    return words(QT_TRANSLATE_NOOP("Cli", "Signing"));
}

/** "Signing of 27.11.2026 17:30 at https://... (PARAUGS PĒTERIS)" */
QString heading(const JournalBatch& batch) {
    QString text =
        words(QT_TRANSLATE_NOOP("Cli", "%1, begun %2, at %3"))
            .arg(operationInWords(batch.operation),
                 QLocale().toString(batch.startedAt.toLocalTime(), QLocale::ShortFormat), oneLine(batch.api));
    if (!batch.signer.isEmpty())
        text += u" (" % oneLine(batch.signer) % u')';
    return text;
}

void listForPeople(const QList<signing::UnfinishedBatch>& batches) {
    if (batches.isEmpty())
        Console::output(
            QString(words(QT_TRANSLATE_NOOP("Cli", "Nothing is left to go on with.")) % u'\n').toUtf8());
    for (const signing::UnfinishedBatch& one : batches) {
        QString text = heading(one.batch) % u'\n';
        for (const JournalEntry& entry : one.entries) {
            const QString id = entry.session ? entry.session->toString() : QString();
            text += u"    " % shortLine(id) % u"  " % shortLine(entry.title) % u"  " % stateInWords(entry) %
                    u'\n';
        }
        Console::output(text.toUtf8());
    }
}

QJsonObject lineOf(const JournalBatch& batch, const JournalEntry& entry) {
    return {
        {u"sessionId"_s, entry.session ? QJsonValue(entry.session->toString()) : QJsonValue()},
        {u"state"_s, toString(entry.state)},
        {u"code"_s, entry.error ? textOrNull(entry.error->publicCode()) : QJsonValue()},
        {u"signed"_s, !entry.signatureValue.isEmpty()},
        {u"operation"_s, toString(batch.operation)},
        {u"title"_s, textOrNull(entry.title)},
        {u"source"_s, textOrNull(entry.file)},
        {u"service"_s, textOrNull(batch.api)},
        {u"profile"_s, textOrNull(batch.profile)},
        {u"signer"_s, textOrNull(batch.signer)},
        {u"batch"_s, batch.id},
        {u"startedAt"_s, batch.startedAt.toString(Qt::ISODate)},
        {u"changedAt"_s, entry.changedAt.toString(Qt::ISODate)},
    };
}

}  // namespace

void listUnfinished(const QList<signing::UnfinishedBatch>& batches, bool json) {
    if (!json)
        return listForPeople(batches);
    int unsent = 0;
    int sent = 0;
    for (const signing::UnfinishedBatch& one : batches) {
        for (const JournalEntry& entry : one.entries)
            writeJsonLine(lineOf(one.batch, entry));
        unsent += one.unsentCount();
        sent += one.sentCount();
    }
    writeJsonLine({{u"summary"_s, QJsonObject{{u"unsent"_s, unsent}, {u"unconfirmed"_s, sent}}}});
}

}  // namespace signet::cli
