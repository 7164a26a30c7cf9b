#pragma once

#include <memory>

#include "support/ScriptedCard.h"

// The three personalisations that card.md 1 records, written down by hand from there.
namespace signet::test {

enum class Personalisation { Cosmo8Rsa, Cosmo8Ec, CosmoXEc };

QByteArray tlv(quint32 tag, const QByteArray& value);

struct LatvianCard {
    QByteArray atr;
    bool rsa = false;
    quint8 signingKey = 0;
    quint16 authenticationFile = 0;
    quint16 signingFile = 0;
    QByteArray authenticationDer;
    QByteArray signingDer;
    bool placeHolders = false;  ///< directories also name one-byte files
    QByteArray number;          ///< of the card, in D003; empty: it says none

    static LatvianCard make(Personalisation personalisation);

    std::shared_ptr<CardScript> script() const { return std::make_shared<CardScript>(atr); }
    /** Everything that read() asks for. `triesLeft` < 0: the card does not say. */
    void addRead(CardScript& script, int triesLeft = 3) const;
    void addReadForSigning(CardScript& script, int triesLeft = 3) const;
    /** What read() asks of a card that is known. */
    void addReadKnown(CardScript& script, int triesLeft = 3) const;
    /** And readForSigning(). */
    void addStillHolds(CardScript& script, int triesLeft = 3) const;
    /** SELECT, and READ BINARY until a whole certificate has come. */
    static void addCertificate(CardScript& script, quint16 file, const QByteArray& der);
    void addSerialNumber(CardScript& script) const;
    void addOpenSigning(CardScript& script) const;
    void addVerify(CardScript& script, const char* answer = "9000") const;
    void addSign(CardScript& script, const QByteArray& input, const QByteArray& signature) const;
    void addLeave(CardScript& script) const;
    QByteArray verifyCommand() const;
    QByteArray signCommand(const QByteArray& input) const;
    /** As long as this card's signatures are. */
    QByteArray someSignature(char fill) const;

    QByteArray signingDirectory() const;
    QByteArray privateKeys() const;
    QByteArray certificates(quint16 file, const char* id) const;
    QByteArray pins() const;
    QByteArray triesAnswer(int left) const;
};

inline constexpr char SelectMain[] = "00A4040C10A000000077010800070000FE00000100";
inline constexpr char SelectAuthentication[] = "00A4040C0DE828BD080FF2504F5420415750";
inline constexpr char SelectSigning[] = "00A4040C1051534344204170706C69636174696F6E";
inline constexpr char SelectSerialNumber[] = "00A4020402D00300";
inline constexpr char GetTries[] = "00CB3FFF0A4D087006BF810502A08000";

}  // namespace signet::test
