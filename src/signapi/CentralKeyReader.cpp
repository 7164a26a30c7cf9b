#include <QLatin1StringView>
#include <array>

#include "signapi/CallReaders.h"
#include "signapi/ServiceWords.h"

namespace signet::signapi {
namespace {

using crypto::RsaPublicKey;

constexpr qsizetype LongestKeyText = 64 * 1024;

/** The texts that may be the key: the payload itself, or its members of the names that were seen. */
QStringList candidates(const QJsonValue& payload) {
    constexpr std::array Names{QLatin1StringView("publicKey"), QLatin1StringView("public_key"),
                               QLatin1StringView("key"), QLatin1StringView("certificate")};
    QStringList texts;
    if (payload.isString())
        texts.append(textOf(payload, LongestKeyText));
    for (const QLatin1StringView name : Names) {
        const QString text = textOf(payload.toObject().value(name), LongestKeyText);
        if (!text.isEmpty())
            texts.append(text);
    }
    return texts;
}

}  // namespace

Answer<RsaPublicKey> readCentralKey(const Payload& payload) {
    QString why = QStringLiteral("no key in it");
    for (const QString& text : candidates(payload.value)) {
        base::Expected<RsaPublicKey> key = RsaPublicKey::fromAnyEncoding(text.toUtf8());
        if (key)
            return *std::move(key);
        why = key.error().detail();
    }
    return tl::unexpected(unusable(payload, base::ErrorCode::CentralKeyInvalid, why));
}

}  // namespace signet::signapi
