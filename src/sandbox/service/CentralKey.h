#pragma once

#include "base/SecretBytes.h"
#include "sandbox/pki/DemoPki.h"
#include "sandbox/service/FaultPlan.h"
#include "sandbox/service/HttpAnswer.h"

namespace signet::sandbox {

/** The key with which the passwords of seals travel (signapi.md 7.2 and 11.4): shown, and used. */
class CentralKey {
public:
    CentralKey(const DemoPki& pki, FaultPlan faults) : m_pki(pki), m_faults(std::move(faults)) {}

    /**
     * `api-config/v1.0/public/key`: {"publicKey": PEM}, or as a fault of kind KeyForm wants it. Its `code` is
     * the place: a member (`publicKey`, `public_key`, `key`, `certificate`), the same in `data`
     * (`data.key`), `data` alone, or `text` for a body of plain text. Its `message` is the encoding: `pem`,
     * `rsaPem`, `certificatePem`, `der`, `rsaDer`, `certificateDer` (base64 in one line), `pemBody` (base64
     * in lines); or another key: `other` (a second one of RSA-2048), `weak` (RSA-1024), `ec`, `private`.
     */
    HttpAnswer answer();
    /** OAEP with SHA-1 first, then PKCS#1 v1.5; nothing if neither fits. */
    std::optional<base::SecretBytes> decrypt(const QByteArray& encrypted) const;

private:
    DemoPki m_pki;
    FaultPlan m_faults;
};

}  // namespace signet::sandbox
