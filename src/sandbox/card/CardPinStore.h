#pragma once

#include <QByteArray>

#include "sandbox/card/VirtualCardOptions.h"

namespace signet::sandbox {

/** The three PINs, their counters, and which of them are verified just now. Answers with status words. */
class CardPinStore {
public:
    static constexpr int BlockLength = 12;

    CardPinStore(CardPins pins, qsizetype shortestPin2, const VirtualCardOptions& options);

    /** 12 bytes padded with FF. A wrong PIN costs a try and closes it; a block that is none costs nothing. */
    quint16 verify(CardPin pin, QByteArrayView block);
    /** What VERIFY without a PIN answers. */
    quint16 verificationStatus(CardPin pin) const;
    quint16 change(CardPin pin, QByteArrayView oldBlock, QByteArrayView newBlock);
    /** A new value and all tries, for who has verified the PUK. */
    quint16 unblock(CardPin pin, QByteArrayView newBlock);

    bool isVerified(CardPin pin) const { return entry(pin).verified; }
    void close(CardPin pin) { entry(pin).verified = false; }
    void closeAll();
    PinTryCounter tries(CardPin pin) const { return entry(pin).tries; }

private:
    struct Entry {
        base::SecretBytes value;
        qsizetype shortest = 0;
        PinTryCounter tries;
        bool verified = false;
    };

    Entry& entry(CardPin pin);
    const Entry& entry(CardPin pin) const;
    quint16 compare(Entry& entry, QByteArrayView block) const;

    Entry m_pin1;
    Entry m_pin2;
    Entry m_puk;
    quint16 m_lastWrongStatus;
    quint16 m_blockedStatus;
};

}  // namespace signet::sandbox
