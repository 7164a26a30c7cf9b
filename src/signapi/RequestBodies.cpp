#include "signapi/RequestBodies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signet::signapi {
namespace {

using base::SessionId;

QJsonArray sessionList(const QList<SessionId>& sessions) {
    QJsonArray list;
    for (const SessionId& session : sessions)
        list.append(QJsonObject{{QStringLiteral("sessionId"), session.toString()}});
    return list;
}

QString base64(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64());
}

QString certificateText(const crypto::Certificate& certificate, bool asPem) {
    return QString::fromLatin1(asPem ? certificate.toPem() : certificate.toBase64());
}

QByteArray compact(const QJsonObject& body) {
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

}  // namespace

QByteArray requestBody(const CalculateDigestRequest& request) {
    return compact({
        {QStringLiteral("sessions"), sessionList(request.sessions)},
        {QStringLiteral("certificate"), certificateText(request.certificate, false)},
        {QStringLiteral("signAsPdf"), request.signAsPdf},
        {QStringLiteral("createNewEdoc"), request.createNewEdoc},
    });
}

QByteArray requestBody(const FinalizeRequest& request) {
    QJsonArray values;
    for (const SessionSignature& signature : request.signatures)
        values.append(QJsonObject{{QStringLiteral("sessionId"), signature.session.toString()},
                                  {QStringLiteral("signatureValue"), base64(signature.signatureValue)}});
    return compact({
        {QStringLiteral("sessionSignatureValues"), values},
        {QStringLiteral("authCertificate"), certificateText(request.authCertificate, false)},
    });
}

QByteArray requestBody(const ESealRequest& request) {
    return compact({
        {QStringLiteral("sessions"), sessionList(request.sessions)},
        {QStringLiteral("signAsPdf"), request.signAsPdf},
        {QStringLiteral("createNewEdoc"), request.createNewEdoc},
        {QStringLiteral("signKey"), base64(request.signKey)},
        {QStringLiteral("signKeyPassword"), base64(request.signKeyPassword)},
        {QStringLiteral("authCertificate"),
         certificateText(request.authCertificate, request.authCertificateAsPem)},
    });
}

QByteArray requestBody(const ArchiveRequest& request) {
    return compact({
        {QStringLiteral("sessions"), sessionList(request.sessions)},
        {QStringLiteral("authCertificate"),
         certificateText(request.authCertificate, request.authCertificateAsPem)},
    });
}

}  // namespace signet::signapi
