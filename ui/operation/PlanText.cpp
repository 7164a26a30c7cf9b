#include "ui/operation/PlanText.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/common/Formatting.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::Document;
using signing::Operation;
using signing::Session;
using signing::SessionState;

struct Plan {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

/** Where signatures, seals and time stamps go. */
struct Places {
    int containers = 0;
    int newContainers = 0;
    int pdfs = 0;
    int unknown = 0;
    int impossible = 0;
};

/** What a further operation meets: the result of the one before, which may have taken the place of a
 * document. */
QList<Document> documentsOf(const Session& session) {
    if (session.state == SessionState::Finalized)
        return session.results;
    return session.knownDocuments().value_or(QList<Document>());
}

bool hasContainer(const QList<Document>& documents) {
    return std::any_of(documents.begin(), documents.end(), signing::isContainer);
}

void count(Places& places, const Session& session, const Intent& intent) {
    const QList<Document> documents = documentsOf(session);
    if (obstacleFor(session, intent)) {
        ++places.impossible;
    } else if (documents.isEmpty()) {
        ++places.unknown;
    } else if (intent.operation == Operation::Archive) {
        ++(hasContainer(documents) ? places.containers : places.pdfs);
    } else {
        const auto effect = signing::effectOn(documents, intent.operation, formOf(session, intent));
        ++(effect == signing::Effect::Inside  ? places.pdfs
           : effect == signing::Effect::Added ? places.containers
                                              : places.newContainers);
    }
}

QString sentenceOf(Operation operation) {
    switch (operation) {
        case Operation::Sign:
            return Plan::tr("Your signature goes into %1.");
        case Operation::Seal:
            return Plan::tr("The seal goes into %1.");
        case Operation::Archive:
            return Plan::tr("An archive time stamp goes into %1.");
    }
    return {};
}

QString capitalised(QString clause) {
    if (!clause.isEmpty())
        clause[0] = clause[0].toUpper();
    return clause.endsWith(u'.') ? clause : QString(clause + u'.');
}

}  // namespace

bool canBePicked(const Session& session, Operation operation) {
    if (session.error && session.error->stage() == base::Stage::Pick)
        return false;
    switch (session.state) {
        case SessionState::Picked:
        case SessionState::Failed:
        case SessionState::Cancelled:
            return true;
        case SessionState::Finalized:
            return !session.done.contains(operation);
        default:
            return false;
    }
}

std::optional<base::Error> obstacleFor(const Session& session, const Intent& intent) {
    const QList<Document> documents = documentsOf(session);
    if (documents.isEmpty())
        return std::nullopt;
    if (intent.operation == Operation::Archive) {
        const auto possible = signing::checkArchivable(documents);
        return possible ? std::nullopt : std::optional(possible.error());
    }
    const auto choice = signing::plan(documents, formOf(session, intent));
    return choice ? std::nullopt : std::optional(choice.error());
}

signing::ResultForm formOf(const Session& session, const Intent& intent) {
    return session.form.value_or(intent.form);
}

bool hasOwnForm(const Session& session, const Intent& intent) {
    return session.form.has_value() && intent.operation != Operation::Archive;
}

QString planOf(const Session& session, const Intent& intent) {
    const QString plan = signing::describe(intent.operation, documentsOf(session), formOf(session, intent));
    const bool isOwn = hasOwnForm(session, intent) && !obstacleFor(session, intent);
    return isOwn ? Plan::tr("for this session: %1").arg(plan) : plan;
}

QString planSentences(const Session& session, const Intent& intent) {
    const auto obstacle = obstacleFor(session, intent);
    return obstacle ? errorParagraph(*obstacle) : capitalised(planOf(session, intent));
}

QString planOf(const QList<const Session*>& sessions, const Intent& intent) {
    if (sessions.isEmpty())
        return {};
    if (sessions.size() == 1)
        return capitalised(planOf(*sessions.first(), intent));
    Places places;
    for (const Session* session : sessions)
        count(places, *session, intent);
    QStringList parts;
    if (places.pdfs > 0)
        parts += Plan::tr("%n PDF(s)", nullptr, places.pdfs);
    if (places.containers > 0)
        parts += Plan::tr("%n container(s) that exist", nullptr, places.containers);
    if (places.newContainers > 0)
        parts += Plan::tr("%n new container(s)", nullptr, places.newContainers);
    if (places.unknown > 0)
        parts += Plan::tr("%n session(s) whose documents are not known yet", nullptr, places.unknown);
    QStringList sentences;
    if (!parts.isEmpty())
        sentences += sentenceOf(intent.operation).arg(parts.join(u", "_s));
    if (places.impossible > 0)
        sentences += Plan::tr("%n cannot be done this way: each row says why.", nullptr, places.impossible);
    return sentences.join(u' ');
}

}  // namespace signet::ui
