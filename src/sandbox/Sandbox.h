#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QUrl>
#include <memory>
#include <optional>

#include "base/Expected.h"
#include "base/SecretBytes.h"
#include "sandbox/SealFiles.h"
#include "sandbox/pki/DemoPki.h"
#include "sandbox/service/Counters.h"
#include "sandbox/service/FaultPlan.h"

namespace signet::sandbox {

/** An e-seal to be issued and written at the start. */
struct SealWish {
    QString folder = {};  ///< empty: the sandbox's private temporary folder
    KeyKind kind = KeyKind::Rsa2048;
};

struct SandboxOptions {
    quint16 httpPort = 0;   ///< 0: any free one
    quint16 httpsPort = 0;  ///< 0: any free one
    int sampleSessions = 20;
    bool severalFiles = true;  ///< every ninth sample session holds several files
    int ecDigestLength = 32;   ///< bytes of the digest for EC keys: 32, 48 or 64; RSA keys always get 32
    int latencyMs = 0;         ///< wait before every answer
    qint64 fileMaxLength = 26'214'400;
    int tokenLifetimeSeconds = 600;
    int sessionLifetimeSeconds = 86'400;
    int maxSessionsPerRequest = 0;     ///< 413 above; 0: no limit
    bool refuseSecondFinalize = true;  ///< false: a repeated finalizeSigning adds a second signature
    std::optional<SealWish> seal = {};
    QString clientId = QStringLiteral("signet-demo");
    QString clientName = QStringLiteral("SIA Paraugs");
};

/** Where a running sandbox is to be found. A value, to be handed between threads. */
struct SandboxInfo {
    QUrl api;       ///< https://127.0.0.1:PORT
    QUrl tokenUrl;  ///< the whole address of the token endpoint, https
    QUrl httpApi;   ///< http://127.0.0.1:PORT
    QUrl httpTokenUrl;
    QByteArray caPem;  ///< trust this for https, and nothing else with it
    QString caFile;    ///< the same as a file, in a private temporary folder that goes with the sandbox
    QString clientId;
    QString clientSecretFile;
    QStringList sessions;           ///< the sample sessions
    std::optional<SealFiles> seal;  ///< if it was wished for
};

/** A document of a session, as a test looks at it. */
struct SandboxDocument {
    QString id;
    QString name;
    QByteArray bytes;
};

/**
 * A local SignAPI (signapi.md 12): on HTTP loopback and on HTTPS with its own root, with real cryptography.
 * Everything is in memory, but for the certificate and the client secret in a private temporary folder. Lives
 * in the thread that made it, which needs an event loop; `faults()` and `counters()` may be used from any
 * thread.
 */
class Sandbox : public QObject {
    Q_OBJECT
public:
    explicit Sandbox(SandboxOptions options = {}, QObject* parent = nullptr);
    ~Sandbox() override;

    /** Makes the keys, the sample sessions, and listens. Once. */
    Expected<SandboxInfo> start();
    void stop();

    const SandboxInfo& info() const;
    base::SecretBytes clientSecret() const;
    /** Valid after start(). */
    const DemoPki& pki() const;

    FaultPlan& faults();
    Counters& counters();

    /** A token that the service accepts, without asking for one over HTTP; for tests. */
    base::SecretBytes issueToken();
    /** Whether this is a token that the service gave to anybody, and still accepts; for tests. */
    bool isToken(QByteArrayView text) const;
    /** A new session with the given documents; for tests. */
    QString addSession(const QList<SandboxDocument>& documents);
    /** The documents of a session; nothing if there is no such session. */
    std::optional<QList<SandboxDocument>> documents(const QString& sessionId) const;

private:
    Expected<SandboxInfo> describe();

    struct Parts;
    SandboxOptions m_options;
    FaultPlan m_faults;
    Counters m_counters;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace signet::sandbox
