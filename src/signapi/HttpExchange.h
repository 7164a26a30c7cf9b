#pragma once

#include <QFuture>
#include <QNetworkReply>
#include <QObject>
#include <QPromise>
#include <QSslConfiguration>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "signapi/CallFailure.h"
#include "signapi/HttpMessage.h"

class QNetworkAccessManager;

namespace signet::signapi {

/**
 * One request and its answer, from the first byte to the last: enforces the limits while they pass, and tells
 * what is certain when it ends early. Deletes itself when it has ended; its future always finishes.
 */
class HttpExchange final : public QObject {
    Q_OBJECT
public:
    static QFuture<Answer<HttpReply>> start(std::shared_ptr<QNetworkAccessManager> manager,
                                            const QSslConfiguration& tls, HttpRequest request);
    ~HttpExchange() override;

private:
    HttpExchange(std::shared_ptr<QNetworkAccessManager> manager, HttpRequest request);

    void send(const QSslConfiguration& tls);
    QNetworkRequest networkRequest(const QSslConfiguration& tls);
    void watch();
    void armTimers();
    void armStop();

    void progressed();
    void answerBegan();
    void readArrived();
    void keep(const QByteArray& bytes);
    void tlsFailed(const QList<QSslError>& errors);

    void endEarly(base::ErrorCode code, const QStringList& arguments = {}, const QString& detail = {});
    void replyFinished();
    void settle(Answer<HttpReply> answer);

    Answer<HttpReply> outcome();
    CallFailure answered(base::ErrorCode code) const;
    CallFailure failure(base::Error error, bool mayPrecedeSending) const;
    bool isCut() const;
    bool nothingLeft() const;
    QString place() const;

    std::shared_ptr<QNetworkAccessManager> m_manager;
    HttpRequest m_request;
    QByteArray m_authorization;
    QString m_trace;
    QPromise<Answer<HttpReply>> m_promise;
    QNetworkReply* m_reply = nullptr;
    QTimer m_total;
    QTimer m_firstByte;
    QTimer m_idle;
    std::optional<std::stop_callback<std::function<void()>>> m_stopped;
    std::optional<base::Error> m_endedEarly;
    HttpReply m_answer;
    QString m_tlsTrouble;
    bool m_requestSent = false;
    bool m_settled = false;
};

}  // namespace signet::signapi
