#pragma once

#include "base/SecretBytes.h"
#include "sandbox/pki/DemoPki.h"

namespace signet::sandbox {

/** Where the demo's e-seal lies: what an operator would have, as files. */
struct SealFiles {
    QString pfxFile;              ///< certificate and key, AES-256
    QString oldPfxFile;           ///< the same as old programs write it: RC2-40 and triple DES
    QString passwordFile;         ///< of both; without a line's end
    QString authCertificateFile;  ///< PEM
    QString centralKeyFile;       ///< public key of the service, PEM
};

/** Issues an e-seal of "SIA Paraugs" and writes it into a folder, which is made if it is not there;
 * OutputNotWritable. */
Expected<SealFiles> writeSealFiles(const DemoPki& pki, KeyKind kind, const QString& folder);

/** The password of the demo's e-seals. It protects nothing and may be shown to anybody. */
base::SecretBytes demoSealPassword();

}  // namespace signet::sandbox
