#pragma once

#include <memory>
#include <optional>

#include "card/CardReaders.h"
#include "card/Iso7816.h"
#include "card/Pkcs15.h"
#include "card/SigningCard.h"

namespace signet::card {

/**
 * The Latvian eID on IDEMIA's Cosmo 8 and Cosmo X (card.md 1 to 3), all personalisations: what is where is
 * read from the card's PKCS#15 directories, never assumed. A card that does not know the family's
 * applications is CardUnknown. Card thread only.
 */
class LatvianEid : public SigningCard {
public:
    /** By the historical bytes: country 428 and "eID". What the card answers, decides. */
    static bool mayBe(QByteArrayView atr);

    LatvianEid(std::unique_ptr<CardTransport> transport, QString reader);

    Expected<CardContents> read(const CardTransaction& transaction) override;
    Expected<CardContents> readForSigning(const CardTransaction& transaction) override;
    Expected<std::optional<PinTries>> readPin2Tries(const CardTransaction& transaction) override;
    Expected<void> openSigning(const CardTransaction& transaction) override;
    Expected<void> verifyPin2(const CardTransaction& transaction, const base::SecretBytes& pin) override;
    Expected<QByteArray> sign(const CardTransaction& transaction, const crypto::Digest& digest) override;
    Expected<void> leaveSigning(const CardTransaction& transaction) override;
    bool hasPinPad() const override { return m_transport->hasPinPad(); }
    Expected<void> reconnect() override;

protected:
    Expected<void> beginTransaction() override { return m_transport->beginTransaction(); }
    void endTransaction() override { m_transport->endTransaction(); }

private:
    struct SigningKey {
        quint8 reference = 0;
        crypto::KeyType type = crypto::KeyType::Other;
        int bits = 0;
    };
    struct Found {
        QByteArray id;  ///< PKCS#15's: the same at a key and its certificate
        crypto::Certificate certificate;
    };
    enum class Purpose { Signing, Authentication };

    Expected<pkcs15::ObjectDirectory> readDirectory(QByteArrayView application);
    Expected<QByteArray> readAll(const QList<quint16>& files);
    Expected<std::optional<Found>> findCertificate(const pkcs15::ObjectDirectory& directory, Purpose purpose);
    Expected<std::optional<crypto::Certificate>> readCertificate(const pkcs15::FilePath& path);
    Expected<SigningKey> findKey(const pkcs15::ObjectDirectory& directory, const Found& found);
    Expected<void> recognise();
    Expected<void> readPin2(const pkcs15::ObjectDirectory& directory, CardContents& contents);
    Expected<std::optional<PinTries>> readTries();
    Expected<std::optional<crypto::Certificate>> readAuthenticationCertificate();
    QString typeName() const;

    std::unique_ptr<CardTransport> m_transport;
    QString m_reader;
    QByteArray m_atr;
    Iso7816 m_commands;
    std::optional<SigningKey> m_key;
    QByteArray m_pin2AuthId;
};

}  // namespace signet::card
