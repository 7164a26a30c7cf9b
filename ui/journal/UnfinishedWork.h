#pragma once

#include <QObject>
#include <memory>

#include "signing/Unfinished.h"

namespace signet::signing {
class Journal;
class ServiceDesk;
}  // namespace signet::signing

namespace signet::ui {

class BatchRunner;

/**
 * What the journal holds at the connected service and is not done: after a crash, a power cut, a cancel, or a
 * request whose outcome is not known. Goes on with it by a person's word, batch by batch. Main thread.
 */
class UnfinishedWork : public QObject {
    Q_OBJECT
public:
    UnfinishedWork(std::shared_ptr<signing::Journal> journal, signing::SessionList& sessions,
                   const signing::ServiceDesk& service, BatchRunner& runner, QObject* parent = nullptr);
    ~UnfinishedWork() override;

    /** Reads it anew; while a batch runs, when it has ended. */
    void refresh();
    const QList<signing::UnfinishedBatch>& batches() const { return m_batches; }
    int unsentCount() const;
    int sentCount() const;
    /** How many sessions the unfinished batches began with. */
    int batchSizes() const;
    /** `resend`: what stays unconfirmed after a look is sent again. */
    void goOn(bool resend);

Q_SIGNALS:
    void changed();

private:
    void take(const QList<signing::UnfinishedEntry>& entries);
    void goOnWithNext();
    void batchEnded();

    std::shared_ptr<signing::Journal> m_journal;
    signing::SessionList& m_sessions;
    const signing::ServiceDesk& m_service;
    BatchRunner& m_runner;
    QList<signing::UnfinishedBatch> m_batches;
    QList<signing::UnfinishedBatch> m_waiting;  ///< those of a goOn() whose turn has not come
    bool m_resend = false;
};

}  // namespace signet::ui
