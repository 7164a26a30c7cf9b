#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "base/Expected.h"
#include "crypto/Certificate.h"

namespace signet::card {
class CardReaders;
class CardService;
struct CardLimits;
}  // namespace signet::card

namespace signet::signing {

/** One reader and its card, as a person sees them. */
struct DeskReader {
    enum class State { Empty, Reading, Usable, Unusable };
    QString name;
    State state = State::Empty;
    std::optional<base::Error> problem;  ///< when Unusable: why
    QString cardType;
    std::optional<crypto::Certificate> signingCertificate;  ///< also of some unusable cards (an expired one)
    std::optional<crypto::Certificate> authenticationCertificate;
    std::optional<int> pin2TriesLeft;
    std::optional<int> pin2TriesMaximum;
    int pinMinimumLength = 6;
    int pinMaximumLength = 12;
    /** The reader from which Signet itself can use the very card that a PKCS#11 module shows here: it is
     * preferred, unless this one is named. Empty otherwise. */
    QString sameCardAs;
    bool pinPad = false;       ///< PIN2 can be typed on it; known while a card is in
    bool contactless = false;  ///< reads cards without contact, and nobody can sign with it
    /** What is to be known before it is signed with this card, and does not stop anybody (appraise()). */
    QList<base::Error> warnings;

    /** Given name and surname from the signing certificate, or its common name; empty without one. */
    QString holder() const;
    /** Why nobody can sign with what is in it: NoCard, ReaderContactless, CardSilent (it is still being
     * read), its problem, PinBlocked. */
    std::optional<base::Error> obstacle() const;
    /** Why time stamps cannot be requested with the card's own certificate: CardNoAuthenticationCertificate,
     * the obstacles of appraise(). */
    std::optional<base::Error> authenticationObstacle() const;
};

/**
 * The card's face to people: which reader holds whose card, and which one is chosen for signing. Main thread.
 */
class CardDesk : public QObject {
    Q_OBJECT
public:
    explicit CardDesk(std::shared_ptr<card::CardReaders> readers, QObject* parent = nullptr);
    /** `limits`: how long things at the card may take, instead of the usual. */
    CardDesk(std::shared_ptr<card::CardReaders> readers, const card::CardLimits& limits,
             QObject* parent = nullptr);
    ~CardDesk() override;

    QList<DeskReader> readers() const;
    /** Why no reader can be known of (the smart card service is not running ...). */
    std::optional<base::Error> problem() const;
    /** The readers that were there at the start have been looked at. */
    bool isSettled() const;

    /** Chooses by exact name; an empty name means: the only usable one. Survives the reader's going and
     * coming. */
    void choose(const QString& readerName);
    QString chosenName() const;
    /**
     * The reader to sign with: the chosen one, or the only usable one (its PIN2 may be blocked). Otherwise
     * why not: problem(), NoReader, NoCard, ReaderContactless, its own problem, NoUsableCard, SeveralCards
     * (with the holders).
     */
    base::Expected<DeskReader> selected() const;
    /** `wanted`: an exact name, otherwise a unique part of one; ReaderUnknown, ReaderAmbiguous (with the
     * list). */
    base::Expected<DeskReader> byName(const QString& wanted) const;

    void refreshTries(const QString& readerName);

    /** For batches. */
    card::CardService& service() const;

Q_SIGNALS:
    void changed();

private:
    std::unique_ptr<card::CardService> m_service;
    QString m_chosen;
};

}  // namespace signet::signing
