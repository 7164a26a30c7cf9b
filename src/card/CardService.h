#pragma once

#include <QFuture>
#include <QList>
#include <QObject>
#include <memory>
#include <optional>
#include <stop_token>

#include "base/Expected.h"
#include "base/SecretBytes.h"
#include "card/CardReaders.h"
#include "crypto/Certificate.h"
#include "crypto/Digest.h"

namespace signet::card {

/** Tries of a PIN (card.md 2). */
struct PinTries {
    int left = 0;
    int maximum = 0;
    bool operator==(const PinTries&) const = default;
};

/** What a driver reads of a card before any PIN: public data only. */
struct CardContents {
    QString cardType;  ///< for people: "Latvian eID (Cosmo X)"
    crypto::Certificate signingCertificate;
    std::optional<crypto::Certificate> authenticationCertificate;
    std::optional<PinTries> pin2;  ///< nothing if the card does not say
    int pinMinimumLength = 6;
    int pinMaximumLength = 12;
};

/** One reader as it is now. */
struct ReaderStatus {
    enum class State { Empty, Reading, Usable, Unusable };
    QString name;
    State state = State::Empty;
    std::optional<CardContents> contents;   ///< when Usable
    std::optional<base::Error> problem;     ///< when Unusable: why
};

/** What a signing run needs of the card. */
struct SigningRunRequest {
    QString reader;
    crypto::Certificate certificate;  ///< the card must still hold this one: CardChanged otherwise
    base::SecretBytes pin2;           ///< kept for the run, presented again where the card drops it; empty with pinPad
    bool pinPad = false;
    bool allowLastTry = false;        ///< a person agreed to use the last try: otherwise PinLastTry, and no VERIFY
};

/**
 * The computer's cards, through one card thread and one thread that waits for changes. Every call answers at once with
 * a future that always finishes, with a value or an Error; nobody may cancel these futures. Lives in the main thread;
 * signals come in the main thread.
 *
 * A signing run: openRun() verifies PIN2 once (a wrong one ends there: PinWrong with the tries left, PinBlocked), then
 * sign() as often as wanted, then closeRun(), which wipes the PIN and leaves the card with PIN2 closed. A run whose
 * card was reset or removed fails each further sign() with the cause; a wrong PIN is never presented twice.
 */
class CardService : public QObject {
    Q_OBJECT
public:
    using RunId = quint64;

    explicit CardService(std::shared_ptr<CardReaders> readers, QObject* parent = nullptr);
    ~CardService() override;

    /** All readers, in the order the system names them. */
    QList<ReaderStatus> readers() const;
    /** Why there are no readers to be known of (PcscNotRunning ...). Recovers by itself. */
    std::optional<base::Error> problem() const;
    /** The first listing, and the reading of the cards found in it, have ended. */
    bool isSettled() const;

    /** Asks the card again for its tries; the status changes with the answer. */
    void refresh(const QString& reader);

    QFuture<base::Expected<RunId>> openRun(SigningRunRequest request);
    /**
     * The signature over `digest` as SignAPI takes it from an honest card: RSA as it is, ECDSA as r||s. Not yet checked.
     * A stop that is requested before its turn on the card ends it with Cancelled; an exchange under way is finished.
     */
    QFuture<base::Expected<QByteArray>> sign(RunId run, crypto::Digest digest, std::stop_token stop);
    QFuture<base::Expected<void>> closeRun(RunId run);

Q_SIGNALS:
    /** readers(), problem() or isSettled() have changed. */
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace signet::card
