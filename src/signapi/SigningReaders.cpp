#include <QLatin1StringView>

#include "base/Base64.h"
#include "base/Log.h"
#include "signapi/CallReaders.h"
#include "signapi/ServiceWords.h"
#include "signapi/SessionEntries.h"

namespace signet::signapi {
namespace {

using base::Error;
using base::ErrorCode;
using base::SessionId;
using Result = ChangeOutcome::Result;

constexpr qsizetype LongestDigestText = 4096;

base::Expected<crypto::Digest> readDigest(const QJsonObject& entry) {
    const QJsonValue error = entry.value(u"error");
    if (isError(error))
        return tl::unexpected(sessionError(error, 200));
    const QJsonValue value = entry.contains(u"digest") ? entry.value(u"digest") : entry.value(u"diggest");
    if (!isError(value))
        return base::fail(ErrorCode::DigestMissing);
    const QByteArray text = value.toString().toUtf8();
    const auto bytes = text.size() > LongestDigestText ? std::nullopt : base::decodeBase64(text);
    if (!bytes)
        return base::fail(ErrorCode::DigestInvalid, QStringList{}, base::redacted(value.toString(), 200));
    return crypto::Digest::fromBytes(*bytes);
}

base::Expected<crypto::Digest> digestFrom(const QList<QJsonObject>& entries) {
    if (entries.isEmpty())
        return base::fail(ErrorCode::AnswerIncomplete);
    if (entries.size() > 1)
        return base::fail(ErrorCode::AnswerRepeated);
    return readDigest(entries.first());
}

/** Names as they are written somewhere: "SHA-256", "sha_256", "http://www.w3.org/2001/04/xmlenc#sha256". */
QString plainName(QString name) {
    name = name.mid(name.lastIndexOf(u'#') + 1).toLower();
    return name.remove(u'-').remove(u'_');
}

void compareAlgorithm(const QJsonValue& payload, const QList<SessionDigest>& digests) {
    const QString told = plainName(textOf(payload.toObject().value(u"algorithm"), 200));
    if (told.isEmpty())
        return;
    for (const SessionDigest& entry : digests) {
        if (!entry.digest)
            continue;
        const QString found = plainName(crypto::toString(entry.digest->algorithm()));
        // The length decides (it has to fit the key); the name is only worth a note.
        if (found != told)
            qCInfo(base::logService).noquote()
                << "the answer says" << base::redacted(told, 80) << "but the digest's length says" << found;
        return;
    }
}

/** An error that says nothing is no account of what happened. */
bool saysSomething(const QJsonValue& error) {
    return !wordsOf(error).isEmpty();
}

ChangeOutcome outcomeFrom(const SessionId& session, const QList<QJsonObject>& entries) {
    if (entries.isEmpty())
        return {session, Result::Missing, Error(ErrorCode::AnswerIncomplete)};
    if (entries.size() > 1)
        return {session, Result::Contradictory, Error(ErrorCode::AnswerRepeated)};
    const QJsonValue error = entries.first().value(u"error");
    if (!isError(error))
        return {session, Result::Finalized, std::nullopt};
    if (!saysSomething(error))
        return {session, Result::Contradictory, Error(ErrorCode::AnswerUnreadable)};
    return {session, Result::Failed, sessionError(error, 200)};
}

}  // namespace

Answer<QList<SessionDigest>> readDigests(const Payload& payload, const QList<SessionId>& asked) {
    if (payload.withoutDetails || !(payload.value.isObject() || payload.value.isArray()))
        return tl::unexpected(
            unusable(payload, ErrorCode::AnswerUnreadable, QStringLiteral("no list of session digests")));
    const QJsonArray list =
        listOf(payload.value, {QLatin1StringView("sessionDigests"), QLatin1StringView("sessionDigest")});
    const SessionEntries entries(list, asked);
    QList<SessionDigest> digests;
    for (const SessionId& session : asked)
        digests.append(SessionDigest{session, digestFrom(entries.of(session))});
    compareAlgorithm(payload.value, digests);
    return digests;
}

QList<ChangeOutcome> readOutcomes(const Payload& payload, const QList<SessionId>& asked) {
    QList<ChangeOutcome> outcomes;
    const SessionEntries entries(listOf(payload.value, {QLatin1StringView("results")}), asked);
    for (const SessionId& session : asked) {
        if (payload.withoutDetails)
            outcomes.append(ChangeOutcome{session, Result::Accepted, std::nullopt});
        else
            outcomes.append(outcomeFrom(session, entries.of(session)));
    }
    // Of a request for one session an error without a name can only mean that one; but it is not said.
    if (asked.size() == 1 && outcomes.first().result == Result::Missing && !entries.unnamed().isEmpty()) {
        const QJsonValue error = entries.unnamed().first().value(u"error");
        if (isError(error))
            outcomes.first() = {asked.first(), Result::Contradictory, sessionError(error, 200)};
    }
    return outcomes;
}

}  // namespace signet::signapi
