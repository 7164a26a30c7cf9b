#include "signapi/HttpExchange.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QSslError>
#include <QUuid>

#include "base/Log.h"
#include "signapi/HttpDate.h"
#include "signapi/NetworkErrorMap.h"
#include "signapi/RetryAfter.h"

namespace signet::signapi {

using base::ErrorCode;

QFuture<Answer<HttpReply>> HttpExchange::start(std::shared_ptr<QNetworkAccessManager> manager,
                                               const QSslConfiguration& tls, HttpRequest request) {
    auto* exchange = new HttpExchange(std::move(manager), std::move(request));
    QFuture<Answer<HttpReply>> future = exchange->m_promise.future();
    exchange->send(tls);
    return future;
}

HttpExchange::HttpExchange(std::shared_ptr<QNetworkAccessManager> manager, HttpRequest request)
    : m_manager(std::move(manager)), m_request(std::move(request)) {
    m_promise.start();
}

HttpExchange::~HttpExchange() {
    m_stopped.reset();
    delete m_reply;
    // Wipes the bytes themselves unless Qt's network thread still shares them.
    base::SecretBytes::takeFrom(m_authorization);
}

void HttpExchange::send(const QSslConfiguration& tls) {
    if (m_request.stop.stop_requested()) {
        settle(tl::unexpected(failure(base::Error(ErrorCode::Cancelled), true)));
        return;
    }
    const QNetworkRequest request = networkRequest(tls);
    m_reply = m_manager->sendCustomRequest(request, m_request.method, m_request.body.get());
    m_reply->setReadBufferSize(256 * 1024);
    watch();
    armTimers();
    armStop();
}

QNetworkRequest HttpExchange::networkRequest(const QSslConfiguration& tls) {
    const QByteArray correlation = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_trace = QString(QString::fromLatin1(m_request.method) % u' ' % m_request.url.path(QUrl::FullyEncoded) %
                      u" [" % QString::fromLatin1(correlation) % u']');
    QNetworkRequest request(m_request.url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "Signet/" SIGNET_VERSION);
    request.setRawHeader("Accept", m_request.accept);
    // Keeps Qt from unpacking: what is counted is then what came over the wire.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("X-Correlation-ID", correlation);
    if (m_request.body) {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_request.contentType);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body->total());
    }
    if (m_request.authorization) {
        m_authorization = m_request.authorization->view().toByteArray();
        request.setRawHeader("Authorization", m_authorization);
    }
    return request;
}

void HttpExchange::watch() {
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_requestSent = true; });
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpExchange::tlsFailed);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { progressed(); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::answerBegan);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::readArrived);
    // Queued: a reply may finish inside the call that made it.
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::replyFinished, Qt::QueuedConnection);
    if (!m_request.body)
        return;
    connect(m_request.body.get(), &SingleShotBody::taken, this, [this] { progressed(); });
    // Queued: the reply is just reading from it.
    connect(
        m_request.body.get(), &SingleShotBody::broken, this,
        [this] {
            endEarly(ErrorCode::FileNotReadable, {QString(), QString()}, m_trace);
        },
        Qt::QueuedConnection);
}

void HttpExchange::armTimers() {
    const auto arm = [this](QTimer& timer, const std::optional<std::chrono::milliseconds>& limit) {
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [this] { endEarly(ErrorCode::ServiceTimeout, {place()}); });
        if (limit)
            timer.start(*limit);
    };
    arm(m_total, m_request.total);
    arm(m_firstByte, m_request.firstByte);
    // With a limit for the first byte, the one for progress begins with it.
    arm(m_idle, m_request.firstByte ? std::nullopt : m_request.idle);
}

void HttpExchange::armStop() {
    // A stop may be requested in any thread; the exchange ends in its own.
    m_stopped.emplace(m_request.stop, [this] {
        QMetaObject::invokeMethod(
            this, [this] { endEarly(ErrorCode::Cancelled); }, Qt::QueuedConnection);
    });
}

void HttpExchange::progressed() {
    if (m_request.idle && (m_idle.isActive() || !m_request.firstByte))
        m_idle.start(*m_request.idle);
}

void HttpExchange::answerBegan() {
    m_firstByte.stop();
    if (m_request.idle)
        m_idle.start(*m_request.idle);
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void HttpExchange::readArrived() {
    if (m_endedEarly)
        return;
    if (m_answer.status == 0)
        answerBegan();
    progressed();
    while (!m_endedEarly && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(256 * 1024);
        if (bytes.isEmpty())
            return;
        keep(bytes);
    }
}

void HttpExchange::keep(const QByteArray& bytes) {
    const bool intoSink = m_request.sink && m_answer.status / 100 == 2;
    m_answer.received += bytes.size();
    if (m_answer.received > (intoSink ? m_request.mostSinkBytes : m_request.mostBytes)) {
        endEarly(ErrorCode::AnswerTooLarge);
        return;
    }
    if (!intoSink) {
        m_answer.body += bytes;
        return;
    }
    if (m_request.sink->write(bytes) != bytes.size())
        endEarly(ErrorCode::OutputNotWritable, {QString(), m_request.sink->errorString()});
}

void HttpExchange::tlsFailed(const QList<QSslError>& errors) {
    for (const QSslError& error : errors)
        m_tlsTrouble += (m_tlsTrouble.isEmpty() ? QString() : QStringLiteral(", ")) + error.errorString();
}

void HttpExchange::endEarly(ErrorCode code, const QStringList& arguments, const QString& detail) {
    if (m_settled || m_endedEarly)
        return;
    m_endedEarly = base::Error(code, arguments, detail);
    m_reply->abort();
    replyFinished();
}

void HttpExchange::replyFinished() {
    if (m_settled)
        return;
    if (!m_endedEarly)
        readArrived();
    // Reading the last bytes may have broken a limit, which settles.
    if (!m_settled)
        settle(outcome());
}

void HttpExchange::settle(Answer<HttpReply> answer) {
    m_settled = true;
    m_total.stop();
    m_firstByte.stop();
    m_idle.stop();
    m_stopped.reset();
    if (answer)
        qCDebug(base::logService).noquote()
            << m_trace << "answered" << answer->status << answer->received << "bytes";
    else
        qCDebug(base::logService).noquote()
            << m_trace << "failed" << answer.error().error.publicCode() << answer.error().error.detail();
    m_promise.addResult(std::move(answer));
    m_promise.finish();
    deleteLater();
}

Answer<HttpReply> HttpExchange::outcome() {
    if (m_endedEarly)
        return tl::unexpected(failure(*m_endedEarly, true));
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // First of all, because Qt counts these among its own errors: a 307 to a request that it cannot send
    // again, a 407.
    if (m_answer.status / 100 == 3)
        return tl::unexpected(answered(ErrorCode::RedirectRefused));
    if (m_answer.status == 407)
        return tl::unexpected(answered(ErrorCode::ProxyAuthentication));
    const NetworkVerdict verdict = verdictOf(m_reply->error());
    if (!verdict.isStatus || m_answer.status == 0) {
        const QString why =
            QString(m_reply->errorString() % (m_tlsTrouble.isEmpty() ? u"" : u": ") % m_tlsTrouble);
        const ErrorCode code = verdict.isStatus ? ErrorCode::ConnectionBroken : verdict.code;
        return tl::unexpected(
            failure(base::Error(code, {place()}, base::redacted(why)), verdict.mayPrecedeSending));
    }
    if (isCut()) {
        CallFailure cut = failure(base::Error(ErrorCode::ConnectionBroken, {place()}), false);
        cut.delivery = Delivery::Unclear;
        return tl::unexpected(cut);
    }
    m_answer.contentType = m_reply->rawHeader("Content-Type");
    m_answer.retryAfter = readRetryAfter(m_reply->rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    m_answer.sentAt = readHttpDate(m_reply->rawHeader("Date"));
    m_answer.trace = m_trace;
    return m_answer;
}

bool HttpExchange::isCut() const {
    // Qt does not always report the end of a connection amid the body of a 4xx or 5xx.
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return announced.isValid() && announced.toLongLong() > m_answer.received && m_answer.status != 204;
}

CallFailure HttpExchange::answered(ErrorCode code) const {
    const base::Error error = base::Error(code, {place()}, m_trace).withServiceWords({}, {}, m_answer.status);
    return {error, Delivery::Answered, m_answer.status, {}, std::nullopt};
}

CallFailure HttpExchange::failure(base::Error error, bool mayPrecedeSending) const {
    CallFailure result{
        error.withDetail(m_trace), Delivery::Unclear, m_answer.status, {}, m_answer.retryAfter};
    const bool complete = !m_endedEarly && m_reply != nullptr && verdictOf(m_reply->error()).isStatus;
    const bool neverComplete = m_request.body && m_request.body->isBroken();
    if (neverComplete || (mayPrecedeSending && nothingLeft()))
        result.delivery = Delivery::NotSent;
    else if (complete && m_answer.status != 0)
        result.delivery = Delivery::Answered;
    return result;
}

bool HttpExchange::nothingLeft() const {
    if (m_answer.status != 0)
        return false;
    // A request with a body cannot be carried out without it, and what was not read cannot have left.
    return m_request.body ? m_request.body->isUntouched() : !m_requestSent;
}

QString HttpExchange::place() const {
    const int port = m_request.url.port();
    return port < 0 ? m_request.url.host() : QStringLiteral("%1:%2").arg(m_request.url.host()).arg(port);
}

}  // namespace signet::signapi
