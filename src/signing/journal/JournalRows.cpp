#include "signing/journal/JournalRows.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>

#include "base/ErrorJson.h"
#include "base/Log.h"
#include "signing/journal/DocumentsJson.h"

namespace signet::signing {
namespace {

constexpr qsizetype MostSearched = 1'000;  // characters of each text
constexpr QChar Between(u'\n');

/** A null QString would be NULL. */
QVariant text(const QString& value) {
    return value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value);
}

QVariant bytes(const QByteArray& value) {
    return value.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(value);
}

QVariant noText() {
    return QVariant(QMetaType::fromType<QString>());
}

std::optional<Operation> operationFrom(const QString& name) {
    const QList<Operation> all = allOperations();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&name](Operation operation) { return toString(operation) == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<SessionState> stateFrom(const QString& name) {
    const QList<SessionState> all = allSessionStates();
    const auto found =
        std::find_if(all.begin(), all.end(), [&name](SessionState state) { return toString(state) == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

/** Invalid for NULL and for what no calendar has. */
QDateTime momentFrom(const QVariant& value) {
    static const qint64 last = QDateTime(QDate(9999, 12, 31), QTime(23, 59), Qt::UTC).toMSecsSinceEpoch();
    bool isNumber = false;
    const qint64 milliseconds = value.toLongLong(&isNumber);
    if (value.isNull() || !isNumber || milliseconds < 0 || milliseconds > last)
        return {};
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

QString words(const QStringList& texts) {
    QStringList parts;
    for (const QString& part : texts)
        parts.append(folded(QStringView(part).left(MostSearched)));
    return parts.join(Between);
}

/** An error that this Signet does not know must not cost the entry, which may hold a signature. */
std::optional<base::Error> errorFrom(const QVariant& value) {
    if (value.isNull())
        return std::nullopt;
    const std::optional<base::Error> error =
        base::errorFromJson(QJsonDocument::fromJson(value.toString().toUtf8()).object());
    return error ? *error
                 : base::Error(base::ErrorCode::InternalError, {},
                               QStringLiteral("the journal keeps an error that is not known here"));
}

bool readSession(const QVariant& value, JournalEntry& entry) {
    if (value.isNull())
        return true;
    const base::Expected<base::SessionId> id = base::SessionId::parse(value.toString());
    if (!id || id->toString() != value.toString())
        return false;
    entry.session = *id;
    return true;
}

bool readBefore(const QVariant& value, JournalEntry& entry) {
    if (value.isNull())
        return true;
    entry.before = documentsFromJson(value.toString());
    return entry.before.has_value();
}

}  // namespace

const QString BatchColumns = QStringLiteral(
    "batches.id, batches.operation, batches.api, batches.profile, batches.access, batches.signer, "
    "batches.signing_certificate, batches.auth_certificate, batches.output_folder, batches.started_at, "
    "batches.ended_at");

const QString EntryColumns = QStringLiteral(
    "entries.id, entries.batch, entries.session, entries.title, entries.file, entries.state, "
    "entries.sign_as_pdf, entries.create_new_edoc, entries.documents_before, entries.digest, "
    "entries.signature, entries.error, entries.saved_as, entries.changed_at");

const QString BatchInsertion = QStringLiteral(
    "INSERT INTO batches (operation, api, profile, access, signer, signing_certificate, auth_certificate, "
    "output_folder, started_at, ended_at, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

const QString EntryInsertion = QStringLiteral(
    "INSERT INTO entries (batch, session, title, file, state, sign_as_pdf, create_new_edoc, "
    "documents_before, digest, signature, error, saved_as, changed_at, words) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

const QString EntryUpdate = QStringLiteral(
    "UPDATE entries SET session = ?, title = ?, file = ?, state = ?, sign_as_pdf = ?, create_new_edoc = ?, "
    "documents_before = ?, digest = ?, signature = ?, error = ?, saved_as = ?, changed_at = ?, words = ? "
    "WHERE id = ?");

QVariant momentValue(const QDateTime& moment) {
    return moment.isValid() ? QVariant(moment.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

QString folded(QStringView text) {
    return text.toString().normalized(QString::NormalizationForm_C).toCaseFolded();
}

QVariantList valuesOf(const JournalBatch& batch) {
    return {toString(batch.operation),
            text(batch.api),
            text(batch.profile),
            text(batch.access),
            text(batch.signer),
            bytes(batch.signingCertificate),
            bytes(batch.authCertificate),
            text(batch.outputFolder),
            momentValue(batch.startedAt),
            momentValue(batch.endedAt),
            words({batch.profile, batch.signer})};
}

QVariantList valuesOf(const JournalEntry& entry) {
    const QString session = entry.session ? entry.session->toString() : QString();
    const QVariant error =
        entry.error ? QVariant(QString::fromUtf8(
                          QJsonDocument(base::toJson(*entry.error)).toJson(QJsonDocument::Compact)))
                    : noText();
    return {entry.session ? QVariant(session) : noText(),
            text(entry.title),
            text(entry.file),
            toString(entry.state),
            entry.choice.signAsPdf ? 1 : 0,
            entry.choice.createNewEdoc ? 1 : 0,
            entry.before ? QVariant(documentsToJson(*entry.before)) : noText(),
            bytes(entry.digest),
            bytes(entry.signatureValue),
            error,
            text(entry.savedAs),
            momentValue(entry.changedAt),
            words({session, entry.title, QFileInfo(entry.file).fileName()})};
}

std::optional<JournalBatch> batchFrom(const QSqlQuery& row, int firstColumn) {
    int column = firstColumn;
    const auto next = [&row, &column] { return row.value(column++); };
    JournalBatch batch;
    batch.id = next().toLongLong();
    const std::optional<Operation> operation = operationFrom(next().toString());
    if (!operation) {
        qCWarning(base::logSigning) << "the journal's batch" << batch.id << "makes no sense";
        return std::nullopt;
    }
    batch.operation = *operation;
    batch.api = next().toString();
    batch.profile = next().toString();
    batch.access = next().toString();
    batch.signer = next().toString();
    batch.signingCertificate = next().toByteArray();
    batch.authCertificate = next().toByteArray();
    batch.outputFolder = next().toString();
    batch.startedAt = momentFrom(next());
    batch.endedAt = momentFrom(next());
    return batch;
}

std::optional<JournalEntry> entryFrom(const QSqlQuery& row, int firstColumn) {
    int column = firstColumn;
    const auto next = [&row, &column] { return row.value(column++); };
    JournalEntry entry;
    entry.id = next().toLongLong();
    entry.batch = next().toLongLong();
    const bool sessionFits = readSession(next(), entry);
    entry.title = next().toString();
    entry.file = next().toString();
    const std::optional<SessionState> state = stateFrom(next().toString());
    entry.state = state.value_or(SessionState::Picked);
    entry.choice.signAsPdf = next().toBool();
    entry.choice.createNewEdoc = next().toBool();
    const bool beforeFits = readBefore(next(), entry);
    entry.digest = next().toByteArray();
    entry.signatureValue = next().toByteArray();
    entry.error = errorFrom(next());
    entry.savedAs = next().toString();
    entry.changedAt = momentFrom(next());
    if (sessionFits && state && beforeFits)
        return entry;
    qCWarning(base::logSigning) << "the journal's entry" << entry.id << "makes no sense";
    return std::nullopt;
}

}  // namespace signet::signing
