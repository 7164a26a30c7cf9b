#pragma once

#include <QByteArray>
#include <QList>
#include <QtGlobal>
#include <chrono>

#include "base/SecretBytes.h"

namespace signet::sandbox {

/** The card's three secrets, as ASCII digits (card.md 2: PIN1 4 to 12, PIN2 6 or 5 to 12, PUK 8 to 12 of
 * them). */
struct CardPins {
    base::SecretBytes pin1;
    base::SecretBytes pin2;
    base::SecretBytes puk;

    /** Those of every demo card: 1234, 123456 and 12345678. */
    static CardPins demo();
};

/** PIN references of VERIFY and its kin (card.md 2). */
enum class CardPin : quint8 { Pin1 = 0x01, Puk = 0x02, Pin2 = 0x85 };

/** What becomes of a verified PIN2 when the card has signed once: both kinds exist. */
enum class Pin2Habit { DropsAfterSignature, KeepsUntilDeselected };

/**
 * How answer data comes. ByLe: at once where the command has a Le; a command that brings data and has none is
 * answered 61xx, and GET RESPONSE fetches the rest. Direct: at once, as over T=1; without a Le 6700.
 * GetResponse: as over T=0; in addition 6Cxx to a wrong Le.
 */
enum class AnswerHabit { ByLe, Direct, GetResponse };

/** What can go wrong at a chosen moment. */
enum class CardMishap {
    Removed,         ///< pulled out: no answer, and gone until it is inserted again
    Reset,           ///< no answer, and everything that a reset forgets is forgotten
    Silence,         ///< no answer, ever; until it is taken out
    EmptyAnswer,     ///< an answer without a status, which is how some readers report a card that is being
                     ///< pulled out
    Nonsense,        ///< bytes that mean nothing, with 9000 at their end
    ErrorStatus,     ///< 6F00
    WrongSignature,  ///< (at a signature only) well-formed, by the right kind of key, but of another digest
};

/** One mishap at the `number`th exchange or signature, counted from 1 and from the moment when the fault was
 * set. */
struct CardFault {
    enum class Moment { Exchange, Signature };
    CardMishap mishap = CardMishap::Removed;
    Moment moment = Moment::Exchange;
    int number = 1;
    bool carriedOut =
        false;  ///< the card did what it was told (counted a PIN try, signed), and only then the mishap came
};

struct PinTryCounter {
    int maximum = 3;
    int left = 3;
};

/** How one card behaves where cards differ, or misbehave. */
struct VirtualCardOptions {
    Pin2Habit pin2Habit = Pin2Habit::DropsAfterSignature;
    bool keepsPin2WhenReselected = false;  ///< SELECT of ADF2 while it is selected keeps a verified PIN2
    /** SELECT by identifier or path keeps it, too, wherever it leads: only SELECT by name closes PIN2. */
    bool keepsPin2AmongFiles = false;
    bool acceptsAnyKeyReference =
        false;  ///< MSE SET answers 9000 whatever the reference; PSO then signs with another key
    AnswerHabit answerHabit = AnswerHabit::ByLe;

    PinTryCounter pin1Tries;
    PinTryCounter pin2Tries;
    PinTryCounter pukTries;
    quint16 lastWrongPinStatus = 0x63C0;  ///< answer to the try that blocks; 0x6983 on other cards
    quint16 blockedPinStatus = 0x6983;    ///< answer to VERIFY of a blocked PIN; 0x6984 on other cards
    bool tellsTries = true;               ///< false: GET DATA of the PINs' counters is unknown (6A88)

    int longestRead = 256;     ///< READ BINARY never gives more at once, whatever Le says
    quint8 fcpSizeTag = 0x80;  ///< 0x81 on some files of some cards
    bool contactless = false;  ///< lies on a contactless reader: another ATR, and nothing without PACE (6982)
    bool hasDocumentNumber = true;
    QByteArray documentNumber;    ///< empty: one that follows from the signing certificate
    int paddingAfterRecords = 0;  ///< zero bytes after the records of the PKCS#15 files

    std::chrono::milliseconds timePerExchange{0};
    std::chrono::milliseconds timePerSignature{0};  ///< in addition to that of the exchange

    QList<CardFault> faults;  ///< counted from the card's making
};

}  // namespace signet::sandbox
