#pragma once

#include <QFuture>

#include "signing/CentralKey.h"
#include "signing/SealIdentity.h"

namespace signet::signing {

class ServiceDesk;
struct Profile;

/** Where an e-seal is kept. */
struct SealSource {
    QString pfxFile;
    QString authCertificateFile;  ///< PEM, DER, or a PFX with the same password
};

/**
 * The e-seal's face to people: opens its file and finds the key for its password, so that whatever is wrong
 * with them is known before anything is sent, and no password is tried out at the service. Futures always
 * finish. Main thread.
 */
class SealDesk {
public:
    /** `service` is to outlive this. */
    explicit SealDesk(const ServiceDesk& service) : m_service(service) {}

    /**
     * Opens the files in Qt's pool. FileNotReadable, the errors of crypto::PfxFile::open,
     * NotASealCertificate, SealExpired, CertificateNotYetValid, AuthCertificateMissing, and the errors of
     * readAuthCertificate().
     */
    static QFuture<base::Expected<OpenedSeal>> open(SealSource source, base::SecretBytes password);

    /**
     * The central key: from `namedFile` if there is one, else from the profile's file, else from the service.
     * FileNotReadable, CentralKeyInvalid, ProfileIncomplete (no service is connected), the network's errors.
     */
    QFuture<base::Expected<CentralKey>> centralKey(const Profile& profile,
                                                   const QString& namedFile = {}) const;

private:
    const ServiceDesk& m_service;
};

}  // namespace signet::signing
