#include "CardFaultScene.h"

#include "support/DemoCards.h"

namespace signet::test {

using namespace std::chrono_literals;
using card::CommandApdu;
using card::Expected;
using card::ResponseApdu;
using sandbox::CardFault;
using sandbox::CardMishap;

namespace {

sandbox::VirtualCardOptions optionsOf(const Kind& kind) {
    sandbox::VirtualCardOptions options;
    options.pin2Habit = kind.habit;
    options.pin2Tries.left = TriesBefore;
    return options;
}

}  // namespace

card::CardLimits limitsFor(Mishap mishap) {
    card::CardLimits limits;
    // The exchanges are counted: a busy computer must not make a run let go of the card in between.
    limits.grace = 60s;
    limits.stretch = 600s;
    if (mishap == Mishap::Mute)
        limits.exchange = 300ms;
    if (mishap == Mishap::HeldLong)
        limits.waiting = 300ms;
    return limits;
}

Scene::Scene(const Kind& kind, const card::CardLimits& limits)
    : card(demoCard(kind.personalisation, optionsOf(kind))),
      other(demoCard(OthersKind)),
      personalisation(kind.personalisation),
      readers(std::make_shared<sandbox::VirtualReaders>()),
      stepped(std::make_shared<SteppedReaders>(readers)),
      bench(stepped, limits) {}

void Scene::hold(bool forLong) {
    m_neighbour = std::move(*readers->connect(reader()));
    if (!m_neighbour->beginTransaction())
        qFatal("the neighbour does not get the card");
    if (!forLong)
        QMetaObject::invokeMethod(&m_inMainThread, [this] {
            QTimer::singleShot(100, &m_inMainThread, [this] { m_neighbour.reset(); });
        });
}

void Scene::happenAround(Mishap mishap) {
    m_happened = true;
    switch (mishap) {
        case Mishap::Held:
        case Mishap::HeldLong:
            return hold(mishap == Mishap::HeldLong);
        case Mishap::Removed:
            return readers->remove(reader());
        case Mishap::Unplugged:
            return readers->unplug(reader());
        case Mishap::Reset:
            return readers->resetCard(reader());
        case Mishap::Restarted:
            readers->stopService();
            return readers->startService();
        case Mishap::Stopped:
            return readers->stopService();
        case Mishap::Swapped:
            readers->remove(reader());
            readers->insert(reader(), other);
            return;
        default:
            return;
    }
}

/** In the card thread. */
Expected<ResponseApdu> Scene::happen(const Trouble& trouble, const CommandApdu& command,
                                     card::CardTransport& inner) {
    m_happened = true;
    const auto byCard = [this, &trouble, &command, &inner](CardMishap mishap) {
        card->addFault({mishap, CardFault::Moment::Exchange, 1, trouble.carriedOut});
        return inner.transmit(command);
    };
    switch (trouble.mishap) {
        case Mishap::Mute:
            return byCard(CardMishap::Silence);
        case Mishap::NoStatus:
            return byCard(CardMishap::EmptyAnswer);
        case Mishap::Nonsense:
            return byCard(CardMishap::Nonsense);
        default:
            break;
    }
    if (trouble.carriedOut)
        static_cast<void>(inner.transmit(command));
    if (trouble.mishap == Mishap::InUse)
        return base::fail(base::ErrorCode::CardInUse);
    if (trouble.mishap == Mishap::Status)
        return ResponseApdu{{}, card::StatusWord{trouble.status}};
    happenAround(trouble.mishap);
    return inner.transmit(command);  // which says what is the matter; the card does not hear of it
}

void Scene::remedy(Mishap mishap) {
    switch (mishap) {
        case Mishap::Mute:
            readers->remove(reader());
            return insertCard();
        case Mishap::Removed:
            return insertCard();
        case Mishap::Unplugged:
            readers->plugIn(reader());
            return insertCard();
        case Mishap::Stopped:
            return readers->startService();
        case Mishap::HeldLong:
            return m_neighbour.reset();
        default:
            return;
    }
}

QString whileIll(Mishap mishap) {
    switch (mishap) {
        case Mishap::Removed:
            return u"no-card"_qs;
        case Mishap::Unplugged:
            return u"no-reader"_qs;
        case Mishap::Stopped:
            return u"pcsc-not-running"_qs;
        case Mishap::Mute:
            return u"card-silent"_qs;
        case Mishap::HeldLong:
            return u"card-in-use"_qs;
        default:
            return {};
    }
}

}  // namespace signet::test
