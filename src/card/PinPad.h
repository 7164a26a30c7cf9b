#pragma once

#include <QByteArray>
#include <QString>
#include <chrono>
#include <optional>

#include "card/Apdu.h"
#include "card/Pin2.h"

namespace signet::card {

/** What a reader with a PIN pad is told of one entry (PC/SC part 10). Holds no PIN, and never gets one. */
struct PadEntry {
    CommandApdu verify;  ///< its data is a block of padding; the reader puts the digits at its beginning
    PinLength length;
    std::chrono::seconds limit{60};  ///< how long the reader waits for the person; at most 255 s
    quint16 language = 0x0409;       ///< Windows' identifier of a language; readers with a display may use it
};

/** What it is told of a change of the PIN, typed twice; neither holds nor gets a PIN. */
struct PadChange {
    /** CHANGE REFERENCE DATA, or RESET RETRY COUNTER; its data is one block of padding for each PIN. */
    CommandApdu command;
    PinLength length;        ///< of the old and the new one
    bool asksForOld = true;  ///< the old PIN goes into a first block, the new one into a second
    std::chrono::seconds limit{60};
    quint16 language = 0x0409;
};

/**
 * The control code of FEATURE_VERIFY_PIN_DIRECT in the reader's answer to CM_IOCTL_GET_FEATURE_REQUEST (part
 * 10, 2.2); nothing if it has none, or the answer makes no sense.
 */
std::optional<quint32> verifyPinDirect(QByteArrayView features);

/** The same of FEATURE_MODIFY_PIN_DIRECT. */
std::optional<quint32> modifyPinDirect(QByteArrayView features);

/** PIN_VERIFY_STRUCTURE (part 10, 2.5.2): ASCII digits from the first byte of the command's data on. */
QByteArray verifyStructure(const PadEntry& entry);
/** PIN_MODIFY_STRUCTURE (part 10, 2.6.2), with one message for each entry: drivers refuse another number. */
QByteArray modifyStructure(const PadChange& change);

/** Readers that are known to claim a PIN pad without having one (card.md 2). */
bool claimsPadFalsely(const QString& reader);

/** English, Latvian or Russian, as the program speaks. Main thread. */
quint16 padLanguage();

/** What the status means that came instead of the card's or from it: PinPadTimeout, PinPadCancelled,
 * PinPadMissing (switched off), PinFormat; otherwise as verifyOutcome(). */
Expected<void> padOutcome(StatusWord status, PinLength length, const QString& reader);

}  // namespace signet::card
