#include "signapi/TokenAnswer.h"

#include <QJsonDocument>
#include <cmath>

#include "signapi/AnswerReader.h"
#include "signapi/ServiceWords.h"
#include "signapi/TokenText.h"

namespace signet::signapi {
namespace {

using base::Error;
using base::ErrorCode;
using base::SecretBytes;

/** Where the text of `"access_token": "..."` stands in a body; the JSON reader would leave copies behind. */
struct Place {
    qsizetype begin = -1;
    qsizetype end = -1;
};

qsizetype skipSpace(const QByteArray& body, qsizetype at) {
    while (at < body.size() && std::strchr(" \t\r\n", body[at]) != nullptr && body[at] != '\0')
        ++at;
    return at;
}

Place tokenPlace(const QByteArray& body) {
    constexpr QByteArrayView Name("\"access_token\"");
    for (qsizetype at = body.indexOf(Name); at >= 0; at = body.indexOf(Name, at + 1)) {
        qsizetype next = skipSpace(body, at + Name.size());
        if (next >= body.size() || body[next] != ':')
            continue;
        next = skipSpace(body, next + 1);
        if (next >= body.size() || body[next] != '"')
            continue;
        const qsizetype end = body.indexOf('"', next + 1);
        return {next + 1, end < 0 ? body.size() : end};
    }
    return {};
}

/** Takes the token out and leaves stars. */
SecretBytes takeToken(QByteArray& body) {
    const Place place = tokenPlace(body);
    if (place.begin < 0)
        return {};
    SecretBytes whole(static_cast<std::size_t>(place.end - place.begin));
    std::size_t size = 0;
    for (qsizetype i = place.begin; i < place.end; ++i) {
        const bool escapedSlash = body[i] == '\\' && i + 1 < place.end && body[i + 1] == '/';
        if (!escapedSlash)
            whole.bytes()[size++] = static_cast<unsigned char>(body[i]);
    }
    std::fill(body.begin() + place.begin, body.begin() + place.end, '*');
    return SecretBytes(whole.view().first(static_cast<qsizetype>(size)));
}

std::chrono::seconds lifeOf(const QJsonValue& value) {
    constexpr double Default = 300;
    constexpr double Longest = 86'400;
    bool isNumber = value.isDouble();
    double seconds = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || !(seconds > 0))
        seconds = Default;
    return std::chrono::seconds(static_cast<qint64>(std::ceil(std::min(seconds, Longest))));
}

Error refused(const HttpReply& reply, const QJsonObject& body) {
    const ServiceWords words = wordsOfBody(body);
    return Error(ErrorCode::TokenRefused, {}, excerpt(reply))
        .withServiceWords(words.code, words.message, reply.status);
}

Error invalid(const HttpReply& reply, const QString& why) {
    return Error(ErrorCode::TokenAnswerInvalid, {}, QString(why % u"; " % excerpt(reply)))
        .withServiceWords({}, {}, reply.status);
}

Error errorOfStatus(const HttpReply& reply, const QJsonObject& body) {
    if (reply.status == 400 || reply.status == 401 || reply.status == 403) {
        if (!isWebPage(reply) || reply.status == 401)
            return refused(reply, body);
    }
    if (reply.status == 404 && !isWebPage(reply))
        return invalid(reply, QStringLiteral("no token endpoint at this address"));
    const Answer<Payload> read = readAnswer(reply);
    return read ? invalid(reply, QStringLiteral("unexpected status")) : read.error().error;
}

/** application/x-www-form-urlencoded: a blank is a plus. */
SecretBytes formEncoded(QByteArrayView text) {
    constexpr QByteArrayView Digits("0123456789ABCDEF");
    SecretBytes encoded(static_cast<std::size_t>(text.size()) * 3);
    std::size_t size = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_';
        if (plain || c == ' ') {
            encoded.bytes()[size++] = plain ? byte : '+';
            continue;
        }
        encoded.bytes()[size++] = '%';
        encoded.bytes()[size++] = static_cast<unsigned char>(Digits[byte >> 4]);
        encoded.bytes()[size++] = static_cast<unsigned char>(Digits[byte & 15]);
    }
    return SecretBytes(encoded.view().first(static_cast<qsizetype>(size)));
}

SecretBytes joined(QByteArrayView first, QByteArrayView second) {
    SecretBytes result(static_cast<std::size_t>(first.size() + second.size()));
    const auto rest = std::copy(first.begin(), first.end(), result.bytes().begin());
    std::copy(second.begin(), second.end(), rest);
    return result;
}

}  // namespace

base::Expected<TokenGrant> readTokenAnswer(HttpReply& reply) {
    SecretBytes token = takeToken(reply.body);
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    if (reply.status / 100 != 2)
        return tl::unexpected(errorOfStatus(reply, body));
    if (isWebPage(reply))
        return tl::unexpected(unreadable(reply, QStringLiteral("no JSON")).error);
    if (isError(body.value(u"error")))
        return tl::unexpected(refused(reply, body));
    if (!body.value(u"access_token").isString() || !isUsableToken(token.view()))
        return tl::unexpected(invalid(reply, QStringLiteral("no usable token")));
    const QString type = textOf(body.value(u"token_type"));
    if (!type.isEmpty() && type.compare(u"bearer", Qt::CaseInsensitive) != 0)
        return tl::unexpected(invalid(reply, QStringLiteral("not a bearer token")));
    return TokenGrant{std::make_shared<const SecretBytes>(std::move(token)),
                      lifeOf(body.value(u"expires_in"))};
}

std::shared_ptr<const SecretBytes> basicCredentials(const QString& clientId, const SecretBytes& secret,
                                                    bool encode) {
    const QByteArray id = clientId.toUtf8();
    const SecretBytes user = encode ? formEncoded(id) : SecretBytes(QByteArrayView(id));
    const SecretBytes password = encode ? formEncoded(secret.view()) : secret.clone();
    const SecretBytes pair = joined(joined(user.view(), ":").view(), password.view());
    QByteArray text = QByteArray::fromRawData(pair.view().data(), pair.view().size()).toBase64();
    const SecretBytes base64 = SecretBytes::takeFrom(text);
    return std::make_shared<const SecretBytes>(joined("Basic ", base64.view()));
}

}  // namespace signet::signapi
