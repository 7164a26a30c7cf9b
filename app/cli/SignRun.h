#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <memory>
#include <optional>

#include "cli/ExitCode.h"
#include "cli/ProgressLine.h"
#include "cli/Report.h"
#include "signing/CardDesk.h"
#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"
#include "signing/Batch.h"

namespace signet::card {
class CardReaders;
}

namespace signet::cli {

class Interrupts;

/** What a run signs, and how. */
struct SignJob {
    QStringList identifiers;
    QStringList files;
    QString reader;                 ///< as it was asked for; empty: the only usable one
    signing::BatchOrder options;  ///< without sessions and reader
};

/**
 * One run from the picked sessions to the exit code: waits for the cards, chooses one, runs the batch, and
 * reports each session once, as it ends. Main thread, with its event loop.
 */
class SignRun : public QObject {
    Q_OBJECT
public:
    /** Everything that is handed in by reference outlives the run. */
    SignRun(SignJob job, std::shared_ptr<card::CardReaders> readers, signing::ServiceDesk& service,
            signing::Attendant& attendant, Report& report, Interrupts& interrupts);
    ~SignRun() override;

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void pick();
    void signWithCard();
    void runBatch(const QString& reader);
    void interrupt(int count);
    void endAll(signing::SessionEvent event, const base::Error& error);
    void noteChange(int row);
    void reportOnce(signing::SessionKey key);
    void finish();
    signing::BatchSummary summary() const;
    RunEnd runEnd() const;

    SignJob m_job;
    signing::ServiceDesk& m_service;
    signing::Attendant& m_attendant;
    Report& m_report;
    Interrupts& m_interrupts;
    signing::SessionList m_sessions;
    std::shared_ptr<card::CardReaders> m_readers;
    std::unique_ptr<signing::CardDesk> m_cards;
    std::unique_ptr<signing::Batch> m_batch;
    ProgressLine m_progress;
    QElapsedTimer m_clock;
    QList<signing::SessionKey> m_picked;
    QSet<signing::SessionKey> m_reported;
    std::optional<base::Error> m_endedBy;
    bool m_anyPrepared = false;
    bool m_finished = false;
};

}  // namespace signet::cli
