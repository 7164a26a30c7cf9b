#pragma once

#include <QString>
#include <chrono>
#include <memory>

#include "base/Expected.h"
#include "sandbox/card/VirtualCard.h"

namespace signet::sandbox {

/** Where a virtual reader of vsmartcard-vpcd listens for its card; 127.0.0.1:35963 is the first one of a
 * stock Debian. */
struct VpcdAddress {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 35963;

    /** "HOST:PORT", "HOST" or "[IPv6]:PORT"; AddressInvalid otherwise. */
    static base::Expected<VpcdAddress> parse(const QString& text);
    bool operator==(const VpcdAddress&) const = default;
};

/**
 * Puts a VirtualCard into a virtual reader of the computer's pcscd, by the protocol of vpcd (card.md 5).
 * Works on a thread of its own; connects again, for as long as the card is to be in, when pcscd comes back.
 * All calls from any thread.
 */
class VpcdLink {
public:
    explicit VpcdLink(VpcdAddress address);
    /** Takes the card out and ends the thread. */
    ~VpcdLink();
    Q_DISABLE_COPY_MOVE(VpcdLink)

    /** Puts the card in, instead of one that is there. Returns at once. */
    void insert(std::shared_ptr<VirtualCard> card);
    /** Takes the card out. Waits until the connection is closed. */
    void remove();

    /** The virtual reader holds the card: vpcd is connected. */
    bool isConnected() const;
    bool waitForConnected(std::chrono::milliseconds limit) const;

private:
    class Worker;
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace signet::sandbox
