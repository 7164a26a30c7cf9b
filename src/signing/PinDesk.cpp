#include "signing/PinDesk.h"

#include <QCoroFuture>
#include <algorithm>

#include "card/CardService.h"
#include "card/PinPad.h"
#include "card/PinRules.h"
#include "signing/TaskFuture.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::fail;
using card::PinKind;

PinKind kindOf(CardPin pin) {
    return pin == CardPin::Pin1 ? PinKind::Pin1 : pin == CardPin::Pin2 ? PinKind::Pin2 : PinKind::Puk;
}

PinView viewOf(CardPin pin, const card::PinState& state) {
    PinView view;
    view.pin = pin;
    if (state.tries) {
        view.triesLeft = state.tries->left;
        view.triesMaximum = state.tries->maximum;
    }
    view.minimumLength = state.length.minimum;
    view.maximumLength = state.length.maximum;
    return view;
}

PinsView viewOf(const card::PinStates& states) {
    return {viewOf(CardPin::Pin1, states.pin1), viewOf(CardPin::Pin2, states.pin2),
            viewOf(CardPin::Puk, states.puk), states.pinPad};
}

QCoro::Task<Expected<PinsView>> asView(QFuture<Expected<card::PinStates>> future) {
    const Expected<card::PinStates> states = co_await future;
    if (!states)
        co_return tl::unexpected(states.error());
    co_return viewOf(*states);
}

/** What is wrong with it says nothing of its PINs. */
bool isCareable(const DeskReader& reader) {
    if (reader.state == DeskReader::State::Usable || reader.signingCertificate)
        return true;
    if (reader.state != DeskReader::State::Unusable || !reader.problem)
        return false;
    switch (reader.problem->code()) {
        case ErrorCode::CardNoSigningKey:
        case ErrorCode::CardDataInvalid:
        case ErrorCode::CertificateInvalid:
        case ErrorCode::CertificateWrongUsage:
            return true;
        default:
            return false;
    }
}

PinPadEntry entryOf(const card::PadMoment& moment) {
    const auto kind = moment.purpose == card::PadPurpose::Puk      ? PinPadEntry::Kind::Puk
                      : moment.purpose == card::PadPurpose::NewPin ? PinPadEntry::Kind::NewPin
                                                                   : PinPadEntry::Kind::OldAndNewPin;
    return {kind, moment.reader, moment.limit};
}

QString namesOf(const QList<DeskReader>& readers) {
    QStringList names;
    for (const DeskReader& reader : readers)
        names.append(reader.holder().isEmpty() ? reader.name
                                               : QString(reader.name % u" (" % reader.holder() % u')'));
    return names.join(QStringLiteral(", "));
}

std::optional<Error> asProblem(const Expected<void>& checked) {
    return checked ? std::nullopt : std::optional(checked.error());
}

}  // namespace

QString nameOf(CardPin pin) {
    return card::nameOf(kindOf(pin));
}

std::optional<Error> obstacle(const PinsView& pins, CardPin presented, bool lastTryAgreed) {
    const PinView& view = pins.of(presented);
    const card::PinCodes& codes = card::codesOf(kindOf(presented));
    if (view.isBlocked())
        return Error(codes.blocked);
    if (view.isOnLastTry() && !lastTryAgreed)
        return Error(codes.lastTry);
    return std::nullopt;
}

std::optional<Error> wrongFormat(const PinView& pin, const base::SecretBytes& typed) {
    return asProblem(card::checkPinFormat(kindOf(pin.pin), typed, {pin.minimumLength, pin.maximumLength}));
}

std::optional<Error> wrongNewPin(const PinView& pin, const base::SecretBytes& old,
                                 const base::SecretBytes& fresh, const base::SecretBytes& again) {
    if (auto problem = wrongFormat(pin, fresh))
        return problem;
    if (!old.isEmpty()) {
        if (auto problem = asProblem(card::checkIsNew(kindOf(pin.pin), old, fresh)))
            return problem;
    }
    if (!(fresh == again))
        return Error(ErrorCode::PinEntriesDiffer, {nameOf(pin.pin)});
    return std::nullopt;
}

bool isEasilyGuessed(const base::SecretBytes& pin) {
    return card::isEasilyGuessed(pin);
}

PinDesk::PinDesk(CardDesk& cards, QObject* parent) : QObject(parent), m_cards(cards) {
    connect(&cards.service(), &card::CardService::carePadChanged, this,
            [this](const card::PadMoment& moment) {
                if (moment.waits)
                    Q_EMIT padWaits(entryOf(moment));
                else
                    Q_EMIT padDone();
            });
}

QList<DeskReader> PinDesk::candidates() const {
    QList<DeskReader> found = m_cards.readers();
    found.removeIf([](const DeskReader& reader) { return !isCareable(reader); });
    return found;
}

Expected<DeskReader> PinDesk::chosen() const {
    const QList<DeskReader> all = candidates();
    const QString name = m_cards.chosenName();
    if (name.isEmpty() && all.size() == 1)
        return all.first();
    const auto named = std::find_if(all.begin(), all.end(),
                                    [&name](const DeskReader& reader) { return reader.name == name; });
    if (named != all.end())
        return *named;
    if (name.isEmpty() && all.size() > 1)
        return fail(ErrorCode::SeveralCards, QStringList{namesOf(all)});
    return m_cards.selected();
}

QFuture<Expected<PinsView>> PinDesk::look(const DeskReader& reader) {
    card::PinCareRequest request;
    request.reader = reader.name;
    request.certificate = reader.signingCertificate;
    return toFuture<PinsView>(asView(m_cards.service().carePins(std::move(request))));
}

QFuture<Expected<PinsView>> PinDesk::carryOut(PinOrder order) {
    card::PinCareRequest request;
    request.reader = order.reader.name;
    request.certificate = order.reader.signingCertificate;
    request.deed = order.deed == PinOrder::Deed::Unblock ? card::PinCareRequest::Deed::Unblock
                                                         : card::PinCareRequest::Deed::Change;
    request.pin = kindOf(order.pin);
    request.present = std::move(order.present);
    request.fresh = std::move(order.fresh);
    request.pinPad = order.usePinPad;
    request.allowLastTry = order.lastTryAgreed;
    request.padLanguage = card::padLanguage();
    return toFuture<PinsView>(asView(m_cards.service().carePins(std::move(request))));
}

}  // namespace signet::signing
