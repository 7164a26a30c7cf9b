#include "sandbox/card/CardPersonaliser.h"

#include <QCryptographicHash>
#include <QtEndian>

#include "sandbox/card/Pkcs15Objects.h"
#include "sandbox/card/TlvWriter.h"

namespace signet::sandbox {
namespace {

constexpr quint16 DocumentNumberFile = 0xD003;
constexpr quint16 ObjectDirectoryFile = 0x5031;

/** Where the directories of one application lie. */
struct ApplicationPlan {
    quint16 id;
    const char* aid;
    quint16 authObjects;
    quint16 privateKeys;
    quint16 publicKeys;
    quint16 certificates;
    quint16 dataObjects;
    quint16 placeHolder;
};

// Recorded on real cards, but for the public keys and data objects, whose place lies between the recorded
// ones.
constexpr const char* MainAid = "A000000077010800070000FE00000100";
constexpr ApplicationPlan Authentication{
    Adf1Id, "E828BD080FF2504F5420415750", 0x7001, 0x7002, 0x7003, 0x7005, 0x7006, 0x3401};
constexpr ApplicationPlan Signature{
    Adf2Id, "51534344204170706C69636174696F6E", 0x7011, 0x7012, 0x7013, 0x7015, 0x7016, 0x341F};

QByteArray objectDirectory(const ApplicationPlan& plan) {
    using pkcs15::directoryEntry;
    using pkcs15::ObjectClass;
    return directoryEntry(ObjectClass::AuthObjects, plan.authObjects) +
           directoryEntry(ObjectClass::PrivateKeys, plan.privateKeys) +
           directoryEntry(ObjectClass::PublicKeys, plan.publicKeys) +
           directoryEntry(ObjectClass::Certificates, plan.certificates) +
           directoryEntry(ObjectClass::DataObjects, plan.dataObjects);
}

DedicatedFile application(const ApplicationPlan& plan, const pkcs15::KeyObject& key,
                          const QByteArray& pinObjects, const QByteArray& certificateDer, bool hasPlaceHolder,
                          const VirtualCardOptions& options) {
    const QByteArray padding(options.paddingAfterRecords, '\0');
    DedicatedFile directory{plan.id, QByteArray::fromHex(plan.aid), {}};
    directory.files = {
        {ObjectDirectoryFile, objectDirectory(plan) + padding},
        {plan.authObjects, pinObjects + padding},
        {plan.privateKeys, pkcs15::privateKey(key) + padding},
        {plan.publicKeys, pkcs15::publicKey(key) + padding},
        {plan.certificates, pkcs15::certificate(key) + padding},
        {plan.dataObjects, QByteArray()},
        {key.certificateFile, certificateDer},
    };
    if (hasPlaceHolder)
        directory.files.append({plan.placeHolder, QByteArray(1, '\0')});
    return directory;
}

/** Every card has a number of its own: two letters and seven digits. */
QByteArray documentNumber(const CardIdentity& identity, const PersonalisationPlan& plan) {
    constexpr quint32 Numbers = 10'000'000;
    const QByteArray digest =
        QCryptographicHash::hash(identity.signing.certificateDer, QCryptographicHash::Sha256);
    return plan.numberPrefix +
           QByteArray::number(qFromBigEndian<quint32>(digest.constData()) % Numbers).rightJustified(7, '0');
}

DedicatedFile mainDirectory(const CardIdentity& identity, const PersonalisationPlan& plan,
                            const VirtualCardOptions& options) {
    DedicatedFile directory{MainId, QByteArray::fromHex(MainAid), {}};
    if (options.hasDocumentNumber) {
        const QByteArray number =
            options.documentNumber.isEmpty() ? documentNumber(identity, plan) : options.documentNumber;
        directory.files.append({DocumentNumberFile, tlv::octets(number)});
    }
    return directory;
}

}  // namespace

const PersonalisationPlan& planOf(CardPersonalisation personalisation) {
    static const QByteArray cosmo8 = QByteArray::fromHex("3BDB960080B1FE451F830012428F536549440F900020");
    static const QByteArray cosmoX = QByteArray::fromHex("3BDC960080B1FE451F830012428F54654944320F900012");
    static const PersonalisationPlan cosmo8Rsa{cosmo8, CardKey::Kind::Rsa2048, 0x81, 0x9F, 0x3401, 0x341F,
                                               false};
    static const PersonalisationPlan cosmo8Ec{cosmo8, CardKey::Kind::P384, 0x82, 0x9E, 0x3402, 0x341E, true};
    static const PersonalisationPlan cosmoXEc{cosmoX, CardKey::Kind::P384, 0x82, 0x9E, 0x3401, 0x341F, false};
    const auto estonian = [](const char* atr) {
        return PersonalisationPlan{
            QByteArray::fromHex(atr), CardKey::Kind::P384, 0x81, 0x9F, 0x3401, 0x341F, false, 5, "AS",
            "Isikutuvastus",          "Allkirjastamine"};
    };
    static const auto estonian8 = estonian("3BDB960080B1FE451F830012233F536549440F9000F1");
    static const auto estonianX = estonian("3BDC960080B1FE451F830012233F54654944320F9000C3");
    switch (personalisation) {
        case CardPersonalisation::Cosmo8Rsa:
            return cosmo8Rsa;
        case CardPersonalisation::Cosmo8Ec:
            return cosmo8Ec;
        case CardPersonalisation::EstonianCosmo8:
            return estonian8;
        case CardPersonalisation::EstonianCosmoX:
            return estonianX;
        case CardPersonalisation::CosmoXEc:
            break;
    }
    return cosmoXEc;
}

QList<DedicatedFile> personalise(const CardIdentity& identity, const PersonalisationPlan& plan,
                                 const VirtualCardOptions& options) {
    using pkcs15::PinObject;
    const PinObject pin1{"PIN1", PinObject::Use::Global, 1, CardPin::Pin1, 4, 3};
    const PinObject pin2{"PIN2", PinObject::Use::Local, 2, CardPin::Pin2, plan.shortestPin2, 3};
    const PinObject puk{"PUK", PinObject::Use::Unblocking, 3, CardPin::Puk, 8, 0};
    const pkcs15::KeyObject authentication{plan.authenticationLabel,
                                           plan.keyKind,
                                           plan.authenticationKey,
                                           false,
                                           pin1.authId,
                                           plan.authenticationCertificate,
                                           identity.authentication.key.get()};
    const pkcs15::KeyObject signing{
        plan.signingLabel,         plan.keyKind, plan.signingKey, true, pin2.authId, plan.signingCertificate,
        identity.signing.key.get()};
    return {mainDirectory(identity, plan, options),
            application(Authentication, authentication, pkcs15::pin(pin1) + pkcs15::pin(puk),
                        identity.authentication.certificateDer, plan.hasPlaceHolders, options),
            application(Signature, signing, pkcs15::pin(pin2), identity.signing.certificateDer,
                        plan.hasPlaceHolders, options)};
}

}  // namespace signet::sandbox
