#pragma once

#include <QByteArray>
#include <optional>

#include "card/Pin2.h"
#include "card/Pin2State.h"
#include "crypto/Certificate.h"

namespace signet::card {

/** What stays true of a card from one look at it to the next: public data, and how it treats PIN2. */
struct KnownCard {
    /** Which card it is (nameOfCard()); empty while not everything was read. */
    QByteArray name;
    crypto::Certificate signingCertificate;
    std::optional<crypto::Certificate> authenticationCertificate;
    quint16 certificateFile = 0;      ///< of the signing application, with the signing certificate in it
    qsizetype certificateOffset = 0;  ///< where in it the certificate begins
    quint8 keyReference = 0;
    std::optional<PinLength> pin2Length;  ///< if the card says one
    Pin2Habits pin2Habits{};
};

/**
 * The name of the card with this ATR and serial number, in hexadecimal: a digest, which tells nobody the
 * number. Cards that say no number share one for each ATR: only the latest of them is known.
 */
QByteArray nameOfCard(QByteArrayView atr, QByteArrayView serialNumber);

/** The lengths that a PIN2 of this family can have; cards also say others. */
bool isPossible(PinLength length);

/** For a file. */
QByteArray toJson(const KnownCard& card);
/**
 * Back from a file that anybody may have written. Nothing unless it is about the card of this name, and its
 * certificates can be read, are of the right usage and name the same person. Whether the card holds them is
 * for the card to say.
 */
std::optional<KnownCard> knownCardFromJson(QByteArrayView json, QByteArrayView name);

}  // namespace signet::card
