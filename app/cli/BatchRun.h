#pragma once

#include <QObject>
#include <QSet>
#include <memory>
#include <optional>

#include "cli/Foreword.h"
#include "cli/Preparation.h"
#include "cli/ProgressLine.h"
#include "cli/Results.h"
#include "signing/Batch.h"
#include "signing/BatchOrder.h"
#include "signing/SessionList.h"
#include "signing/Unfinished.h"

namespace signet::cli {

class Interrupts;

/** What a run changes, and how. */
struct BatchJob {
    QStringList identifiers;
    QStringList files;
    signing::BatchOrder order;  ///< without sessions, and without what its preparation brings
    bool tellsBefore = false;   ///< says what will be done before it is done
    /** Goes on with these instead of the identifiers and files. */
    std::optional<signing::UnfinishedBatch> unfinished;
    bool resend = false;  ///< signing::Recalled::resend
};

/** Whom a run deals with. All outlive it. */
struct BatchPartners {
    signing::ServiceDesk& service;
    Interrupts& interrupts;
    Report& report;
    Preparation* preparation = nullptr;       ///< null: nothing is to be waited for
    signing::Attendant* attendant = nullptr;  ///< to sign
    /** Where this run's results go, if they are only a part: whoever owns them begins and ends them. */
    Results* partOf = nullptr;
};

/**
 * One run of any operation, from the picked sessions to the exit code: prepares what the operation needs,
 * says what will be done, runs the batch, and reports each session once, as it ends. Main thread, with its
 * event loop.
 */
class BatchRun : public QObject {
    Q_OBJECT
public:
    BatchRun(BatchJob job, const BatchPartners& partners);
    ~BatchRun() override;

    void start();
    /** What ended the run before its time. */
    const std::optional<base::Error>& endedBy() const { return m_endedBy; }
    static const QList<Outcome>& outcomes();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void pick();
    QList<signing::SessionKey> recall();
    void prepare();
    void tellBefore();
    void runBatch();
    void interrupt(int count);
    void endAll(signing::SessionEvent event, const base::Error& error);
    void noteChange(int row);
    void reportOnce(signing::SessionKey key);
    void finish();
    QList<signing::SessionKey> open() const;

    BatchJob m_job;
    BatchPartners m_partners;
    signing::SessionList m_sessions;
    Results m_ownResults;
    Results& m_results;
    Foreword m_foreword;
    std::unique_ptr<signing::Batch> m_batch;
    ProgressLine m_progress;
    QList<signing::SessionKey> m_picked;
    QSet<signing::SessionKey> m_reported;
    std::optional<base::Error> m_endedBy;
    bool m_finished = false;
};

}  // namespace signet::cli
