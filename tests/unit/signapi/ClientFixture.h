#pragma once

#include <QCoroTask>
#include <memory>

#include "RawServer.h"
#include "TestCertificate.h"
#include "base/SessionId.h"
#include "crypto/Certificate.h"
#include "signapi/SignApiClient.h"
#include "signapi/StaticToken.h"

namespace signet::test {

using namespace std::chrono_literals;

inline base::SessionId session(const char* name) {
    return *base::SessionId::parse(QString::fromLatin1(name));
}

/** Compared as text, so that a failed comparison shows what came. */
inline QString nameOf(const base::Error& error) {
    return base::toString(error.code());
}

/** Limits short enough for a test, long enough for a slow machine. */
inline signapi::ClientOptions quickOptions(const QUrl& api) {
    signapi::ClientOptions options;
    options.api = api;
    options.limits.token = 2s;
    options.limits.quickFirst = 700ms;
    options.limits.quickAgain = 3s;
    options.limits.firstByte = 700ms;
    options.limits.idle = 700ms;
    options.limits.longCallExactly = 1500ms;
    options.repeats.firstPause = 5ms;
    options.repeats.longestPause = 20ms;
    return options;
}

inline std::shared_ptr<signapi::TokenSource> someToken() {
    return std::make_shared<signapi::StaticToken>(base::SecretBytes(QByteArrayView("token-4711")));
}

inline std::shared_ptr<signapi::SignApiClient> clientWith(const signapi::ClientOptions& options) {
    return signapi::SignApiClient::create(options, someToken()).value();
}

inline std::shared_ptr<signapi::SignApiClient> clientOf(const RawServer& server) {
    return clientWith(quickOptions(server.url()));
}

inline const crypto::Certificate& someCertificate() {
    static const crypto::Certificate certificate =
        crypto::Certificate::fromPem(TestCertificate::make("PARAUGS ANNA").certificatePem).value();
    return certificate;
}

inline signapi::CalculateDigestRequest digestRequest(const QList<base::SessionId>& sessions) {
    return {sessions, someCertificate(), false, false};
}

inline signapi::FinalizeRequest finalizeRequest(const QList<base::SessionId>& sessions) {
    QList<signapi::SessionSignature> signatures;
    for (const base::SessionId& id : sessions)
        signatures.append({id, QByteArray("signature of ") + id.toString().toLatin1()});
    return {signatures, someCertificate()};
}

}  // namespace signet::test
