#include "card/ModuleCalls.h"

#include <p11-kit/pkcs11.h>
#include <QCborArray>
#include <QCborValue>
#include <QFileInfo>

#include <algorithm>

#include "base/OwnWords.h"
#include "base/PrintableText.h"
#include "card/CkrErrors.h"
#include "card/HostMessage.h"

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;
using base::fail;
namespace word = host::word;
using namespace std::chrono_literals;

constexpr auto ListLimit = 10s;
constexpr auto UsualLimit = 30s;
constexpr qsizetype MostSlots = 64;
constexpr qsizetype MostObjects = 64;
constexpr qsizetype LongestText = 64;
constexpr qsizetype LongestId = 256;
constexpr qsizetype LongestSignature = 2048;
constexpr int LongestUsualPin = 64;

tl::unexpected<Error> nonsense(const char* what) {
    return fail(ErrorCode::CardDataInvalid, QStringList{},
                QString(u"the module's host answered with nonsense: " % QLatin1StringView(what)));
}

/** A name in a module is shown to people: short, and without tricks. */
QString text(const QCborMap& map, QLatin1StringView key) {
    return base::printable(map.value(key).toString().left(LongestText)).simplified();
}

QCborMap about(QLatin1StringView what) {
    return {{word::Do, what}};
}

QCborMap about(QLatin1StringView what, quint64 slot) {
    return {{word::Do, what}, {word::Slot, static_cast<qint64>(slot)}};
}

Error unusable(const QCborMap& answer, const QString& name) {
    const QString why = answer.value(word::Unusable).toString();
    const char* words = QT_TRANSLATE_NOOP("CardHost", "it cannot be loaded");
    if (why == word::Missing)
        words = QT_TRANSLATE_NOOP("CardHost", "there is no such file");
    else if (why == word::NotAModule)
        words = QT_TRANSLATE_NOOP("CardHost", "it is not a PKCS#11 module");
    return Error(ErrorCode::ModuleUnusable, {name, base::ownWords("CardHost", words)},
                 answer.value(word::Detail).toString().left(4 * LongestText));
}

int pinLength(const QCborMap& map, QLatin1StringView key) {
    return static_cast<int>(std::clamp<qint64>(map.value(key).toInteger(), 0, LongestUsualPin));
}

}  // namespace

QString ModuleCalls::nameOf(const QString& module) {
    return base::printable(QFileInfo(module).baseName().left(LongestText));
}

Expected<QCborValue> ModuleCalls::call(CardHost::Request request) {
    request.stop = m_stop;
    if (m_stay)
        request.process = m_process;
    const Expected<CardHost::Answer> answer = m_host->ask(std::move(request));
    if (!answer)
        return tl::unexpected(answer.error());
    m_process = answer->process;
    if (answer->words.contains(word::Ok))
        return answer->words.value(word::Ok);
    if (answer->words.contains(word::Unusable))
        return tl::unexpected(unusable(answer->words, name()));
    const QCborValue refused = answer->words.value(word::Refused);
    if (!refused.isInteger())
        return nonsense("neither a value nor a refusal");
    return tl::unexpected(
        ckrError(static_cast<quint64>(refused.toInteger()), text(answer->words, word::Call)));
}

Expected<QList<ModuleSlot>> ModuleCalls::slotsWithTokens() {
    const auto answer = call({.words = about(word::Slots), .limit = ListLimit});
    if (!answer)
        return tl::unexpected(answer.error());
    const QCborArray array = answer->toArray();
    if (!answer->isArray() || array.size() > MostSlots)
        return nonsense("slots");
    QList<ModuleSlot> found;
    for (const QCborValue& each : array) {
        const QCborMap map = each.toMap();
        if (!map.value(word::Slot).isInteger() || !map.value(word::Description).isString())
            return nonsense("a slot");
        found.append({static_cast<quint64>(map.value(word::Slot).toInteger()), text(map, word::Description)});
    }
    return found;
}

Expected<ModuleToken> ModuleCalls::token(quint64 slot) {
    const auto answer = call({.words = about(word::Token, slot), .limit = ListLimit});
    if (!answer)
        return tl::unexpected(answer.error());
    const QCborMap map = answer->toMap();
    if (!map.value(word::Flags).isInteger())
        return nonsense("a token");
    const auto flags = static_cast<CK_FLAGS>(map.value(word::Flags).toInteger());
    ModuleToken token;
    token.label = text(map, word::Label);
    token.serial = text(map, word::Serial);
    token.initialised = (flags & CKF_TOKEN_INITIALIZED) != 0;
    token.pinPad = (flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
    if ((flags & CKF_USER_PIN_LOCKED) != 0)
        token.pin = ModuleToken::Pin::Blocked;
    else if ((flags & CKF_USER_PIN_FINAL_TRY) != 0)
        token.pin = ModuleToken::Pin::LastTry;
    token.shortestPin = std::max(1, pinLength(map, word::ShortestPin));
    token.longestPin = std::max(token.shortestPin, pinLength(map, word::LongestPin));
    return token;
}

Expected<ModuleObjects> ModuleCalls::objects(quint64 slot) {
    const auto answer = call({.words = about(word::Objects, slot), .limit = UsualLimit});
    if (!answer)
        return tl::unexpected(answer.error());
    const QCborArray certificates = answer->toMap().value(word::Certificates).toArray();
    const QCborArray keys = answer->toMap().value(word::Keys).toArray();
    if (certificates.size() > MostObjects || keys.size() > MostObjects)
        return nonsense("objects");
    ModuleObjects objects;
    for (const QCborValue& each : certificates) {
        const QByteArray id = each.toMap().value(word::Id).toByteArray();
        auto certificate = crypto::Certificate::fromDer(each.toMap().value(word::Value).toByteArray());
        if (certificate && id.size() <= LongestId)  // one that nobody can read is of no use to anybody
            objects.certificates.append({id, std::move(*certificate)});
    }
    for (const QCborValue& each : keys)
        objects.signingKeys.append(each.toByteArray().left(LongestId));
    return objects;
}

Expected<void> ModuleCalls::login(quint64 slot, const base::SecretBytes* pin, For what,
                                  std::chrono::milliseconds limit) {
    QCborMap words = about(word::Login, slot);
    words.insert(word::OnPad, pin == nullptr);
    words.insert(word::ForSignature, what == For::Signature);
    const auto answer = call({.words = std::move(words),
                              .secret = pin == nullptr ? base::SecretBytes() : pin->clone(),
                              .limit = limit});
    if (!answer)
        return tl::unexpected(answer.error());
    return {};
}

Expected<bool> ModuleCalls::takeKey(quint64 slot, const QByteArray& id) {
    QCborMap words = about(word::Key, slot);
    words.insert(word::Id, id);
    const auto answer = call({.words = std::move(words), .limit = UsualLimit});
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->isNull())
        return fail(ErrorCode::CardNoSigningKey);
    const QCborValue always = answer->toMap().value(word::AlwaysAuthenticate);
    if (!always.isBool())
        return nonsense("a key");
    return always.toBool();
}

Expected<void> ModuleCalls::beginSignature(quint64 slot, bool elliptic) {
    QCborMap words = about(word::Begin, slot);
    words.insert(word::Elliptic, elliptic);
    const auto answer = call({.words = std::move(words), .limit = UsualLimit});
    if (!answer)
        return tl::unexpected(answer.error());
    return {};
}

Expected<QByteArray> ModuleCalls::sign(quint64 slot, const QByteArray& data) {
    QCborMap words = about(word::Sign, slot);
    words.insert(word::Data, data);
    const auto answer = call({.words = std::move(words), .limit = UsualLimit});
    if (!answer)
        return tl::unexpected(answer.error());
    if (!answer->isByteArray() || answer->toByteArray().size() > LongestSignature)
        return nonsense("a signature");
    return answer->toByteArray();
}

Expected<void> ModuleCalls::leave(quint64 slot) {
    const auto answer = call({.words = about(word::Leave, slot), .limit = ListLimit});
    if (!answer)
        return tl::unexpected(answer.error());
    return {};
}

}  // namespace signet::card
