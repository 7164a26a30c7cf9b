#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "signing/SecretStore.h"
#include "signing/ServiceDesk.h"

namespace signet::ui {

/** Tries whether a service answers to a profile that has not been saved yet; nothing else is disturbed. */
class ConnectionTester : public QObject {
    Q_OBJECT
public:
    using SecretReader =
        std::function<QFuture<base::Expected<signing::SecretStore::Secret>>(const QString& profileName)>;

    explicit ConnectionTester(QObject* parent = nullptr);
    ~ConnectionTester() override;

    /** Gives the secret that is kept for a profile, so that it need not be entered again. */
    void setSecretReader(SecretReader reader);
    /** Ends in one of the signals but began(); without `entered`, the secret that is kept is used. */
    void test(const signing::Profile& profile, const signing::SecretStore::Secret& entered);

Q_SIGNALS:
    void began();
    void secretMissing();
    void succeeded(const signet::signing::ServiceGreeting& greeting);
    void failed(const signet::base::Error& error);

private:
    void testWith(const signing::Profile& profile, const signing::SecretStore::Secret& secret);

    SecretReader m_readSecret;
    std::unique_ptr<signing::ServiceDesk> m_probe;  // a desk of its own
};

}  // namespace signet::ui
