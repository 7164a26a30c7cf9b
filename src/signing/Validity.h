#pragma once

#include <QDateTime>
#include <optional>

#include "base/Error.h"
#include "crypto/Certificate.h"

namespace signet::signing {

/** A day as people write it here. */
QString shortDate(const QDateTime& time);

/** Why a certificate cannot be used at a moment: `ifExpired` with its owner's name and the day,
 * CertificateNotYetValid. */
std::optional<base::Error> outOfDate(const crypto::Certificate& certificate,
                                     base::ErrorCode ifExpired = base::ErrorCode::CertificateExpired,
                                     const QDateTime& moment = QDateTime::currentDateTimeUtc());

/** The organisation, or the person, or whatever else a certificate calls its owner. */
QString ownerOf(const crypto::Certificate& certificate);

}  // namespace signet::signing
