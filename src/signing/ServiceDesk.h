#pragma once

#include <QFuture>
#include <QObject>
#include <chrono>
#include <memory>
#include <optional>

#include "base/Expected.h"
#include "base/SecretBytes.h"
#include "signing/Profile.h"
#include "signing/Session.h"
#include "signing/SessionValidation.h"
#include "signing/Validation.h"

namespace signet::signapi {
class SignApiClient;
}

namespace signet::signing {

/** What "test the connection" found out. */
struct ServiceGreeting {
    QString customer;                   ///< as the service calls this client; may be empty
    qint64 fileMaxLength = 0;           ///< bytes; 0: not told
    qint64 sessionLifetimeSeconds = 0;  ///< 0: not told
    /** How much this computer's clock is ahead of the service's (negative: behind); nothing: not told. */
    std::optional<std::chrono::seconds> clockAhead;
};

/**
 * The service's face to people, for one profile at a time: test it, see what is in a session, fetch a signed
 * document, have its signatures checked. Futures always finish. Main thread.
 */
class ServiceDesk : public QObject {
    Q_OBJECT
public:
    explicit ServiceDesk(QObject* parent = nullptr);
    ~ServiceDesk() override;

    /** Uses this profile from now on; `secret` is the client secret or the token. Batches under way keep the
     * old one. */
    base::Expected<void> connectTo(const Profile& profile, base::SecretBytes secret);
    void disconnect();
    const std::optional<Profile>& profile() const { return m_profile; }

    /** Proves address, TLS, token and customer in one go, and changes nothing (signapi.md 7.1). */
    QFuture<base::Expected<ServiceGreeting>> testConnection();
    QFuture<base::Expected<QList<Document>>> listDocuments(const base::SessionId& session);
    /**
     * Fetches a document into `folder` under `name`, or under a free name beside it ("x (2).asice"); never
     * over a file. Checked against `document.size`. The absolute path, or OutputNotWritable and the network's
     * errors.
     */
    QFuture<base::Expected<QString>> save(const base::SessionId& session, const Document& document,
                                          const QString& folder);
    /**
     * What the service makes of the signatures of a container or a PDF; changes nothing. DocumentNotSigned,
     * SessionNotFound, and the network's errors.
     */
    QFuture<base::Expected<ValidationReport>> validate(const base::SessionId& session,
                                                       const Document& document);
    /** The same for all that is signed in a session; the one that is worst off speaks for it. */
    QFuture<base::Expected<SessionValidation>> validate(const base::SessionId& session);
    /** The same for a local file, in a session that is closed again afterwards. */
    QFuture<base::Expected<SessionValidation>> validate(const QString& file);

    /** What a call without a profile ends with. */
    static base::Error notConnected();

    /** For batches; null without a profile. */
    std::shared_ptr<signapi::SignApiClient> client() const { return m_client; }

Q_SIGNALS:
    void profileChanged();
    /** A call failed, and is made again after this pause. */
    void retrying(std::chrono::milliseconds pause, const signet::base::Error& cause);

private:
    std::optional<Profile> m_profile;
    std::shared_ptr<signapi::SignApiClient> m_client;
    /** The largest file that this service takes, once it has been asked. */
    std::shared_ptr<std::optional<qint64>> m_fileLimit;
};

}  // namespace signet::signing
