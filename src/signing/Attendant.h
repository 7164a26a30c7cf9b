#pragma once

#include <QFuture>
#include <QString>
#include <QStringList>
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
    bool lastTry = false;                 ///< a wrong entry blocks PIN2: going on needs the person's word
    std::optional<base::Error> previous;  ///< why it is asked again (PinWrong, PinFormat, PinNotVerified)
    int minimumLength = 6;
    int maximumLength = 12;
};

struct PinAnswer {
    std::shared_ptr<base::SecretBytes> pin2;  ///< taken (moved from) by the batch; null with usePinPad
    bool usePinPad = false;
    bool lastTryAgreed = false;  ///< the person was told that this is the last try, and goes on
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
};

}  // namespace signet::signing
