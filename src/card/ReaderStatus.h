#pragma once

#include <QString>
#include <optional>

#include "base/Error.h"
#include "card/CardContents.h"

namespace signet::card {

/** One reader as it is now. */
struct ReaderStatus {
    enum class State {
        Empty,
        Reading,
        Usable,  ///< read; whether its certificates are good for anything is not judged here
        Unusable,
    };
    QString name;
    State state = State::Empty;
    bool throughModule = false;            ///< as ReaderState::throughModule
    std::optional<CardContents> contents;  ///< when Usable
    std::optional<base::Error> problem;    ///< when Unusable: why
};

}  // namespace signet::card
