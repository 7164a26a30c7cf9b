#pragma once

#include <QDateTime>
#include <QList>
#include <optional>

#include "base/Error.h"
#include "crypto/Certificate.h"

namespace signet::signing {

/** A day as people write it here. */
QString shortDate(const QDateTime& time);

/** What a certificate is to be used for. */
enum class CertificateUse {
    Sign,
    Authenticate,  ///< time stamps are requested with it
    Seal,
};

/** What is to be said of a certificate before it is used. */
struct Appraisal {
    std::optional<base::Error> obstacle;  ///< why it cannot be used
    QList<base::Error> warnings;          ///< it can, but this is to be known

    /** All of both. */
    QList<base::Error> all() const;
};

/**
 * The one judgement of certificates, for the card panel, the PIN dialog, the checkup and the command line.
 * Obstacles: CertificateWrongUsage (NotASealCertificate), CertificateExpired (SealExpired),
 * CertificateNotYetValid. Warnings: CertificateExpiresSoon, and of what signs or seals
 * CertificateNotQualified (SealNotQualified). Whether it was revoked is for the service to say. Pure.
 */
Appraisal appraise(const crypto::Certificate& certificate, CertificateUse use,
                   const QDateTime& moment = QDateTime::currentDateTimeUtc());

/** Days by the calendar until the end (0: it is today), if they are so few that it is to be said. */
std::optional<int> fewDaysLeft(const crypto::Certificate& certificate,
                               const QDateTime& moment = QDateTime::currentDateTimeUtc());

/** Adds those of a kind that is not there yet: two certificates of one card expire on the same day. */
void addNewKinds(QList<base::Error>& told, const QList<base::Error>& more);

/** The organisation, or the person, or whatever else a certificate calls its owner. */
QString ownerOf(const crypto::Certificate& certificate);

}  // namespace signet::signing
