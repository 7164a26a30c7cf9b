#include "JournalView.h"

#include <QRegularExpression>
#include <algorithm>

#include "crypto/EcdsaSignature.h"
#include "sandbox/service/ZipArchive.h"
#include "signing/journal/Journal.h"

namespace signet::test {

using signing::Journal;
using signing::JournalEntry;

QList<JournalEntry> pagesIn(const QString& file) {
    Journal journal(file);
    QList<JournalEntry> pages;
    const auto history = journal.history({}).result();
    if (!history)
        qWarning("the journal cannot be read: %s", qPrintable(history.error().detail()));
    for (const signing::HistoryBatch& one : history.value_or(QList<signing::HistoryBatch>()))
        pages += journal.entriesOf(one.batch.id).result().value_or(QList<JournalEntry>());
    return pages;
}

std::optional<JournalEntry> pageOf(const QString& file, const QString& session) {
    std::optional<JournalEntry> newest;
    for (const JournalEntry& page : pagesIn(file)) {
        if (page.session && page.session->toString() == session && (!newest || page.id > newest->id))
            newest = page;
    }
    return newest;
}

int countOf(const QString& file, const QStringList& sessions, signing::SessionState state) {
    QHash<QString, JournalEntry> newest;
    for (const JournalEntry& page : pagesIn(file)) {
        const QString id = page.session ? page.session->toString() : QString();
        if (sessions.contains(id) && (!newest.contains(id) || page.id > newest[id].id))
            newest.insert(id, page);
    }
    return static_cast<int>(std::count_if(newest.begin(), newest.end(),
                                          [state](const JournalEntry& page) { return page.state == state; }));
}

QList<signing::UnfinishedEntry> unfinishedIn(const QString& file) {
    return Journal(file).unfinished().result().value_or(QList<signing::UnfinishedEntry>());
}

QList<QByteArray> signatureValues(const QByteArray& container) {
    static const QRegularExpression element(
        QStringLiteral("<(?:\\w+:)?SignatureValue[^>]*>([^<]*)</(?:\\w+:)?SignatureValue>"));
    QList<QByteArray> values;
    for (const sandbox::ZipEntry& entry : sandbox::unzip(container).value_or(QList<sandbox::ZipEntry>())) {
        if (!entry.name.startsWith(QLatin1StringView("META-INF/")))
            continue;
        auto matches = element.globalMatch(QString::fromUtf8(entry.bytes));
        while (matches.hasNext())
            values.append(QByteArray::fromBase64(matches.next().captured(1).simplified().toLatin1()));
    }
    return values;
}

bool holdsJust(const QByteArray& container, const QByteArray& signatureValue) {
    const QList<QByteArray> values = signatureValues(container);
    if (values.size() != 1)
        return false;
    // XML has r||s where the service was given DER.
    const auto ecdsa = crypto::EcdsaSignature::fromRaw(values.first(), values.first().size() / 2);
    return values.first() == signatureValue || (ecdsa && ecdsa->der() == signatureValue);
}

}  // namespace signet::test
