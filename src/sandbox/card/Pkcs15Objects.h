#pragma once

#include <openssl/types.h>

#include <QByteArray>

#include "sandbox/card/CardKey.h"
#include "sandbox/card/VirtualCardOptions.h"

/** The records of a PKCS#15 v1.1 application, in DER. Pure. */
namespace signet::sandbox::pkcs15 {

/** Tags of PKCS15Objects (6.2). */
enum class ObjectClass : quint8 {
    PrivateKeys = 0xA0,
    PublicKeys = 0xA1,
    Certificates = 0xA4,
    DataObjects = 0xA7,
    AuthObjects = 0xA8
};

/** A key pair and the certificate that belongs to it. */
struct KeyObject {
    const char* label;
    CardKey::Kind kind;
    quint8 reference;
    bool forSignatures;  ///< nonRepudiation and a PIN before every use; otherwise authentication
    quint8 authId;       ///< of the PIN that guards it
    quint16 certificateFile;
    const EVP_PKEY* key;
};

struct PinObject {
    enum class Use { Global, Local, Unblocking };
    const char* label;
    Use use;
    quint8 authId;
    CardPin reference;
    quint8 shortest;
    quint8 unblockedBy;  ///< authId of the PUK; 0: none
};

/** One line of EF.OD: where the objects of this class are listed. */
QByteArray directoryEntry(ObjectClass objects, quint16 file);
QByteArray privateKey(const KeyObject& object);   ///< of EF.PrKDF (6.3)
QByteArray publicKey(const KeyObject& object);    ///< of EF.PuKDF (6.4)
QByteArray certificate(const KeyObject& object);  ///< of EF.CDF (6.6)
QByteArray pin(const PinObject& object);          ///< of EF.AODF (6.8)

}  // namespace signet::sandbox::pkcs15
