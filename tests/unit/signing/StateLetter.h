#pragma once

#include <QChar>

#include "signing/SessionState.h"

namespace signet::test {

/** A session's end in one letter, for tables of many: Finalized, x (failed), Unconfirmed, Cancelled. */
inline QChar letterOf(signing::SessionState state) {
    switch (state) {
        case signing::SessionState::Finalized:
            return u'F';
        case signing::SessionState::Failed:
            return u'x';
        case signing::SessionState::Unconfirmed:
            return u'U';
        case signing::SessionState::Cancelled:
            return u'C';
        default:
            return u'?';
    }
}

}  // namespace signet::test
