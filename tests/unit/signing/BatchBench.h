#pragma once

#include <QPromise>
#include <QTemporaryDir>
#include <functional>
#include <memory>

#include "ScriptedService.h"
#include "sandbox/card/VirtualReaders.h"
#include "signing/Attendant.h"
#include "signing/Batch.h"
#include "signing/CardDesk.h"
#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"

namespace signet::test {

/** A person who answers from a list; afterwards, or without one, with the right PIN. */
class ScriptedAttendant : public signing::Attendant {
public:
    struct Reaction {
        QByteArray pin = "123456";
        bool lastTryAgreed = false;
        bool usePinPad = false;
        bool refuses = false;  ///< does not want to
        bool waits = false;    ///< says nothing until dismissed
    };
    QList<Reaction> reactions;
    bool asksAgain = false;
    std::function<void()> whenAsked;

    QList<signing::PinQuestion> questions;
    int dismissals = 0;
    QList<signing::PadPrompt> prompts;
    int padEnds = 0;

    QFuture<base::Expected<signing::PinAnswer>> askForPin(const signing::PinQuestion& question) override;
    bool canAskAgain() const override { return asksAgain; }
    void dismiss() override;
    void padWaits(const signing::PadPrompt& prompt) override { prompts.append(prompt); }
    void padDone() override { ++padEnds; }

private:
    using Promise = QPromise<base::Expected<signing::PinAnswer>>;
    std::unique_ptr<Promise> m_open;
};

/** Everything that a batch needs, with a virtual card and a scripted service. */
class BatchBench {
public:
    explicit BatchBench(const sandbox::VirtualCardOptions& card = {},
                        sandbox::CardPersonalisation kind = sandbox::CardPersonalisation::CosmoXEc);
    ~BatchBench();

    /** Picks `count` new sessions with one file each. */
    QList<signing::SessionKey> pick(int count, const QString& name = QStringLiteral("letter.docx"));
    QList<signing::SessionKey> pickIds(const QStringList& ids);

    /** The batch is to seal, with a made-up PFX; its certificates are the card's. */
    void orderSeal();
    void orderArchive() { order.operation = signing::Operation::Archive; }

    /** Makes and starts the batch. */
    signing::Batch& start();
    bool waitForEnd(int milliseconds = 60'000);
    signing::BatchSummary run();

    int inState(signing::SessionState state) const;
    const signing::Session& session(int row) const { return sessions.at(row); }
    QString idOf(int row) const { return sessions.at(row).id->toString(); }
    QString code(int row) const;
    QString stage(int row) const;
    /** The card has been asked for nothing, and nobody for a PIN. */
    bool cardWasLeftAlone() const;
    /** The card has been read. */
    void waitForCards();
    /** Every session has settled once, in an end state, and can be removed again. */
    bool everythingSettled() const;

    ScriptedService service;
    std::shared_ptr<sandbox::VirtualCard> card;
    std::shared_ptr<sandbox::VirtualReaders> readers;
    signing::CardDesk cards;
    signing::ServiceDesk desk;
    signing::SessionList sessions;
    ScriptedAttendant attendant;
    signing::Profile profile;
    signing::BatchOrder order;
    QHash<signing::SessionKey, int> settled;
    int finishedCount = 0;
    bool hasCards = true;  ///< otherwise the batch gets neither cards nor attendant
    std::unique_ptr<signing::Batch> batch;
};

}  // namespace signet::test
