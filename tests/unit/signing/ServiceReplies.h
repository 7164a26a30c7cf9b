#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace signet::test {

struct ServiceReply {
    int status = 200;
    QByteArray body;
    int delay = 0;        ///< milliseconds
    bool silent = false;  ///< never answers
    bool hangUp = false;  ///< closes the connection without a byte
};

/** No answer at all, and the connection closed. */
ServiceReply hangingUp();
/** No answer at all, and the connection stays open. */
ServiceReply silence();
/** {"data": ...} */
ServiceReply dataReply(const QJsonObject& object, int status = 200);
/** {"error":{"code","message"}} for the whole request. */
ServiceReply refusal(int status, const QString& code, const QString& message);

/** {"sessionId"} and {"sessionId","error":{"code","message"}}: entries of one session. */
QJsonObject success(const QString& session);
QJsonObject failing(const QString& session, const QString& code, const QString& message);
/** {"data":{"results":[...]}} */
ServiceReply resultsReply(const QJsonArray& entries, int status = 200);

/** The same answer, with one session's entry in the list `member` changed, or (no `entry`) left out. */
ServiceReply changed(const ServiceReply& reply, const QString& member, const QString& session,
                     const QJsonObject& entry);

}  // namespace signet::test
