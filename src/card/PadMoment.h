#pragma once

#include <QString>
#include <chrono>

namespace signet::card {

/** In a signing run with a PIN pad: the reader begins to wait for PIN2, or does so no longer. */
struct PadMoment {
    QString reader;
    bool waits = false;
    int signaturesMade = 0;         ///< by this run, before this entry
    std::chrono::seconds limit{0};  ///< how long the reader waits
};

}  // namespace signet::card
