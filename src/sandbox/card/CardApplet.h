#pragma once

#include <QByteArray>
#include <optional>

#include "sandbox/card/CardFiles.h"
#include "sandbox/card/CardKey.h"
#include "sandbox/card/CardPinStore.h"
#include "sandbox/card/CardWords.h"

namespace signet::sandbox {

/** The card's two keys; each can be used in its own application only. */
struct CardKeys {
    CardKey authentication;  ///< in ADF1, guarded by PIN1
    CardKey signing;         ///< in ADF2, guarded by PIN2
};

/**
 * The card's operating system: takes a command, looks at the state of selection, environment and PINs, and
 * answers. Not thread-safe. Knows no reader, no time and no mishap.
 */
class CardApplet {
public:
    CardApplet(CardFiles files, CardKeys keys, CardPinStore pins, const VirtualCardOptions& options);

    /** Forgets everything that a reset forgets. */
    void reset();
    CardAnswer execute(QByteArrayView bytes);

    /** The command is one that execute() would answer with a signature of the signing key. */
    bool wouldSign(QByteArrayView bytes) const;
    /** The next signature is made of another digest than the one that is given. */
    void spoilNextSignature() { m_spoilNextSignature = true; }

    PinTryCounter tries(CardPin pin) const { return m_pins.tries(pin); }
    int signatureCount() const { return m_signatures; }

private:
    using Handler = CardAnswer (CardApplet::*)(const CardCommand&);
    static Handler handlerOf(quint8 ins);

    // ISO 7816-4: files and data (CardAppletFiles.cpp)
    CardAnswer select(const CardCommand& command);
    CardAnswer readBinary(const CardCommand& command);
    CardAnswer getData(const CardCommand& command);
    CardAnswer getResponse(const CardCommand& command);
    tl::expected<void, quint16> selectByParameters(const CardCommand& command);
    void forgetAfterSelection(quint16 formerDirectory, bool byName);
    QByteArray fileControl(quint8 templateTag) const;

    // ISO 7816-4 and 7816-8: PINs and keys (CardAppletSecurity.cpp)
    CardAnswer verify(const CardCommand& command);
    CardAnswer changeReferenceData(const CardCommand& command);
    CardAnswer resetRetryCounter(const CardCommand& command);
    CardAnswer manageSecurityEnvironment(const CardCommand& command);
    CardAnswer performSecurityOperation(const CardCommand& command);
    CardAnswer internalAuthenticate(const CardCommand& command);
    std::optional<CardPin> reachablePin(quint8 reference) const;
    tl::expected<const CardKey*, quint16> keyFor(quint8 usage, quint8 reference, quint8 algorithm) const;
    quint16 checkSigning(const CardCommand& command) const;

    /** The answer's data is not given at once, but announced. */
    bool answersByGetResponse(const CardCommand& command) const;
    /** Whether `length` bytes of answer fit what the command allows: asked before anything is carried out. */
    quint16 checkAnswerLength(const CardCommand& command, qsizetype length) const;

    CardFiles m_files;
    CardKeys m_keys;
    CardPinStore m_pins;
    VirtualCardOptions m_options;
    const CardKey* m_signingEnvironment = nullptr;         ///< what MSE SET named for signatures
    const CardKey* m_authenticationEnvironment = nullptr;  ///< and for authentication
    QByteArray m_waiting;                                  ///< for GET RESPONSE
    bool m_spoilNextSignature = false;
    int m_signatures = 0;
};

}  // namespace signet::sandbox
