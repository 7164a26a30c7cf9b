#include "card/IdemiaPins.h"

#include "base/Log.h"
#include "card/IdemiaDirectories.h"
#include "card/IdemiaPin2.h"
#include "card/PinCommands.h"
#include "card/PinRules.h"

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;

// card.md 2
constexpr quint8 Pin1Reference = 0x01;
constexpr quint8 PukReference = 0x02;
constexpr std::size_t BlockSize = Pin2BlockSize;  // of all three
constexpr PinLength Pin1Length{4, 12};
constexpr PinLength PukLength{8, 12};

quint8 referenceOf(PinKind pin) {
    switch (pin) {
        case PinKind::Pin1:
            return Pin1Reference;
        case PinKind::Pin2:
            return Pin2Reference;
        case PinKind::Puk:
            break;
    }
    return PukReference;
}

/** The command that changes went out, and no answer came back. */
tl::unexpected<Error> withoutAnswer(const Error& error, PinKind pin) {
    return tl::unexpected(Error(ErrorCode::PinOutcomeUnknown, {nameOf(pin)},
                                QString(error.publicCode() % u": " % error.detail())));
}

}  // namespace

PinLength IdemiaPins::lengthOf(PinKind pin) const {
    return pin == PinKind::Pin1 ? Pin1Length : pin == PinKind::Pin2 ? m_pin2Length : PukLength;
}

/** PIN2 is local to the signing application, the others are global. */
Expected<void> IdemiaPins::selectHome(PinKind pin) {
    return m_commands->selectApplication(pin == PinKind::Pin2 ? IdemiaDirectories::signingApplication()
                                                              : IdemiaDirectories::mainApplication());
}

/** Where they are told. */
Expected<std::optional<PinTries>> IdemiaPins::readTries(PinKind pin) {
    const Expected<QByteArray> answer = m_commands->getData(triesRequest(referenceOf(pin)));
    if (!answer && !isAboutThisFile(answer.error()))
        return tl::unexpected(answer.error());
    return triesFrom(answer.value_or(QByteArray()), referenceOf(pin));
}

Expected<PinStates> IdemiaPins::readStates(const CardTransaction&) {
    PinStates states;
    for (const auto& [kind, state] :
         {std::pair(PinKind::Pin1, &states.pin1), std::pair(PinKind::Puk, &states.puk),
          std::pair(PinKind::Pin2, &states.pin2)}) {
        const bool movesOn = kind != PinKind::Puk;  // which is where PIN1 is
        const Expected<void> selected = movesOn ? selectHome(kind) : Expected<void>();
        if (!selected)
            return tl::unexpected(selected.error());
        const Expected<std::optional<PinTries>> tries = readTries(kind);
        if (!tries)
            return tl::unexpected(tries.error());
        *state = PinState{*tries, lengthOf(kind)};
    }
    states.pinPad = m_transport->hasPinPad() && m_transport->canChangeOnPad();
    return states;
}

/** Straight to the wire: what presents a PIN is never sent twice, whatever the status. */
Expected<StatusWord> IdemiaPins::send(const CommandApdu& command, PinKind pin) {
    m_transport->resetAtEnd();
    const Expected<ResponseApdu> answer = m_transport->transmit(command);
    qCDebug(base::logCard).noquote() << command.forLog() << "->"
                                     << (answer ? answer->status.toString() : answer.error().publicCode());
    if (!answer)
        return withoutAnswer(answer.error(), pin);
    return answer->status;
}

Expected<void> IdemiaPins::change(const CardTransaction&, PinKind pin, const base::SecretBytes& old,
                                  const base::SecretBytes& fresh) {
    const Expected<void> selected = selectHome(pin);
    if (!selected)
        return selected;
    const auto status = send(changeCommand(referenceOf(pin), old, fresh, BlockSize), pin);
    if (!status)
        return tl::unexpected(status.error());
    return changeOutcome(*status, pin, lengthOf(pin));
}

Expected<void> IdemiaPins::unblock(const CardTransaction&, PinKind pin, const base::SecretBytes& puk,
                                   const base::SecretBytes& fresh) {
    Expected<void> done = selectHome(PinKind::Puk);
    if (!done)
        return done;
    m_transport->resetAtEnd();
    const Expected<ResponseApdu> answer = m_transport->transmit(verifyCommand(PukReference, puk, BlockSize));
    if (!answer)
        return tl::unexpected(answer.error());  // a try may have been used, but nothing was changed
    done = presentOutcome(answer->status, PinKind::Puk, PukLength);
    if (done && pin == PinKind::Pin2)
        done = selectHome(pin);
    if (!done)
        return done;
    const auto status = send(resetRetryCounterCommand(referenceOf(pin), fresh, BlockSize), pin);
    if (!status)
        return tl::unexpected(status.error());
    return resetOutcome(*status, pin);
}

Expected<StatusWord> IdemiaPins::sendFromPad(CommandApdu command, PinKind pin, bool asksForOld,
                                             const PadTerms& terms) {
    m_transport->resetAtEnd();
    const QString what = command.forLog();
    const PadChange change{std::move(command), lengthOf(pin), asksForOld, terms.limit, terms.language};
    const Expected<ResponseApdu> answer = m_transport->changeOnPad(change);
    if (!answer)
        return withoutAnswer(answer.error(), pin);
    qCDebug(base::logCard).noquote() << what << "by the PIN pad ->" << answer->status.toString();
    const auto trouble = padTrouble(answer->status, pin, lengthOf(pin), *m_reader);
    if (trouble)
        return tl::unexpected(*trouble);
    return answer->status;
}

Expected<void> IdemiaPins::changeOnPad(const CardTransaction&, PinKind pin, const PadTerms& terms,
                                       const PadNotice& notice) {
    const Expected<void> selected = selectHome(pin);
    if (!selected)
        return selected;
    notice(PadPurpose::OldAndNewPin);
    const auto status = sendFromPad(changeCommand(referenceOf(pin), {}, {}, BlockSize), pin, true, terms);
    if (!status)
        return tl::unexpected(status.error());
    return changeOutcome(*status, pin, lengthOf(pin));
}

Expected<void> IdemiaPins::unblockOnPad(const CardTransaction&, PinKind pin, const PadTerms& terms,
                                        const PadNotice& notice) {
    Expected<void> done = selectHome(PinKind::Puk);
    if (!done)
        return done;
    notice(PadPurpose::Puk);
    m_transport->resetAtEnd();
    const Expected<ResponseApdu> answer = m_transport->verifyOnPad(
        PadEntry{verifyCommand(PukReference, {}, BlockSize), PukLength, terms.limit, terms.language});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto trouble = padTrouble(answer->status, PinKind::Puk, PukLength, *m_reader);
    if (trouble)
        return tl::unexpected(*trouble);
    done = presentOutcome(answer->status, PinKind::Puk, PukLength);
    if (done && pin == PinKind::Pin2)
        done = selectHome(pin);
    if (!done)
        return done;
    notice(PadPurpose::NewPin);
    const auto status =
        sendFromPad(resetRetryCounterCommand(referenceOf(pin), {}, BlockSize), pin, false, terms);
    if (!status)
        return tl::unexpected(status.error());
    return resetOutcome(*status, pin);
}

}  // namespace signet::card
