#pragma once

#include <QObject>
#include <memory>

#include "signing/Batch.h"

namespace signet::ui {

class ProfileConnection;
class UiSettings;
class WindowAttendant;

/** One batch at a time: says whether one can begin, makes it, keeps it until it has ended, and lets it go. */
class BatchRunner : public QObject {
    Q_OBJECT
public:
    BatchRunner(signing::SessionList& sessions, signing::CardDesk& cards, signing::ServiceDesk& service,
                ProfileConnection& connection, WindowAttendant& attendant, QObject* parent = nullptr);
    ~BatchRunner() override;

    bool isRunning() const { return m_batch != nullptr; }
    /** Why a batch over so many sessions cannot begin, in words; empty if it can. */
    QString obstacle(int sessions) const;

    void start(const QList<signing::SessionKey>& keys, const UiSettings& settings);
    /** Once: begins nothing more and waits for what has been sent. Again: waits no longer. */
    void stop();
    /** Begins nothing more; may be called again without harm. */
    void requestStop();
    /** Of the last run: every document that was to be saved on this computer has been. */
    bool allSaved() const;

Q_SIGNALS:
    void started();
    void progressed(const signet::signing::BatchProgress& progress);
    void finished(const signet::signing::BatchSummary& summary);

private:
    void follow();
    void end();

    signing::SessionList& m_sessions;
    signing::CardDesk& m_cards;
    signing::ServiceDesk& m_service;
    ProfileConnection& m_connection;
    WindowAttendant& m_attendant;
    std::unique_ptr<signing::Batch> m_batch;
    QList<signing::SessionKey> m_lastKeys;
};

/** What became of a run, in a sentence or two. */
QString summaryText(const signing::BatchSummary& summary);

}  // namespace signet::ui
