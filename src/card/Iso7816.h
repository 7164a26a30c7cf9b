#pragma once

#include <QByteArray>
#include <functional>
#include <optional>

#include "base/Expected.h"
#include "card/Apdu.h"
#include "card/CardReaders.h"

namespace signet::card {

/**
 * The inter-industry commands that drivers are made of (ISO 7816-4), over one card. Whatever the card
 * answers, every function makes progress or ends in an Error: a status that refuses is CardFailed with the
 * status, an answer that makes no sense is CardDataInvalid. Card thread only, within a transaction.
 */
class Iso7816 {
public:
    /** Some readers fail on longer answers (card.md 1). */
    static constexpr int BlockSize = 0xC0;
    /** READ BINARY addresses 15 bits. */
    static constexpr qsizetype MaxFileSize = 0x8000;
    /** For the files of one application, from its SELECT on: a card that gives few bytes at a time is given
     * up. Ours take less than a hundred. */
    static constexpr int MostExchanges = 4096;

    explicit Iso7816(CardTransport& transport) : m_transport(&transport) {}

    /**
     * The whole answer: 61xx is fetched by GET RESPONSE, 6Cxx repeated with that Le. Any final status is
     * returned. Not for VERIFY, which is never sent twice.
     */
    Expected<ResponseApdu> exchange(const CommandApdu& command);
    /** The same, and any status but 9000 is CardFailed. */
    Expected<QByteArray> exchangeOk(const CommandApdu& command);

    Expected<void> selectApplication(QByteArrayView aid);
    /** Selects an elementary file of the application; its size where the FCP says one. */
    Expected<std::optional<qsizetype>> selectFile(quint16 file);
    /**
     * The selected file from `offset` to `end` if that is known, to 6B00 or 6282 otherwise; no further than
     * to the block with which it is `enough`.
     */
    Expected<QByteArray> readSelected(std::optional<qsizetype> end, qsizetype offset = 0,
                                      const std::function<bool(QByteArrayView)>& enough = {});
    Expected<QByteArray> readFile(quint16 file);
    /** GET DATA with a request list (00 CB 3F FF, ISO 7816-4, 11.4.3). */
    Expected<QByteArray> getData(QByteArrayView request);

private:
    Expected<ResponseApdu> transmit(const CommandApdu& command);
    Expected<ResponseApdu> collect(ResponseApdu answer);

    CardTransport* m_transport;
    int m_exchanges = 0;  ///< since the latest SELECT of an application
};

/** CardFailed with the status for people. */
base::Error statusError(StatusWord status, const QString& what);

}  // namespace signet::card
