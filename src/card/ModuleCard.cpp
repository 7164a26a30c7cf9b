#include "card/ModuleCard.h"

#include "card/CardLimits.h"
#include "crypto/Digest.h"

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;
using base::fail;

constexpr std::chrono::seconds LoginLimit{30};

/** Whether the token can sign with this certificate's key, as far as it shows its keys before C_Login. */
bool canSignWith(const ModuleObjects::Held& held, const ModuleObjects& objects) {
    return held.certificate.isForSigning() &&
           (objects.signingKeys.isEmpty() || objects.signingKeys.contains(held.id));
}

std::optional<PinTries> triesOf(const ModuleToken& token) {
    switch (token.pin) {
        case ModuleToken::Pin::Blocked:
            return PinTries{0, 0};
        case ModuleToken::Pin::LastTry:
            return PinTries{1, 0};
        case ModuleToken::Pin::Fine:
            break;
    }
    return std::nullopt;
}

tl::unexpected<Error> notRead() {
    return fail(ErrorCode::InternalError, QStringList{},
                QStringLiteral("the card was not read before signing"));
}

}  // namespace

ModuleCard::ModuleCard(ModuleCalls calls, ModuleGroup group)
    : m_calls(std::move(calls)), m_group(std::move(group)) {}

Expected<CardContents> ModuleCard::read(const CardTransaction&) {
    return readAll(nullptr);
}

Expected<CardContents> ModuleCard::readForSigning(const CardTransaction&,
                                                  const crypto::Certificate& expected) {
    return readAll(&expected);
}

Expected<CardContents> ModuleCard::readAll(const crypto::Certificate* expected) {
    m_signer.reset();
    std::optional<crypto::Certificate> authentication;
    for (const ModuleSlotToken& place : m_group.members) {
        const auto objects = m_calls.objects(place.slot.id);
        if (!objects)
            return tl::unexpected(objects.error());
        for (const ModuleObjects::Held& held : objects->certificates) {
            const bool isBetter = !m_signer || (expected != nullptr && held.certificate == *expected);
            if (isBetter && canSignWith(held, *objects))
                m_signer = Signer{place, held};
            if (!authentication && held.certificate.isForAuthentication())
                authentication = held.certificate;
        }
    }
    if (!m_signer)
        return fail(ErrorCode::CardNoSigningKey);
    const auto left = tries();
    if (!left)
        return tl::unexpected(left.error());
    const ModuleToken& token = m_signer->place.token;
    return CardContents{token.label,       m_signer->held.certificate, authentication, *left,
                        token.shortestPin, token.longestPin,           token.pinPad};
}

Expected<std::optional<PinTries>> ModuleCard::tries() {
    const auto token = m_calls.token(m_signer->place.slot.id);
    if (!token)
        return tl::unexpected(token.error());
    return triesOf(*token);
}

Expected<std::optional<PinTries>> ModuleCard::readPin2Tries(const CardTransaction&) {
    if (!m_signer) {
        const auto contents = readAll(nullptr);
        return contents ? Expected<std::optional<PinTries>>(contents->pin2)
                        : Expected<std::optional<PinTries>>(tl::unexpected(contents.error()));
    }
    return tries();
}

Expected<void> ModuleCard::openSigning(const CardTransaction&) {
    if (!m_signer)
        return notRead();
    m_calls.stay();  // what is logged in there, is so nowhere else
    return {};
}

bool ModuleCard::hasPinPad() const {
    return std::any_of(m_group.members.begin(), m_group.members.end(),
                       [](const ModuleSlotToken& member) { return member.token.pinPad; });
}

Expected<void> ModuleCard::verifyPin2(const CardTransaction&, const base::SecretBytes& pin) {
    return present(&pin, LoginLimit);
}

Expected<void> ModuleCard::verifyPin2OnPad(const CardTransaction&, const PadTerms& terms) {
    return present(nullptr, 2 * terms.limit + CardLimits().padMargin);
}

Expected<void> ModuleCard::present(const base::SecretBytes* pin, std::chrono::milliseconds limit) {
    if (!m_signer)
        return notRead();
    if (!m_loggedIn) {
        const auto loggedIn = logIn(pin, limit);
        if (!loggedIn)
            return loggedIn;
    }
    if (!m_loginForEach)
        return {};
    const quint64 slot = m_signer->place.slot.id;
    const auto begun = m_calls.beginSignature(slot, isElliptic());
    if (!begun) {
        m_loggedIn = m_loggedIn && begun.error().code() != ErrorCode::PinNotVerified;
        return begun;
    }
    const auto verified = m_calls.login(slot, pin, ModuleCalls::For::Signature, limit);
    m_begun = verified.has_value();
    if (!verified)
        return tl::unexpected(ofLogin(verified.error()));
    return {};
}

Expected<void> ModuleCard::logIn(const base::SecretBytes* pin, std::chrono::milliseconds limit) {
    const quint64 slot = m_signer->place.slot.id;
    const auto verified = m_calls.login(slot, pin, ModuleCalls::For::Token, limit);
    if (!verified)
        return tl::unexpected(ofLogin(verified.error()));
    const auto key = m_calls.takeKey(slot, m_signer->held.id);
    if (!key)
        return tl::unexpected(key.error());
    m_loggedIn = true;
    m_loginForEach = *key;
    return {};
}

/** With what the module tells of the tries. */
Error ModuleCard::ofLogin(const Error& error) {
    const ModuleToken& token = m_signer->place.token;
    if (error.code() == ErrorCode::PinFormat)
        return Error(error.code(), {QString::number(token.shortestPin), QString::number(token.longestPin)},
                     error.detail());
    if (error.code() != ErrorCode::PinWrong)
        return error;
    const auto left = tries();
    if (!left || !*left)
        return error;
    return (*left)->left == 0 ? Error(ErrorCode::PinBlocked, {}, error.detail())
                              : error.withCount((*left)->left);
}

bool ModuleCard::isElliptic() const {
    return m_signer->held.certificate.keyType() == crypto::KeyType::Ec;
}

Expected<QByteArray> ModuleCard::sign(const CardTransaction&, const crypto::Digest& digest) {
    if (!m_signer)
        return notRead();
    if (!m_loggedIn || (m_loginForEach && !m_begun))
        return fail(ErrorCode::PinNotVerified);
    const quint64 slot = m_signer->place.slot.id;
    const int fieldSize = (m_signer->held.certificate.keyBits() + 7) / 8;
    const auto begun = m_begun ? Expected<void>() : m_calls.beginSignature(slot, isElliptic());
    m_begun = false;
    // CKM_ECDSA takes a hash no longer than the field (PKCS#11 2.40, 2.3.6)
    const QByteArray data = isElliptic() ? digest.bytes().left(fieldSize) : digest.digestInfo();
    auto signature = begun ? m_calls.sign(slot, data) : Expected<QByteArray>(tl::unexpected(begun.error()));
    if (!signature) {
        m_loggedIn = signature.error().code() != ErrorCode::PinNotVerified;
        return signature;
    }
    if (signature->size() != (isElliptic() ? 2 * fieldSize : fieldSize))
        return fail(ErrorCode::CardDataInvalid, QStringList{},
                    QStringLiteral("a signature of %1 bytes").arg(signature->size()));
    return signature;
}

Expected<void> ModuleCard::leaveSigning(const CardTransaction&) {
    m_loggedIn = false;
    m_begun = false;
    return m_signer ? m_calls.leave(m_signer->place.slot.id) : Expected<void>();
}

}  // namespace signet::card
