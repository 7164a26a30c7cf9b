#pragma once

#include <QByteArray>

#include "sandbox/pki/DemoPki.h"

namespace signet::sandbox {

/** A time-stamp authority in process (RFC 3161, ETSI EN 319 422). Not thread-safe. */
class TimeStampAuthority {
public:
    explicit TimeStampAuthority(const DemoPki& pki) : m_pki(pki) {}

    /** DER of the TimeStampToken over the SHA-256 of `data`, with the authority's certificate inside. */
    Expected<QByteArray> stamp(QByteArrayView data) const;
    /** DER of the TimeStampResp to a TimeStampReq in DER; a bad request is answered with a rejection. */
    Expected<QByteArray> respond(QByteArrayView requestDer) const;

private:
    DemoPki m_pki;
};

}  // namespace signet::sandbox
