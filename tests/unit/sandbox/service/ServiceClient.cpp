#include "ServiceClient.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QTimer>

#include "crypto/EcdsaSignature.h"

namespace signet::test {

ServiceClient::ServiceClient(sandbox::Sandbox& sandbox, sandbox::CardPersonalisation card)
    : m_api(sandbox.info().httpApi),
      m_token(sandbox.issueToken().view().toByteArray()),
      m_card(*sandbox.pki().issueCard(card, u"PĒTERIS"_qs, u"PARAUGS"_qs, u"010180-12345"_qs)) {}

HttpResult ServiceClient::get(const QString& path) {
    return send("GET", path, {}, {});
}

HttpResult ServiceClient::post(const QString& path, const QJsonObject& body) {
    return send("POST", path, QJsonDocument(body).toJson(), "application/json");
}

HttpResult ServiceClient::send(const QByteArray& method, const QString& path, const QByteArray& body,
                               const QByteArray& contentType) {
    QNetworkRequest request(QUrl(m_api.toString() + path));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    if (!contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
    QElapsedTimer clock;
    clock.start();
    QNetworkReply* reply = m_network.sendCustomRequest(request, method, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(m_patienceMs, reply, &QNetworkReply::abort);
    loop.exec();
    reply->setParent(&m_network);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->error(),
            reply->isOpen() ? reply->readAll() : QByteArray(),
            reply->rawHeader("Content-Type"),
            clock.elapsed(),
            reply};
}

HttpResult ServiceClient::calculateDigest(const QStringList& sessions, const QJsonObject& more) {
    QJsonArray list;
    for (const QString& id : sessions)
        list.append(QJsonObject{{u"sessionId"_qs, id}});
    QJsonObject body{{u"sessions"_qs, list},
                     {u"certificate"_qs, QString::fromLatin1(m_card.signing.certificateDer.toBase64())},
                     {u"signAsPdf"_qs, false},
                     {u"createNewEdoc"_qs, false}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body.insert(it.key(), it.value());
    return post(u"/api-sign/v1.0/CalculateDigest"_qs, body);
}

HttpResult ServiceClient::finalize(const QJsonObject& digestAnswer, bool rawEcdsa) {
    return post(u"/api-sign/v1.0/finalizeSigning"_qs, finalizeRequest(digestAnswer, rawEcdsa));
}

QJsonObject ServiceClient::finalizeRequest(const QJsonObject& digestAnswer, bool rawEcdsa) const {
    QJsonArray values;
    for (const QJsonValue& entry : digestAnswer[u"data"][u"sessionDigests"].toArray()) {
        const QByteArray digest = QByteArray::fromBase64(entry[u"digest"].toString().toLatin1());
        values.append(
            QJsonObject{{u"sessionId"_qs, entry[u"sessionId"]},
                        {u"signatureValue"_qs, QString::fromLatin1(sign(digest, rawEcdsa).toBase64())}});
    }
    return {{u"sessionSignatureValues"_qs, values},
            {u"authCertificate"_qs, QString::fromLatin1(m_card.authentication.certificateDer.toBase64())}};
}

QByteArray ServiceClient::sign(const QByteArray& digest, bool rawEcdsa) const {
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(m_card.signing.key.get(), nullptr);
    const bool rsa = EVP_PKEY_get_base_id(m_card.signing.key.get()) == EVP_PKEY_RSA;
    EVP_PKEY_sign_init(context);
    if (rsa) {
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING);
        EVP_PKEY_CTX_set_signature_md(context, EVP_sha256());
    }
    constexpr std::size_t LargestSignature = 512;
    std::size_t size = LargestSignature;
    QByteArray value(static_cast<qsizetype>(size), '\0');
    const int good = EVP_PKEY_sign(context, reinterpret_cast<unsigned char*>(value.data()), &size,
                                   reinterpret_cast<const unsigned char*>(digest.data()),
                                   static_cast<std::size_t>(digest.size()));
    EVP_PKEY_CTX_free(context);
    value.truncate(good == 1 ? static_cast<qsizetype>(size) : 0);
    constexpr int P384FieldSize = 48;
    return rsa || !rawEcdsa ? value : crypto::EcdsaSignature::fromDer(value, P384FieldSize)->raw();
}

}  // namespace signet::test
