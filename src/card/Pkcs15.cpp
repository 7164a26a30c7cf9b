#include "card/Pkcs15.h"

#include "card/Tlv.h"

namespace signet::card::pkcs15 {
namespace {

constexpr quint32 Integer = 0x02;
constexpr quint32 BitString = 0x03;
constexpr quint32 OctetString = 0x04;
constexpr quint32 Sequence = 0x30;
constexpr quint32 Context0 = 0xA0;
constexpr quint32 Context1 = 0xA1;

constexpr quint32 PrivateKeysTag = 0xA0;
constexpr quint32 CertificatesTag = 0xA4;
constexpr quint32 AuthObjectsTag = 0xA8;

constexpr quint32 RsaKeyTag = Sequence;
constexpr quint32 EcKeyTag = Context0;
constexpr int NonRepudiationUsage = 9;  // KeyUsageFlags (ISO 7816-15, 8.4.2)

/** The objects of one level by number and tag: how the ASN.1 of the directories is walked. */
class Level {
public:
    explicit Level(QByteArrayView bytes) : m_objects(tlvObjects(bytes)) {}

    std::optional<Tlv> at(qsizetype index) const {
        return index < m_objects.size() ? std::optional(m_objects[index]) : std::nullopt;
    }
    std::optional<QByteArrayView> first(quint32 tag) const {
        for (const Tlv& object : m_objects) {
            if (object.tag == tag)
                return object.value;
        }
        return std::nullopt;
    }
    /** The numbers of this level, in order. */
    QList<quint32> integers() const {
        QList<quint32> result;
        for (const Tlv& object : m_objects) {
            const auto number = object.tag == Integer ? tlvNumber(object.value) : std::nullopt;
            if (number)
                result.append(*number);
        }
        return result;
    }

private:
    QList<Tlv> m_objects;
};

QByteArray bytesOf(const std::optional<QByteArrayView>& value) {
    return value ? value->toByteArray() : QByteArray();
}

/** The n-th SEQUENCE of an entry: common object attributes, class attributes. */
Level attributes(QByteArrayView entry, qsizetype index) {
    const std::optional<Tlv> object = Level(entry).at(index);
    return Level(object && object->tag == Sequence ? object->value : QByteArrayView());
}

/** Path ::= SEQUENCE { path OCTET STRING, index INTEGER OPTIONAL, length [0] INTEGER OPTIONAL }. */
std::optional<FilePath> readPath(QByteArrayView sequence) {
    const Level level(sequence);
    const std::optional<QByteArrayView> name = level.first(OctetString);
    if (!name || name->size() < 2)
        return std::nullopt;
    FilePath path;
    const std::optional<quint32> file = tlvNumber(name->last(2));
    path.file = static_cast<quint16>(file.value_or(0));
    const QList<quint32> integers = level.integers();
    if (!integers.isEmpty())
        path.offset = integers.first();
    const std::optional<QByteArrayView> length = level.first(0x80);
    const std::optional<quint32> number = length ? tlvNumber(*length) : std::nullopt;
    if (number)
        path.length = *number;
    return path;
}

bool bitIsSet(const std::optional<QByteArrayView>& bitString, int bit) {
    const int byte = bit / 8 + 1;  // the first byte counts the unused bits
    if (!bitString || bitString->size() <= byte)
        return false;
    return (static_cast<quint8>((*bitString)[byte]) & (0x80 >> bit % 8)) != 0;
}

std::optional<PrivateKey> readPrivateKey(const Tlv& entry) {
    if (entry.tag != RsaKeyTag && entry.tag != EcKeyTag)
        return std::nullopt;
    const Level common = attributes(entry.value, 0);
    const Level keyAttributes = attributes(entry.value, 1);
    const QList<quint32> references = keyAttributes.integers();
    if (references.isEmpty())
        return std::nullopt;
    PrivateKey key;
    key.type = entry.tag == EcKeyTag ? crypto::KeyType::Ec : crypto::KeyType::Rsa;
    key.authId = bytesOf(common.first(OctetString));
    const QList<quint32> consent = common.integers();
    key.userConsent = !consent.isEmpty() && consent.first() > 0;
    key.id = bytesOf(keyAttributes.first(OctetString));
    key.nonRepudiation = bitIsSet(keyAttributes.first(BitString), NonRepudiationUsage);
    key.reference = static_cast<quint8>(references.first() & 0xFF);
    return key;
}

std::optional<CertificateEntry> readCertificate(const Tlv& entry) {
    if (entry.tag != Sequence)
        return std::nullopt;
    const std::optional<QByteArrayView> path = findTlv(entry.value, {Context1, Sequence, Sequence});
    const std::optional<FilePath> place = path ? readPath(*path) : std::nullopt;
    if (!place)
        return std::nullopt;
    return CertificateEntry{bytesOf(attributes(entry.value, 1).first(OctetString)), *place};
}

std::optional<PinEntry> readPin(const Tlv& entry) {
    if (entry.tag != Sequence)
        return std::nullopt;
    const std::optional<QByteArrayView> pinAttributes = findTlv(entry.value, {Context1, Sequence});
    if (!pinAttributes)
        return std::nullopt;
    const Level level(*pinAttributes);
    const QList<quint32> lengths = level.integers();  // minLength, storedLength, maxLength OPTIONAL
    const std::optional<QByteArrayView> reference = level.first(0x80);
    if (lengths.size() < 2)
        return std::nullopt;
    PinEntry pin;
    pin.authId = bytesOf(attributes(entry.value, 1).first(OctetString));
    pin.reference = static_cast<quint8>(reference ? tlvNumber(*reference).value_or(0) & 0xFF : 0);
    pin.minimumLength = static_cast<int>(lengths[0] & 0xFF);
    pin.maximumLength = static_cast<int>(lengths.size() > 2 ? lengths[2] & 0xFF : lengths[1] & 0xFF);
    return pin;
}

template <typename Entry>
QList<Entry> readEntries(QByteArrayView file, std::optional<Entry> (*readEntry)(const Tlv&)) {
    QList<Entry> entries;
    for (const Tlv& object : tlvObjects(file)) {
        std::optional<Entry> entry = readEntry(object);
        if (entry)
            entries.append(std::move(*entry));
    }
    return entries;
}

}  // namespace

ObjectDirectory readObjectDirectory(QByteArrayView file) {
    ObjectDirectory directory;
    for (const Tlv& object : tlvObjects(file)) {
        const std::optional<QByteArrayView> sequence = findTlv(object.value, {Sequence});
        const std::optional<FilePath> path = sequence ? readPath(*sequence) : std::nullopt;
        if (!path)
            continue;
        if (object.tag == PrivateKeysTag)
            directory.privateKeys.append(path->file);
        else if (object.tag == CertificatesTag)
            directory.certificates.append(path->file);
        else if (object.tag == AuthObjectsTag)
            directory.authenticationObjects.append(path->file);
    }
    return directory;
}

QList<PrivateKey> readPrivateKeys(QByteArrayView file) {
    return readEntries<PrivateKey>(file, readPrivateKey);
}

QList<CertificateEntry> readCertificates(QByteArrayView file) {
    return readEntries<CertificateEntry>(file, readCertificate);
}

QList<PinEntry> readPins(QByteArrayView file) {
    return readEntries<PinEntry>(file, readPin);
}

}  // namespace signet::card::pkcs15
