#pragma once

#include <QByteArray>

#include "card/Apdu.h"
#include "card/CardPins.h"

namespace signet::card {

/** CHANGE REFERENCE DATA: the old PIN and the new one, each padded with FF to `blockSize` bytes (ISO 7816-4,
 * 11.5.7; card.md 2). */
CommandApdu changeCommand(quint8 reference, const base::SecretBytes& old, const base::SecretBytes& fresh,
                          std::size_t blockSize);
/** RESET RETRY COUNTER with a new PIN only: the PUK has been verified (ISO 7816-4, 11.5.10). */
CommandApdu resetRetryCounterCommand(quint8 reference, const base::SecretBytes& fresh, std::size_t blockSize);

/** What GET DATA is asked for the tries of this PIN (card.md 2), and what its answer says; nothing if that
 * makes no sense. */
QByteArray triesRequest(quint8 reference);
std::optional<PinTries> triesFrom(QByteArrayView answer, quint8 reference);

/** What a VERIFY's status means, in the words of its kind: wrong with the tries left, blocked, format,
 * otherwise CardFailed. */
Expected<void> presentOutcome(StatusWord status, PinKind kind, PinLength length);
/** What a CHANGE REFERENCE DATA's status means: in addition PinRefused for the new one. */
Expected<void> changeOutcome(StatusWord status, PinKind kind, PinLength length);
/** What a RESET RETRY COUNTER's status means for the new `kind`: PinRefused, PukBlocked, CardFailed. */
Expected<void> resetOutcome(StatusWord status, PinKind kind);
/** What the reader itself answers when the card has not heard of the entry: PinPadTimeout, PinPadCancelled,
 * PinEntriesDiffer, the format error, PinPadMissing (switched off). Nothing: the status is the card's. */
std::optional<base::Error> padTrouble(StatusWord status, PinKind kind, PinLength length,
                                      const QString& reader);

}  // namespace signet::card
