#pragma once

#include <QList>

#include "card/CardHost.h"
#include "crypto/Certificate.h"

namespace signet::card {

/** A slot of a module with a token in it. */
struct ModuleSlot {
    quint64 id = 0;
    QString description;
    bool operator==(const ModuleSlot&) const = default;
};

struct ModuleToken {
    enum class Pin { Fine, LastTry, Blocked };
    QString label;
    QString serial;
    bool initialised = false;
    bool pinPad = false;  ///< CKF_PROTECTED_AUTHENTICATION_PATH
    Pin pin = Pin::Fine;
    int shortestPin = 0;
    int longestPin = 0;
    bool operator==(const ModuleToken&) const = default;
};

/** What a token shows to everybody. */
struct ModuleObjects {
    struct Held {
        QByteArray id;  ///< CKA_ID
        crypto::Certificate certificate;
    };
    QList<Held> certificates;
    QList<QByteArray> signingKeys;  ///< CKA_ID of each that can be seen; many tokens hide them before C_Login
};

/**
 * The calls that Signet makes of a PKCS#11 module, through its host. Everything that comes back is checked
 * for kind and size: CardDataInvalid. Other errors: ModuleUnusable, those of CardHost, and of the module
 * itself as ckrError() words them. One thread at a time.
 */
class ModuleCalls {
public:
    explicit ModuleCalls(std::shared_ptr<CardHost> host) : m_host(std::move(host)) {}

    /** How a module is called: its file's name without what follows the first dot. */
    static QString nameOf(const QString& module);
    QString name() const { return nameOf(m_host->module()); }

    /** From now on calls are carried out only in the process that carried out the last one: ModuleCrashed
     * otherwise. */
    void stay() { m_stay = true; }
    /** Waiting for a call ends with Cancelled when this is requested. */
    void setStop(std::stop_token stop) { m_stop = std::move(stop); }

    Expected<QList<ModuleSlot>> slotsWithTokens();
    Expected<ModuleToken> token(quint64 slot);
    Expected<ModuleObjects> objects(quint64 slot);

    /** C_Login with `pin`, or (null) with what is typed on the reader; for the operation that was begun, or
     * else for the token. */
    enum class For { Token, Signature };
    Expected<void> login(quint64 slot, const base::SecretBytes* pin, For what,
                         std::chrono::milliseconds limit);
    /** Takes the key with this CKA_ID; whether it wants a login for each signature. CardNoSigningKey. */
    Expected<bool> takeKey(quint64 slot, const QByteArray& id);
    /** C_SignInit, then C_Sign, with the key that was taken. */
    Expected<void> beginSignature(quint64 slot, bool elliptic);
    Expected<QByteArray> sign(quint64 slot, const QByteArray& data);
    /** C_Logout and the end of the session. */
    Expected<void> leave(quint64 slot);

private:
    Expected<QCborValue> call(CardHost::Request request);

    std::shared_ptr<CardHost> m_host;
    std::optional<quint64> m_process;
    bool m_stay = false;
    std::stop_token m_stop;
};

}  // namespace signet::card
