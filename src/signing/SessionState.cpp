#include "signing/SessionState.h"

#include <array>
#include <span>

namespace signet::signing {
namespace {

using S = SessionState;
using E = SessionEvent;

struct Transition {
    SessionState from;
    SessionEvent event;
    SessionState to;
};

// Whatever is in none of these tables cannot happen.
constexpr std::array Always{
    Transition{S::Picked, E::Prepare, S::Preparing},
    Transition{S::Picked, E::Fail, S::Failed},
    Transition{S::Picked, E::Cancel, S::Cancelled},

    Transition{S::Preparing, E::Fail, S::Failed},
    Transition{S::Preparing, E::Cancel, S::Cancelled},

    Transition{S::Finalizing, E::Confirm, S::Finalized},
    Transition{S::Finalizing, E::Fail, S::Failed},
    Transition{S::Finalizing, E::LoseSight, S::Unconfirmed},

    Transition{S::Unconfirmed, E::Confirm, S::Finalized},

    Transition{S::Finalized, E::PickNext, S::Picked},
    Transition{S::Failed, E::PickAgain, S::Picked},
    Transition{S::Cancelled, E::PickAgain, S::Picked},

    Transition{S::Failed, E::GoOn, S::Picked},
    Transition{S::Unconfirmed, E::GoOn, S::Picked},
    Transition{S::Cancelled, E::GoOn, S::Picked},
    Transition{S::Picked, E::RecallRequest, S::Unconfirmed},
};

constexpr std::array WithACard{
    Transition{S::Preparing, E::DigestArrived, S::Prepared},

    Transition{S::Prepared, E::Sign, S::Signing},
    Transition{S::Prepared, E::Fail, S::Failed},
    Transition{S::Prepared, E::Cancel, S::Cancelled},

    Transition{S::Signing, E::SignatureMade, S::Signed},
    Transition{S::Signing, E::Fail, S::Failed},
    Transition{S::Signing, E::Cancel, S::Cancelled},

    Transition{S::Signed, E::Send, S::Finalizing},
    Transition{S::Signed, E::Fail, S::Failed},
    Transition{S::Signed, E::Cancel, S::Cancelled},

    Transition{S::Finalizing, E::Resend, S::Signed},
    Transition{S::Signed, E::RecallRequest, S::Unconfirmed},
    Transition{S::Picked, E::RecallSignature, S::Signed},
    Transition{S::Unconfirmed, E::SendAgain, S::Signed},
};

constexpr std::array WithoutACard{
    Transition{S::Picked, E::Send, S::Finalizing},
    Transition{S::Preparing, E::Send, S::Finalizing},
    Transition{S::Finalizing, E::Resend, S::Picked},
    Transition{S::Unconfirmed, E::SendAgain, S::Picked},
};

std::optional<SessionState> find(std::span<const Transition> table, SessionState state, SessionEvent event) {
    for (const Transition& transition : table) {
        if (transition.from == state && transition.event == event)
            return transition.to;
    }
    return std::nullopt;
}

}  // namespace

std::optional<SessionState> next(Operation operation, SessionState state, SessionEvent event) {
    if (const auto to = find(Always, state, event))
        return to;
    return operation == Operation::Sign ? find(WithACard, state, event) : find(WithoutACard, state, event);
}

bool isEnd(SessionState state) {
    return state == S::Finalized || state == S::Failed || state == S::Unconfirmed || state == S::Cancelled;
}

QString toString(SessionState state) {
    switch (state) {
        case S::Picked:
            return QStringLiteral("picked");
        case S::Preparing:
            return QStringLiteral("preparing");
        case S::Prepared:
            return QStringLiteral("prepared");
        case S::Signing:
            return QStringLiteral("signing");
        case S::Signed:
            return QStringLiteral("signed");
        case S::Finalizing:
            return QStringLiteral("finalizing");
        case S::Finalized:
            return QStringLiteral("finalized");
        case S::Failed:
            return QStringLiteral("failed");
        case S::Unconfirmed:
            return QStringLiteral("unconfirmed");
        case S::Cancelled:
            return QStringLiteral("cancelled");
    }
    return {};
}

QList<SessionState> allSessionStates() {
    return {S::Picked,     S::Preparing, S::Prepared, S::Signing,     S::Signed,
            S::Finalizing, S::Finalized, S::Failed,   S::Unconfirmed, S::Cancelled};
}

QList<SessionEvent> allSessionEvents() {
    return {E::Prepare, E::DigestArrived,   E::Sign,          E::SignatureMade, E::Send,     E::Confirm,
            E::Fail,    E::LoseSight,       E::Cancel,        E::PickAgain,     E::PickNext, E::Resend,
            E::GoOn,    E::RecallSignature, E::RecallRequest, E::SendAgain};
}

}  // namespace signet::signing
