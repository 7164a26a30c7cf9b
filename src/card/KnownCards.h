#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "card/KnownCard.h"

namespace signet::card {

/**
 * The cards that were read before, so that their certificates are not read again: the latest few, in memory,
 * and those with a name also in files, one for each card, which only their owner can read. Trouble with
 * files is no trouble: the card is read then. Card thread only.
 */
class KnownCards {
public:
    static constexpr qsizetype Most = 16;

    /** `folder`: made where it is wanted; empty: only as long as this lives. */
    explicit KnownCards(QString folder = {}) : m_folder(std::move(folder)) {}

    /** signet/cards in QStandardPaths::GenericCacheLocation, or what SIGNET_CARD_CACHE names; if that is set
     * and empty, nothing is to be kept in files. */
    static QString usualFolder();

    std::optional<KnownCard> find(const QByteArray& name);
    /** The one that holds this signing certificate; of those that were found or read since the start. */
    std::optional<KnownCard> findHolding(const crypto::Certificate& signingCertificate) const;
    /** In the place of what was known of it before. */
    void remember(const KnownCard& card);
    /** The one that holds this signing certificate. */
    void forget(const crypto::Certificate& signingCertificate);

private:
    QString pathOf(const QByteArray& name) const;
    std::optional<KnownCard> load(const QByteArray& name) const;
    void save(const KnownCard& card) const;
    void removeSurplus() const;
    void keep(const KnownCard& card);

    QString m_folder;
    QList<KnownCard> m_cards;  ///< the latest first
};

}  // namespace signet::card
