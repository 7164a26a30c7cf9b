#pragma once

#include <QHash>
#include <QString>
#include <memory>
#include <optional>
#include <utility>

#include "base/Expected.h"
#include "signing/journal/Journal.h"
#include "signing/journal/JournalConnection.h"
#include "signing/journal/JournalOwner.h"

namespace signet::signing {

/**
 * The journal's file: made so that only its owner reads it, brought to the newest schema, and set aside where
 * it is damaged. Whether it is sound is looked at in full only after some program ended without closing it:
 * with a long history that takes a while. Journal thread.
 */
class JournalFile {
public:
    explicit JournalFile(const QString& path);
    /** Closes it; what this owner had claimed is free again. */
    ~JournalFile();
    Q_DISABLE_COPY_MOVE(JournalFile)

    /** Opens it if it is not open, and anew if another file stands at its place by now. JournalFailed;
     * JournalNewer: nothing was changed. */
    base::Expected<void> open();
    /** The connection met damage. Sets the file aside and begins a new one, unless another program has done
     * so already; that is done once, then JournalFailed. */
    base::Expected<void> replaceDamaged();

    JournalConnection& connection() { return *m_connection; }
    const QString& owner() const { return m_owner.token(); }
    const Journal::Opening& opening() const { return m_opening; }

    /** What this owner has claimed and released: a new file in the place of a damaged one has it, too. */
    void noteClaims(const QString& api, const QList<base::SessionId>& sessions);
    void forgetClaims(const QString& api, const QList<base::SessionId>& sessions);

private:
    base::Expected<void> openLocked();
    base::Expected<void> connect();
    base::Expected<bool> isUsable();
    base::Expected<void> setUp(bool isFresh);
    base::Expected<void> setAside();
    void close();
    base::Expected<void> freeOfDead();
    void claimAgain();

    JournalOwner m_owner;
    Journal::Opening m_opening;
    std::unique_ptr<JournalConnection> m_connection;
    std::optional<std::pair<quint64, quint64>> m_identity;
    std::optional<std::pair<quint64, quint64>> m_condemned;  ///< the file that has to go
    QHash<QString, QList<base::SessionId>> m_claims;         ///< by service
    bool m_replaced = false;
    bool m_doubtful = false;  ///< some program ended without closing it
};

}  // namespace signet::signing
