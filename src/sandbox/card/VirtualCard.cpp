#include "sandbox/card/VirtualCard.h"

#include <QtEndian>
#include <mutex>
#include <thread>

#include "sandbox/card/CardApplet.h"
#include "sandbox/card/CardPersonaliser.h"

namespace signet::sandbox {
namespace {

using Kind = CardReaction::Kind;

constexpr quint8 VerifyInstruction = 0x20;

CardReaction answerOf(const CardAnswer& answer) {
    QByteArray bytes = answer.data;
    bytes.append(static_cast<char>(answer.status >> 8));
    bytes.append(static_cast<char>(answer.status & 0xFF));
    return {Kind::Answer, bytes};
}

/** Looks like TLV at its beginning, and is none. */
CardReaction nonsense() {
    QByteArray bytes = QByteArray::fromHex("3083FFFFFF02840000A0");
    for (int i = 0; i < 60; ++i)
        bytes.append(static_cast<char>(i * 37 + 11));
    return answerOf(CardAnswer(bytes));
}

/** As a reader puts it together for a card without contacts (PC/SC part 3): its historical bytes, and two
 * bytes before them that are always the same. */
QByteArray contactlessAtr(const QByteArray& atr) {
    const auto historical = static_cast<qsizetype>(atr[1] & 0x0F);
    QByteArray result = QByteArray::fromHex("3B808001") + atr.last(historical + 1).first(historical);
    result[1] = static_cast<char>(0x80 | historical);
    char check = 0;
    for (const char byte : std::as_const(result).sliced(1))
        check = static_cast<char>(check ^ byte);
    return result + check;
}

bool carriesPin(QByteArrayView command) {
    return command.size() > 5 && static_cast<quint8>(command[1]) == VerifyInstruction;
}

}  // namespace

/** Around the applet: power, time, counting, and the mishaps at their moments. */
class VirtualCard::Private {
public:
    Private(QByteArray atr, CardApplet applet, const VirtualCardOptions& options)
        : m_atr(std::move(atr)), m_applet(std::move(applet)), m_options(options) {
        for (const CardFault& each : options.faults)
            arm(each);
    }

    void power(bool on) {
        const std::lock_guard lock(m_mutex);
        m_powered = on;
        m_mute = m_mute && on;
        m_applet.reset();
    }

    void reset() {
        const std::lock_guard lock(m_mutex);
        m_applet.reset();
    }

    void addFault(const CardFault& fault) {
        const std::lock_guard lock(m_mutex);
        arm(fault);
    }

    CardReaction exchange(QByteArrayView command) {
        std::this_thread::sleep_for(m_options.timePerExchange);
        CardReaction reaction;
        int signaturesMade = 0;
        {
            const std::lock_guard lock(m_mutex);
            signaturesMade = m_applet.signatureCount();
            reaction = react(command);
            signaturesMade = m_applet.signatureCount() - signaturesMade;
        }
        if (signaturesMade > 0)
            std::this_thread::sleep_for(m_options.timePerSignature);
        return reaction;
    }

    template <typename Read>
    auto locked(Read read) const {
        const std::lock_guard lock(m_mutex);
        return read();
    }

    const QByteArray& atr() const { return m_atr; }
    int triesLeft(CardPin pin) const { return m_applet.tries(pin).left; }
    int exchanges() const { return m_exchanges; }
    int verifies() const { return m_verifies; }
    int signatures() const { return m_applet.signatureCount(); }

private:
    struct ArmedFault {
        CardFault fault;
        int due;  ///< the count of its moment at which it comes
    };

    void arm(const CardFault& fault) {
        const int soFar = fault.moment == CardFault::Moment::Exchange ? m_exchanges : m_signingMoments;
        m_faults.append({fault, soFar + fault.number});
    }

    CardReaction react(QByteArrayView command) {
        if (!m_powered)
            return {Kind::Removed, {}};
        ++m_exchanges;
        m_verifies += carriesPin(command) ? 1 : 0;
        const bool signing = m_applet.wouldSign(command);
        m_signingMoments += signing ? 1 : 0;
        if (m_mute)
            return {Kind::Silence, {}};
        if (m_options.contactless)
            return answerOf(status::SecurityNotSatisfied);

        const CardFault* const fault = dueFault(signing);
        if (fault == nullptr)
            return answerOf(m_applet.execute(command));
        if (fault->mishap == CardMishap::WrongSignature) {
            m_applet.spoilNextSignature();
            return answerOf(m_applet.execute(command));
        }
        if (fault->carriedOut)
            m_applet.execute(command);
        return suffer(fault->mishap);
    }

    const CardFault* dueFault(bool signing) const {
        for (const ArmedFault& each : m_faults) {
            const bool atExchange =
                each.fault.moment == CardFault::Moment::Exchange && each.due == m_exchanges;
            const bool atSignature =
                signing && each.fault.moment == CardFault::Moment::Signature && each.due == m_signingMoments;
            if (atExchange || atSignature)
                return &each.fault;
        }
        return nullptr;
    }

    CardReaction suffer(CardMishap mishap) {
        switch (mishap) {
            case CardMishap::Removed:
                m_powered = false;
                m_applet.reset();
                return {Kind::Removed, {}};
            case CardMishap::Reset:
                m_applet.reset();
                return {Kind::Reset, {}};
            case CardMishap::Silence:
                m_mute = true;
                return {Kind::Silence, {}};
            case CardMishap::EmptyAnswer:
                return {Kind::Answer, {}};
            case CardMishap::Nonsense:
                return nonsense();
            case CardMishap::ErrorStatus:
            case CardMishap::WrongSignature:
                break;
        }
        return answerOf(status::Failure);
    }

    const QByteArray m_atr;
    mutable std::mutex m_mutex;
    CardApplet m_applet;
    const VirtualCardOptions m_options;
    QList<ArmedFault> m_faults;
    bool m_powered = false;
    bool m_mute = false;
    int m_exchanges = 0;
    int m_verifies = 0;
    int m_signingMoments = 0;
};

base::Expected<std::shared_ptr<VirtualCard>> VirtualCard::create(CardIdentity identity,
                                                                 CardPersonalisation personalisation,
                                                                 CardPins pins, VirtualCardOptions options) {
    const PersonalisationPlan& plan = planOf(personalisation);
    for (const KeyAndCertificate* each : {&identity.authentication, &identity.signing}) {
        if (!CardKey::isOfKind(each->key.get(), plan.keyKind) || each->certificateDer.isEmpty())
            return base::fail(base::ErrorCode::CardDataInvalid, QStringList(),
                              QStringLiteral("the identity does not fit the personalisation"));
    }
    CardKeys keys{CardKey(identity.authentication.key, plan.keyKind, plan.authenticationKey),
                  CardKey(identity.signing.key, plan.keyKind, plan.signingKey)};
    CardApplet applet(CardFiles(personalise(identity, plan, options)), std::move(keys),
                      CardPinStore(std::move(pins), plan.shortestPin2, options), options);
    return std::shared_ptr<VirtualCard>(new VirtualCard(std::make_unique<Private>(
        options.contactless ? contactlessAtr(plan.atr) : plan.atr, std::move(applet), options)));
}

VirtualCard::VirtualCard(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

VirtualCard::~VirtualCard() = default;

QByteArray VirtualCard::atr() const {
    return d->atr();
}

void VirtualCard::powerOn() {
    d->power(true);
}

void VirtualCard::powerOff() {
    d->power(false);
}

void VirtualCard::reset() {
    d->reset();
}

CardReaction VirtualCard::exchange(QByteArrayView command) {
    return d->exchange(command);
}

QByteArray VirtualCard::transmit(QByteArrayView command) {
    return d->exchange(command).answer;
}

void VirtualCard::addFault(const CardFault& fault) {
    d->addFault(fault);
}

int VirtualCard::triesLeft(CardPin pin) const {
    return d->locked([this, pin] { return d->triesLeft(pin); });
}

int VirtualCard::exchangeCount() const {
    return d->locked([this] { return d->exchanges(); });
}

int VirtualCard::verifyCount() const {
    return d->locked([this] { return d->verifies(); });
}

int VirtualCard::signatureCount() const {
    return d->locked([this] { return d->signatures(); });
}

}  // namespace signet::sandbox
