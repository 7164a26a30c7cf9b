#pragma once

#include "sandbox/card/CardFiles.h"
#include "sandbox/card/CardKey.h"
#include "sandbox/card/VirtualCardOptions.h"
#include "sandbox/pki/DemoPki.h"

namespace signet::sandbox {

/** What one personalisation differs in (card.md 1). */
struct PersonalisationPlan {
    QByteArray atr;
    CardKey::Kind keyKind;
    quint8 authenticationKey;
    quint8 signingKey;
    quint16 authenticationCertificate;
    quint16 signingCertificate;
    bool hasPlaceHolders;  ///< 3401 and 341F are there, but hold one zero byte
    quint8 shortestPin2 = 6;
    const char* numberPrefix = "LV";  ///< the letters before the seven digits of the card's number
    const char* authenticationLabel = "Autentifikācija";
    const char* signingLabel = "Elektroniskais paraksts";
};

const PersonalisationPlan& planOf(CardPersonalisation personalisation);

/** The card's files: the two PKCS#15 v1.1 applications with their directories and certificates. */
QList<DedicatedFile> personalise(const CardIdentity& identity, const PersonalisationPlan& plan,
                                 const VirtualCardOptions& options);

}  // namespace signet::sandbox
