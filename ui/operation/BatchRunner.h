#pragma once

#include <QObject>
#include <memory>

#include "signing/Batch.h"
#include "signing/Session.h"

namespace signet::ui {

class ArchivePanel;
class CertificateReader;
class ProfileConnection;
class SealConnection;
class UiSettings;
class WindowAttendant;
struct Intent;

/** One batch at a time: says whether one can begin, makes it, keeps it until it has ended, and lets it go. */
class BatchRunner : public QObject {
    Q_OBJECT
public:
    /** With what a batch is done. */
    struct Means {
        signing::CardDesk& cards;
        WindowAttendant& attendant;
        SealConnection& seal;
        const ArchivePanel& archive;
        std::shared_ptr<signing::Journal> journal;  ///< where runs are recorded; null: nowhere
    };

    BatchRunner(signing::SessionList& sessions, signing::ServiceDesk& service, ProfileConnection& connection,
                Means means, QObject* parent = nullptr);
    ~BatchRunner() override;

    bool isRunning() const { return m_batch != nullptr; }
    /** Why such a batch over so many sessions cannot begin, in words; empty if it can. */
    QString obstacle(signing::Operation operation, int sessions) const;

    void start(const QList<signing::SessionKey>& keys, const Intent& intent, const UiSettings& settings);
    /** Goes on with what the journal holds; false if there is nothing to do, or this is not the moment. */
    bool goOn(signing::BatchOrder order);
    /** Once: begins nothing more and waits for what has been sent. Again: waits no longer. */
    void stop();
    /** Begins nothing more; may be called again without harm. */
    void requestStop();
    /** Of the run that is going on, or the last one. */
    const QList<signing::SessionKey>& keys() const { return m_lastKeys; }
    /** Of the last run: every document that was to be saved on this computer has been. */
    bool allSaved() const;

Q_SIGNALS:
    /** obstacle() may say something else. */
    void readinessChanged();
    void started();
    void progressed(const signet::signing::BatchProgress& progress);
    void finished(const signet::signing::BatchSummary& summary);

private:
    QString cardObstacle() const;
    QString certificateObstacle() const;
    QString meansObstacle(signing::Operation operation) const;
    QString profileCertificateFile() const;
    void pickAgain(const QList<signing::SessionKey>& keys);
    signing::BatchOrder orderFor(const Intent& intent, const UiSettings& settings) const;
    void run(signing::BatchOrder order);
    void follow();
    void end();

    signing::SessionList& m_sessions;
    signing::ServiceDesk& m_service;
    ProfileConnection& m_connection;
    Means m_means;
    CertificateReader* m_profileCertificate;
    std::unique_ptr<signing::Batch> m_batch;
    QList<signing::SessionKey> m_lastKeys;
};

/** What became of a run, in a sentence or two. */
QString summaryText(const signing::BatchSummary& summary);

}  // namespace signet::ui
