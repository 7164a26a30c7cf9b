#pragma once

#include <QList>
#include <QString>
#include <memory>
#include <optional>

#include "base/Expected.h"
#include "card/Apdu.h"
#include "card/PinPad.h"

namespace signet::card {

using base::Expected;
class SigningCard;

/** What is known of a reader without talking to its card. */
struct ReaderState {
    QString name;
    bool cardPresent = false;
    bool mute = false;  ///< a card is in, but did not answer to power (inserted the wrong way round, broken)
    QByteArray atr;     ///< empty without a card
    quint32 insertions = 0;      ///< changes whenever a card comes or goes, so that a quick swap is noticed
    bool throughModule = false;  ///< a PKCS#11 module shows it; the card may be in a PC/SC reader, too
    std::optional<base::Error> problem = {};  ///< why nothing can be known of its card
    bool operator==(const ReaderState&) const = default;
};

/**
 * The wire to one card. Used by the card thread only; every call may block as long as the card does (the
 * deadline is CardService's affair). Errors: CardRemoved, CardReset (connect again: all state on the card is
 * gone), CardInUse, CardFailed, PcscNotRunning ...
 */
class CardTransport {
public:
    virtual ~CardTransport() = default;
    virtual QByteArray atr() const = 0;
    /** Keeps other programs out until endTransaction(). CardReset if somebody reset the card since the last
     * one. */
    virtual Expected<void> beginTransaction() = 0;
    virtual void endTransaction() = 0;
    /** One exchange, as it is: 61xx and 6Cxx come back to the caller. */
    virtual Expected<ResponseApdu> transmit(const CommandApdu& command) = 0;
    /** Has the card reset at the end of this transaction: nothing that was opened on it stays open. */
    virtual void resetAtEnd() {}
    /** After CardReset: the same card again, in a fresh state. */
    virtual Expected<void> reconnect() = 0;
    /** Whether a PIN can be typed on the reader itself. */
    virtual bool hasPinPad() const { return false; }
    /**
     * One VERIFY with what a person types on the reader: blocks for as long as that takes. The answer is the
     * card's, or the reader's own (padOutcome()). Never called where there is no PIN pad.
     */
    virtual Expected<ResponseApdu> verifyOnPad(const PadEntry&) {
        return base::fail(base::ErrorCode::PinPadMissing, QStringList{QString()});
    }
    /** Whether a PIN can be changed there, too; and how, in the manner of verifyOnPad(). */
    virtual bool canChangeOnPad() const { return false; }
    virtual Expected<ResponseApdu> changeOnPad(const PadChange&) {
        return base::fail(base::ErrorCode::PinPadMissing, QStringList{QString()});
    }
};

/** Waits for readers and cards to come and go. Belongs to the watching thread, but for cancel(). */
class ReaderWatch {
public:
    virtual ~ReaderWatch() = default;
    /**
     * The first call answers at once, each further one when something has changed; Cancelled after cancel().
     * Trouble is told once; the next call then waits until it is over, or has become another one.
     */
    virtual Expected<QList<ReaderState>> next() = 0;
    /** Ends the waiting for good. Any thread. */
    virtual void cancel() = 0;
};

/** Where cards are: the computer's PC/SC service, or a virtual reader inside the program (demo mode). Any
 * thread. */
class CardReaders {
public:
    virtual ~CardReaders() = default;
    virtual std::unique_ptr<ReaderWatch> watch() = 0;
    /** Shared access to the card in the reader of exactly this name. */
    virtual Expected<std::unique_ptr<CardTransport>> connect(const QString& reader) = 0;
    /**
     * The card in this reader, where it needs none of our drivers (PKCS#11 modules); null where it does:
     * connect() then. Card thread; keeps its own time limits.
     */
    virtual Expected<std::unique_ptr<SigningCard>> openCard(const QString& reader);
    /** The folder for what is known of these cards (KnownCards); empty: it is to be kept in memory only, as
     * of cards that are new at each start. */
    virtual QString placeOfKnownCards() const { return {}; }
};

}  // namespace signet::card
