#include "sandbox/card/Pkcs15Objects.h"

#include <openssl/x509.h>

#include <QCryptographicHash>
#include <QtEndian>

#include "sandbox/card/TlvWriter.h"

namespace signet::sandbox::pkcs15 {
namespace {

constexpr quint32 EcKeyTag = 0xA0;           // CHOICE { RSA SEQUENCE, EC [0] ... }
constexpr quint32 SubClassTag = 0xA0;        // [0] SubClassAttributes
constexpr quint32 TypeAttributesTag = 0xA1;  // [1] TypeAttributes
constexpr quint32 DirectValueTag = 0xA0;     // ObjectValue: direct [0]
constexpr quint32 RsaSpkiTag = 0xA1;         // RSAPublicKeyChoice: spki [1]
constexpr quint32 PinReferenceTag = 0x80;

// named bits
constexpr int Private = 0;
constexpr int Modifiable = 1;
constexpr int UsageSign = 2;
constexpr int UsageVerify = 6;
constexpr int UsageNonRepudiation = 9;
constexpr int AccessSensitive = 0;
constexpr int AccessAlwaysSensitive = 2;
constexpr int AccessNeverExtractable = 3;
constexpr int AccessLocal = 4;

constexpr quint8 AsciiNumeric = 1;
constexpr quint32 PinBlockLength = 12;

QByteArray path(quint16 file) {
    QByteArray bytes(2, '\0');
    qToBigEndian(file, bytes.data());
    return tlv::sequence({tlv::octets(bytes)});
}

QByteArray octet(quint8 value) {
    return tlv::octets(QByteArray(1, static_cast<char>(value)));
}

QByteArray subjectPublicKeyInfo(const EVP_PKEY* key) {
    unsigned char* der = nullptr;
    const int length = i2d_PUBKEY(key, &der);
    const QByteArray bytes(reinterpret_cast<const char*>(der), length > 0 ? length : 0);
    OPENSSL_free(der);
    return bytes;
}

/** Joins key, public key and certificate of one pair. */
QByteArray identifier(const KeyObject& object) {
    return tlv::octets(QCryptographicHash::hash(subjectPublicKeyInfo(object.key), QCryptographicHash::Sha1));
}

/** RSA objects are plain sequences, EC objects carry [0] in the sequence's place. */
quint32 objectTag(const KeyObject& object) {
    return object.kind == CardKey::Kind::P384 ? EcKeyTag : 0x30;
}

/** Retags a whole SEQUENCE (IMPLICIT tagging). */
QByteArray retagged(QByteArray sequence, quint32 tag) {
    sequence[0] = static_cast<char>(tag);
    return sequence;
}

}  // namespace

QByteArray directoryEntry(ObjectClass objects, quint16 file) {
    return tlv::node(static_cast<quint32>(objects), path(file));
}

QByteArray privateKey(const KeyObject& object) {
    const QByteArray consent = object.forSignatures ? tlv::integer(1) : QByteArray();
    const QByteArray common =
        tlv::sequence({tlv::utf8(object.label), tlv::bits({Private}), octet(object.authId), consent});
    const QByteArray usage = object.forSignatures ? tlv::bits({UsageNonRepudiation}) : tlv::bits({UsageSign});
    const QByteArray access =
        tlv::bits({AccessSensitive, AccessAlwaysSensitive, AccessNeverExtractable, AccessLocal});
    const QByteArray key = tlv::sequence({identifier(object), usage, access, tlv::integer(object.reference)});
    const QByteArray size = object.kind == CardKey::Kind::Rsa2048 ? tlv::integer(2048) : QByteArray();
    const QByteArray emptyPath = tlv::sequence({tlv::octets({})});  // the key has a reference, not a file
    const QByteArray type = tlv::node(TypeAttributesTag, tlv::sequence({emptyPath, size}));
    return tlv::node(objectTag(object), {common, key, type});
}

QByteArray publicKey(const KeyObject& object) {
    const bool rsa = object.kind == CardKey::Kind::Rsa2048;
    const QByteArray common = tlv::sequence({tlv::utf8(object.label)});
    const QByteArray usage =
        object.forSignatures ? tlv::bits({UsageVerify, UsageNonRepudiation}) : tlv::bits({UsageVerify});
    const QByteArray key = tlv::sequence({identifier(object), usage, tlv::integer(object.reference)});
    const QByteArray spki = subjectPublicKeyInfo(object.key);
    const QByteArray value = tlv::node(DirectValueTag, rsa ? retagged(spki, RsaSpkiTag) : spki);
    const QByteArray size = rsa ? tlv::integer(2048) : QByteArray();
    return tlv::node(objectTag(object),
                     {common, key, tlv::node(TypeAttributesTag, tlv::sequence({value, size}))});
}

QByteArray certificate(const KeyObject& object) {
    return tlv::sequence({tlv::sequence({tlv::utf8(object.label), tlv::bits({Modifiable})}),
                          tlv::sequence({identifier(object)}),
                          tlv::node(TypeAttributesTag, tlv::sequence({path(object.certificateFile)}))});
}

QByteArray pin(const PinObject& object) {
    // case-sensitive 0, local 1, initialized 4, needs-padding 5, unblockingPin 6, exchangeRefData 11
    const QByteArray flags = object.use == PinObject::Use::Global  ? tlv::bits({0, 4, 5, 11})
                             : object.use == PinObject::Use::Local ? tlv::bits({0, 1, 4, 5, 11})
                                                                   : tlv::bits({0, 4, 5, 6, 11});
    // [0] IMPLICIT INTEGER keeps the sign byte of 85
    const QByteArray reference =
        retagged(tlv::integer(static_cast<quint8>(object.reference)), PinReferenceTag);
    const QByteArray attributes = tlv::sequence(
        {flags, tlv::enumerated(AsciiNumeric), tlv::integer(object.shortest), tlv::integer(PinBlockLength),
         tlv::integer(PinBlockLength), reference, tlv::octets("\xFF")});
    const QByteArray unblockedBy = object.unblockedBy == 0 ? QByteArray() : octet(object.unblockedBy);
    return tlv::sequence(
        {tlv::sequence({tlv::utf8(object.label), tlv::bits({Private, Modifiable}), unblockedBy}),
         tlv::sequence({octet(object.authId)}), tlv::node(TypeAttributesTag, attributes)});
}

}  // namespace signet::sandbox::pkcs15
