#include "signing/batch/Choices.h"

namespace signet::signing {
namespace {

using base::Expected;
using base::Stage;

ResultForm formOf(const RunContext& ctx, const Session& session) {
    return session.form.value_or(ctx.order.form);
}

Expected<Choice> choiceFor(const RunContext& ctx, const Session& session) {
    const std::optional<QList<Document>> documents = session.knownDocuments();
    if (ctx.order.operation == Operation::Archive) {
        const Expected<void> possible = documents ? checkArchivable(*documents) : Expected<void>();
        if (!possible)
            return tl::unexpected(possible.error());
        return Choice();
    }
    const ResultForm form = formOf(ctx, session);
    if (!documents)
        return planUnseen(form);
    return plan(*documents, form);
}

}  // namespace

QList<SessionKey> undecided(const RunContext& ctx, const QList<SessionKey>& keys) {
    QList<SessionKey> found;
    for (const SessionKey key : keys) {
        const Session& session = ctx.book.session(key);
        if (dependsOnDocuments(formOf(ctx, session)) && !session.knownDocuments())
            found.append(key);
    }
    return found;
}

void choose(RunContext& ctx, const QList<SessionKey>& keys) {
    for (const SessionKey key : keys) {
        const Expected<Choice> choice = choiceFor(ctx, ctx.book.session(key));
        if (choice)
            ctx.choices.insert(key, *choice);
        else
            ctx.book.fail(key, choice.error().at(Stage::Prepare));
    }
}

}  // namespace signet::signing
