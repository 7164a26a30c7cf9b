#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <memory>

#include "sandbox/service/FaultPlan.h"

namespace signet::sandbox {

/** What was asked and what was changed since the start, so that a test can prove "at most once". */
struct CounterValues {
    QMap<Operation, int> requests;        ///< requests that arrived whole, by call, refused ones too
    QMap<QString, int> finalizeRequests;  ///< by session: entries of finalizeSigning requests that arrived
    QMap<QString, int> finalizations;     ///< by session: signatures really added
    QMap<QString, int> sealRequests;      ///< by session: entries of eSealCreate requests that arrived
    QMap<QString, int> seals;             ///< by session: seals really added
    QMap<QString, int> archiveRequests;   ///< by session: entries of addArchive requests that arrived
    QMap<QString, int> archives;          ///< by session: archive time stamps really added
    int tokensIssued = 0;
    int sessionsStarted = 0;
    int sessionsClosed = 0;
    int documentsUploaded = 0;
    int documentsDeleted = 0;

    QJsonObject toJson() const;
};

/** The live counters; also GET /sandbox/v1/counters. Copies share the same counts. Any thread. */
class Counters {
public:
    Counters();

    CounterValues values() const;
    void reset();

    void countRequest(Operation operation);
    /** A session named by a FinalizeSigning, ESealCreate or AddArchive request that arrived. */
    void countChangeRequest(Operation operation, const QString& sessionId);
    /** What such a request really changed. */
    void countChange(Operation operation, const QString& sessionId);
    void count(int CounterValues::*what, int by = 1);

private:
    struct Data;
    std::shared_ptr<Data> m_data;
};

}  // namespace signet::sandbox
