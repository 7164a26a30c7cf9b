#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <stop_token>
#include <variant>

#include "base/Expected.h"
#include "card/CardContents.h"
#include "card/PadMoment.h"
#include "card/PinCareRequest.h"
#include "card/SigningRunRequest.h"
#include "crypto/Digest.h"

namespace signet::card {

using base::Expected;

struct ReadCardJob {
    QString reader;
};
struct ReadTriesJob {
    QString reader;
};
struct OpenRunJob {
    SigningRunRequest request;
};
struct SignJob {
    quint64 run;
    crypto::Digest digest;
    std::stop_token stop;
};
struct CloseRunJob {
    quint64 run;
};
struct PinCareJob {
    PinCareRequest request;
};
struct ForgetCardJob {
    crypto::Certificate certificate;
};

/** One piece of work for the card thread. A run is named by the number of the job that opened it. */
struct CardJob {
    quint64 number = 0;
    std::variant<ReadCardJob, ReadTriesJob, OpenRunJob, SignJob, CloseRunJob, PinCareJob, ForgetCardJob> work;
};

/** Nothing, a card's contents, its tries, a signature, or the states of its PINs: by the kind of job. */
using CardResult = std::variant<std::monostate, CardContents, std::optional<PinTries>, QByteArray, PinStates>;

/** What came of a job. */
struct CardReport {
    quint64 number = 0;
    Expected<CardResult> result;
    /** Instead of a result: a thread that had been given up while it waited for other programs at this reader
     * is free. */
    QString freedReader;
    /** Instead of a result, in the middle of a job: a person is awaited at the reader. */
    std::optional<PadMoment> pad;
};

}  // namespace signet::card
