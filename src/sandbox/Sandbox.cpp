#include "sandbox/Sandbox.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

#include "sandbox/PrivateFile.h"
#include "sandbox/service/ApiService.h"
#include "sandbox/service/HttpFront.h"
#include "sandbox/service/SampleDocuments.h"

namespace signet::sandbox {
namespace {

constexpr int SecretBytesLength = 24;
const QString TokenPath = QStringLiteral("/trustedx-authserver/oauth/lvrtc-eipsign-as/token");

using base::ErrorCode;
using base::fail;

QSslConfiguration tlsConfiguration(const KeyAndCertificate& server) {
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(server.certificateDer, QSsl::Der));
    configuration.setPrivateKey(QSslKey(privateKeyPem(server.key.get()), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

QUrl address(const QString& scheme, const QString& host, quint16 port, const QString& path = {}) {
    QUrl url;
    url.setScheme(scheme);
    url.setHost(host);
    url.setPort(port);
    url.setPath(path);
    return url;
}

}  // namespace

struct Sandbox::Parts {
    QTemporaryDir folder;
    base::SecretBytes clientSecret;
    std::optional<DemoPki> pki;
    std::unique_ptr<ApiService> service;
    std::unique_ptr<HttpFront> http;
    std::unique_ptr<HttpFront> https;
    SandboxInfo info;
};

Sandbox::Sandbox(SandboxOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_parts(std::make_unique<Parts>()) {}

Sandbox::~Sandbox() {
    stop();
}

Expected<SandboxInfo> Sandbox::start() {
    const auto answer = [this](const HttpRequest& request) { return m_parts->service->reply(request); };
    m_parts->http = std::make_unique<HttpFront>(answer);
    const quint16 httpPort = m_parts->http->listenOnLoopback(m_options.httpPort);
    if (httpPort == 0)
        return fail(ErrorCode::NoConnection, QStringList{u"127.0.0.1:%1"_qs.arg(m_options.httpPort)});
    SandboxInfo& info = m_parts->info;
    info.httpApi = address(u"http"_qs, u"127.0.0.1"_qs, httpPort);
    info.httpTokenUrl = address(u"http"_qs, u"127.0.0.1"_qs, httpPort, TokenPath);
    auto pki = DemoPki::create(info.httpApi.toEncoded() + "/sandbox/v1/ocsp");
    if (!pki)
        return tl::unexpected(pki.error());
    m_parts->pki = *pki;
    m_parts->https = std::make_unique<HttpFront>(answer);
    m_parts->https->sslSetup(tlsConfiguration(pki->tlsServer()));
    const quint16 httpsPort = m_parts->https->listenOnLoopback(m_options.httpsPort);
    if (httpsPort == 0)
        return fail(ErrorCode::NoConnection, QStringList{u"127.0.0.1:%1"_qs.arg(m_options.httpsPort)});
    info.api = address(u"https"_qs, u"127.0.0.1"_qs, httpsPort);
    info.tokenUrl = address(u"https"_qs, u"127.0.0.1"_qs, httpsPort, TokenPath);
    m_parts->clientSecret = base::SecretBytes(randomHex(SecretBytesLength).toLatin1());
    m_parts->service =
        std::make_unique<ApiService>(m_options, *pki, m_parts->clientSecret.clone(), m_faults, m_counters);
    return describe();
}

Expected<SandboxInfo> Sandbox::describe() {
    SandboxInfo& info = m_parts->info;
    info.clientId = m_options.clientId;
    info.caPem = m_parts->pki->rootPem();
    const auto caFile = writePrivateFile(m_parts->folder.path(), u"ca.pem"_qs, info.caPem);
    const auto secretFile =
        writePrivateFile(m_parts->folder.path(), u"client-secret"_qs, m_parts->clientSecret.view());
    if (!caFile || !secretFile)
        return tl::unexpected(caFile ? secretFile.error() : caFile.error());
    info.caFile = *caFile;
    info.clientSecretFile = *secretFile;
    if (m_options.seal) {
        const QString folder =
            m_options.seal->folder.isEmpty() ? m_parts->folder.path() : m_options.seal->folder;
        const auto files = writeSealFiles(*m_parts->pki, m_options.seal->kind, folder);
        if (!files)
            return tl::unexpected(files.error());
        info.seal = *files;
    }
    for (int i = 0; i < m_options.sampleSessions; ++i) {
        constexpr int EveryNth = 9;
        QList<SandboxDocument> documents;
        for (const DataFile& file :
             sampleDocuments(i, m_options.severalFiles && i % EveryNth == EveryNth - 1))
            documents.append({{}, file.name, file.bytes});
        info.sessions.append(addSession(documents));
    }
    return info;
}

void Sandbox::stop() {
    m_parts->http.reset();
    m_parts->https.reset();
}

const SandboxInfo& Sandbox::info() const {
    return m_parts->info;
}

base::SecretBytes Sandbox::clientSecret() const {
    return m_parts->clientSecret.clone();
}

const DemoPki& Sandbox::pki() const {
    return *m_parts->pki;
}

FaultPlan& Sandbox::faults() {
    return m_faults;
}

Counters& Sandbox::counters() {
    return m_counters;
}

base::SecretBytes Sandbox::issueToken() {
    QByteArray token = m_parts->service->tokens().issue();
    return base::SecretBytes::takeFrom(token);
}

bool Sandbox::isToken(QByteArrayView text) const {
    return m_parts->service->tokens().accepts(QByteArray("Bearer ") + text.toByteArray());
}

QString Sandbox::addSession(const QList<SandboxDocument>& documents) {
    Session& session = m_parts->service->sessions().start();
    for (const SandboxDocument& document : documents)
        session.documents.append(makeDocument(document.name, document.bytes));
    return session.id;
}

std::optional<QList<SandboxDocument>> Sandbox::documents(const QString& sessionId) const {
    const Session* session = m_parts->service->sessions().find(sessionId);
    if (!session)
        return std::nullopt;
    QList<SandboxDocument> documents;
    for (const StoredDocument& document : session->documents)
        documents.append({document.id, document.name, document.bytes});
    return documents;
}

}  // namespace signet::sandbox
