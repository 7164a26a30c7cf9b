#pragma once

#include <QFuture>
#include <QList>
#include <QObject>
#include <memory>
#include <optional>
#include <stop_token>

#include "base/Expected.h"
#include "card/CardLimits.h"
#include "card/CardReaders.h"
#include "card/PadMoment.h"
#include "card/PinCareRequest.h"
#include "card/ReaderStatus.h"
#include "card/SigningRunRequest.h"
#include "crypto/Digest.h"

namespace signet::card {

/**
 * The computer's cards, through one card thread and one thread that waits for changes. Every call answers at
 * once with a future that always finishes, with a value or an Error; nobody may cancel these futures. Lives
 * in the main thread; signals come in the main thread.
 *
 * A signing run: openRun() verifies PIN2 once (a wrong one ends there: PinWrong with the tries left,
 * PinBlocked), then sign() as often as wanted, then closeRun(), which wipes the PIN and leaves the card with
 * PIN2 closed. A run whose card was reset or removed fails each further sign() with the cause; a wrong PIN is
 * never presented twice. With a PIN pad, a person types PIN2 on the reader as often as the card wants it.
 */
class CardService : public QObject {
    Q_OBJECT
public:
    using RunId = quint64;

    explicit CardService(std::shared_ptr<CardReaders> readers, QObject* parent = nullptr);
    CardService(std::shared_ptr<CardReaders> readers, const CardLimits& limits, QObject* parent = nullptr);
    /** Ends every open future with Cancelled and waits for the card for a moment only; a mute one is left
     * behind. */
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
     * The signature over `digest` as SignAPI takes it from an honest card: RSA as it is, ECDSA as r||s. Not
     * yet checked. A stop that is requested before its turn on the card ends it with Cancelled; an exchange
     * under way is finished.
     */
    QFuture<base::Expected<QByteArray>> sign(RunId run, crypto::Digest digest, std::stop_token stop);
    QFuture<base::Expected<void>> closeRun(RunId run);
    /**
     * Looks at a card's PINs, changes one, or unblocks one with the PUK (PinCareRun): the states as they are
     * afterwards. A change that the card did not answer ends with PinOutcomeUnknown, and is never repeated.
     * Signing runs at the same card go on afterwards, and present PIN2 anew.
     */
    QFuture<base::Expected<PinStates>> carePins(PinCareRequest request);
    /** A signature did not fit this certificate: what is known of its card is not used again. */
    void distrust(const crypto::Certificate& signingCertificate);

    /** A thread still hangs in a mute card: leave main() by std::_Exit then, it cannot be joined. Any thread.
     */
    static bool hasAbandonedThread();

Q_SIGNALS:
    /** readers(), problem() or isSettled() have changed. */
    void changed();
    /** A signing run with a PIN pad: the reader begins to wait for PIN2, or does so no longer (also when the
     * run has ended by it). Comes before the future that it belongs to has finished. */
    void padChanged(const signet::card::PadMoment& moment);
    /** The same while carePins() is at it. */
    void carePadChanged(const signet::card::PadMoment& moment);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace signet::card
