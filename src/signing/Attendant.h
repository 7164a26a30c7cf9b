#pragma once

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>
#include <chrono>
#include <memory>
#include <optional>

#include "base/Expected.h"
#include "base/SecretBytes.h"

namespace signet::signing {

/** What a person has to know before typing PIN2. */
struct PinQuestion {
    QString holder;        ///< who signs, from the signing certificate
    QString serialNumber;  ///< such as PNOLV-010180-12345
    QString reader;
    int sessions = 0;    ///< how many will be signed with this one entry
    QStringList titles;  ///< the first few of them
    std::optional<int> triesLeft;
    bool lastTry = false;  ///< a wrong entry blocks PIN2: going on needs the person's word
    /** Where PIN2 is asked for before every signature: the entry is for one alone, the `number`th `of` so
     * many. 0: it is for all sessions. */
    int number = 0;
    int of = 0;
    QList<base::Error> warnings;          ///< of the certificates (DeskReader::warnings)
    std::optional<base::Error> previous;  ///< why it is asked again (PinWrong, PinFormat, PinNotVerified)
    bool pinPad = false;                  ///< PIN2 can be typed on the reader: PinAnswer::usePinPad
    int minimumLength = 6;
    int maximumLength = 12;
};

struct PinAnswer {
    std::shared_ptr<base::SecretBytes> pin2;  ///< taken (moved from) by the batch; null with usePinPad
    bool usePinPad = false;
    bool lastTryAgreed = false;  ///< the person was told that this is the last try, and goes on
};

/** The reader waits for PIN2 to be typed on its own keys. */
struct PadPrompt {
    QString reader;
    int signature = 1;  ///< which one the entry is for; where the card keeps PIN2, those after it, too
    int of = 1;         ///< so many are to be made in the run
    std::chrono::seconds limit{0};  ///< how long the reader waits
};

/** The person before the card, as a batch meets them; the window and the command line implement it. Main
 * thread. */
class Attendant {
public:
    virtual ~Attendant() = default;
    /** Always finishes: with the answer, or an Error (Cancelled when the person does not want to; PinLastTry
     * ...). */
    virtual QFuture<base::Expected<PinAnswer>> askForPin(const PinQuestion& question) = 0;
    /** False where nobody is there to be asked a second time: a wrong PIN then ends the run. */
    virtual bool canAskAgain() const = 0;
    /** The batch is being stopped: a question that is open finishes with Cancelled at once. */
    virtual void dismiss() = 0;
    /** The person is awaited at the reader: has to say so until padDone(). Also while the run is going on:
     * some cards want PIN2 for each signature, and only the person can give it. */
    virtual void padWaits(const PadPrompt& prompt) = 0;
    /** The reader does not wait any more, whatever came of it; may come without padWaits(). */
    virtual void padDone() = 0;
};

}  // namespace signet::signing
