#pragma once

#include <QNetworkReply>

#include "base/ErrorCode.h"

namespace signet::signapi {

/** What one of Qt's network errors means here. */
struct NetworkVerdict {
    base::ErrorCode code;
    /** It can come about before a connection stands; whether it did, only the request's body can tell. */
    bool mayPrecedeSending;
    /** It only repeats the status of a complete answer: read that instead. */
    bool isStatus;
};

NetworkVerdict verdictOf(QNetworkReply::NetworkError error);

}  // namespace signet::signapi
