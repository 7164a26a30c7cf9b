#pragma once

#include <QString>
#include <chrono>

namespace signet::card {

/** What is typed on the reader's keys: PIN2 to sign; or, to care for a PIN, the old and the new one, the PUK,
 * or the new one alone. A new one is typed twice. */
enum class PadPurpose { Signing, OldAndNewPin, Puk, NewPin };

/** The reader begins to wait for a person, or does so no longer. */
struct PadMoment {
    QString reader;
    bool waits = false;
    int signaturesMade = 0;         ///< by this run, before this entry
    std::chrono::seconds limit{0};  ///< how long the reader waits
    PadPurpose purpose = PadPurpose::Signing;
};

}  // namespace signet::card
