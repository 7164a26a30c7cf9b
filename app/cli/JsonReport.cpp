#include <QJsonArray>
#include <QJsonDocument>

#include "cli/Console.h"
#include "cli/JsonLine.h"
#include "cli/Report.h"
#include "cli/Shown.h"

namespace signet::cli {
namespace {

class JsonReport final : public Report {
public:
    explicit JsonReport(Extra extra) : m_extra(extra) {}

    void begin(int) override {}
    void cause(const base::Error&) override {}

    void line(const ResultLine& line) override {
        // Changed and not saved is a result and a trouble: the state stays true, the trouble is told.
        const std::optional<base::Error>& trouble = line.error ? line.error : line.saveError;
        const QString savedAs = line.saved.value(0);
        QJsonObject object{
            {QStringLiteral("sessionId"), line.isFileOnly ? QJsonValue() : QJsonValue(line.identifier)},
            {QStringLiteral("state"), toString(line.outcome)},
            {QStringLiteral("stage"), trouble ? textOrNull(base::toString(trouble->stage())) : QJsonValue()},
            {QStringLiteral("code"), trouble ? textOrNull(trouble->publicCode()) : QJsonValue()},
            {QStringLiteral("message"), trouble ? textOrNull(trouble->message()) : QJsonValue()},
            {QStringLiteral("hint"), trouble ? textOrNull(trouble->hint()) : QJsonValue()},
            {QStringLiteral("file"), textOrNull(savedAs.isEmpty() ? line.source : savedAs)},
            {QStringLiteral("source"), textOrNull(line.source)},
            {QStringLiteral("savedAs"), textOrNull(savedAs)},
        };
        if (m_extra == Extra::Files)
            object.insert(QStringLiteral("files"), QJsonArray::fromStringList(line.saved));
        if (m_extra == Extra::Validation)
            object.insert(QStringLiteral("report"),
                          line.report ? QJsonValue(toJson(*line.report)) : QJsonValue());
        writeJsonLine(object);
    }

    void summary(const RunSummary& summary) override {
        QJsonObject counts{
            {QStringLiteral("picked"), summary.outcomes.size()},
            {QStringLiteral("seconds"), summary.seconds},
            {QStringLiteral("endedBy"),
             summary.endedBy ? textOrNull(summary.endedBy->publicCode()) : QJsonValue()},
        };
        for (const Outcome outcome : summary.possible)
            counts.insert(toString(outcome), summary.count(outcome));
        if (summary.possible.contains(Outcome::Finalized))
            counts.insert(QStringLiteral("unsaved"), summary.unsaved);
        writeJsonLine({{QStringLiteral("summary"), counts}});
        if (summary.endedBy)
            Console::error(QString(inWords(*summary.endedBy) % u'\n'));
    }

private:
    Extra m_extra;
};

}  // namespace

void writeJsonLine(const QJsonObject& object) {
    Console::output(QJsonDocument(object).toJson(QJsonDocument::Compact).append('\n'));
}

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

std::unique_ptr<Report> makeJsonReport(Extra extra) {
    return std::make_unique<JsonReport>(extra);
}

}  // namespace signet::cli
