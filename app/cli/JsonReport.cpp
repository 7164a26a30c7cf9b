#include <QJsonDocument>

#include "cli/Console.h"
#include "cli/JsonLine.h"
#include "cli/Report.h"

namespace signet::cli {
namespace {

using signing::Session;

constexpr qsizetype LongestIdentifier = 1024;

/** What was entered as it was, up to a length that is certainly no identifier any more. */
QString identifierOf(const Session& session) {
    return session.id ? session.id->toString() : session.entered.left(LongestIdentifier);
}

/** The identifier as it was entered, even an empty one; null where the service never gave one to a file. */
QJsonValue identifierValue(const Session& session) {
    const bool isFileOnly = !session.id && !session.file.isEmpty();
    return isFileOnly ? QJsonValue() : QJsonValue(identifierOf(session));
}

/** Finalized and not saved is a result and a trouble: the state stays true, the trouble is told. */
const std::optional<base::Error>& troubleOf(const Session& session) {
    return session.error ? session.error : session.saveError;
}

class JsonReport final : public Report {
public:
    void session(const Session& session) override {
        m_unsaved += session.saveError ? 1 : 0;
        const std::optional<base::Error>& trouble = troubleOf(session);
        const bool saved = !session.savedAs.isEmpty();
        writeJsonLine({
            {QStringLiteral("sessionId"), identifierValue(session)},
            {QStringLiteral("state"), toString(session.state)},
            {QStringLiteral("stage"), trouble ? textOrNull(base::toString(trouble->stage())) : QJsonValue()},
            {QStringLiteral("code"), trouble ? textOrNull(trouble->publicCode()) : QJsonValue()},
            {QStringLiteral("message"), trouble ? textOrNull(trouble->message()) : QJsonValue()},
            {QStringLiteral("hint"), trouble ? textOrNull(trouble->hint()) : QJsonValue()},
            {QStringLiteral("file"), textOrNull(saved ? session.savedAs : session.file)},
            {QStringLiteral("source"), textOrNull(session.file)},
            {QStringLiteral("savedAs"), textOrNull(session.savedAs)},
        });
    }

    void summary(const signing::BatchSummary& summary) override {
        const QJsonObject counts{
            {QStringLiteral("picked"), summary.picked},
            {QStringLiteral("finalized"), summary.finalized},
            {QStringLiteral("failed"), summary.failed},
            {QStringLiteral("unconfirmed"), summary.unconfirmed},
            {QStringLiteral("cancelled"), summary.cancelled},
            {QStringLiteral("unsaved"), m_unsaved},
            {QStringLiteral("seconds"), summary.seconds},
            {QStringLiteral("endedBy"),
             summary.endedBy ? textOrNull(summary.endedBy->publicCode()) : QJsonValue()},
        };
        writeJsonLine({{QStringLiteral("summary"), counts}});
    }

private:
    int m_unsaved = 0;
};

}  // namespace

void writeJsonLine(const QJsonObject& object) {
    Console::output(QJsonDocument(object).toJson(QJsonDocument::Compact).append('\n'));
}

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

std::unique_ptr<Report> makeJsonReport() {
    return std::make_unique<JsonReport>();
}

}  // namespace signet::cli
