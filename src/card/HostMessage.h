#pragma once

#include <QByteArray>
#include <QCborMap>
#include <optional>

/**
 * What signet-cardhost and its client say to each other: the same in both directions, one message after the
 * other. A message is a head of eight bytes (the lengths of what follows, each as a big-endian quint32), a
 * CBOR map (RFC 8949), and the bytes of a PIN as they are, so that they never pass through a CBOR library.
 * Whatever comes in is hostile: a module may have taken its process over.
 */
namespace signet::card::host {

constexpr qsizetype HeadLength = 8;
constexpr quint32 LongestBody = 1 << 20;
constexpr quint32 LongestSecret = 256;

struct Head {
    quint32 bodyLength = 0;
    quint32 secretLength = 0;
};

QByteArray encodeHead(const Head& head);
/** Nothing if it is not a head, or announces more than may come. */
std::optional<Head> decodeHead(QByteArrayView bytes);
/** Nothing if it is anything but one map. */
std::optional<QCborMap> decodeBody(const QByteArray& bytes);

/** Keys and values of the maps. */
namespace word {
// requests
constexpr QLatin1StringView Do("do");
constexpr QLatin1StringView Slots("slots");
constexpr QLatin1StringView Token("token");
constexpr QLatin1StringView Objects("objects");
constexpr QLatin1StringView Login("login");
constexpr QLatin1StringView Key("key");
constexpr QLatin1StringView Begin("begin");
constexpr QLatin1StringView Sign("sign");
constexpr QLatin1StringView Leave("leave");
constexpr QLatin1StringView Slot("slot");
constexpr QLatin1StringView Id("id");
constexpr QLatin1StringView Data("data");
constexpr QLatin1StringView OnPad("pad");             ///< login: the PIN is typed on the reader
constexpr QLatin1StringView ForSignature("context");  ///< login: CKU_CONTEXT_SPECIFIC
constexpr QLatin1StringView Elliptic("ec");           ///< begin: CKM_ECDSA, otherwise CKM_RSA_PKCS
// answers: one of Ok, Refused and Unusable
constexpr QLatin1StringView Ok("ok");
constexpr QLatin1StringView Refused("rv");  ///< a CK_RV; with Call, the name of the function
constexpr QLatin1StringView Call("call");
constexpr QLatin1StringView Unusable("unusable");  ///< one of the next three; with Detail
constexpr QLatin1StringView Missing("missing");
constexpr QLatin1StringView NotLoadable("not-loadable");
constexpr QLatin1StringView NotAModule("not-a-module");
constexpr QLatin1StringView Detail("detail");
constexpr QLatin1StringView Description("description");
constexpr QLatin1StringView Label("label");
constexpr QLatin1StringView Serial("serial");
constexpr QLatin1StringView Flags("flags");
constexpr QLatin1StringView ShortestPin("min");
constexpr QLatin1StringView LongestPin("max");
constexpr QLatin1StringView Certificates("certificates");
constexpr QLatin1StringView Keys("keys");
constexpr QLatin1StringView Value("value");
constexpr QLatin1StringView AlwaysAuthenticate("always");
}  // namespace word

}  // namespace signet::card::host
