#pragma once

#include <QStringList>
#include <memory>

#include "card/CardReaders.h"
#include "sandbox/card/VirtualCard.h"

namespace signet::sandbox {

/**
 * Card readers inside the program, for the demo mode and for tests: what the computer's PC/SC service is to a
 * real card, this is to a VirtualCard. Behaves as PC/SC does: a transaction keeps others out, a card that was
 * reset or replaced has to be connected again, and a mute card blocks the exchange until it is taken out. Any
 * thread. Transports and watches may outlive it; they then say that there is no card.
 */
class VirtualReaders : public card::CardReaders {
public:
    static QString demoReaderName();  ///< "Signet demo reader"

    explicit VirtualReaders(const QStringList& readers = {demoReaderName()});
    ~VirtualReaders() override;
    Q_DISABLE_COPY_MOVE(VirtualReaders)

    /** Puts the card in (power on). False if there is no such reader or it is not empty. */
    bool insert(const QString& reader, std::shared_ptr<VirtualCard> card);
    /** Takes the card out; nothing if there is none. An exchange under way ends with CardRemoved. */
    void remove(const QString& reader);
    /** What another program can do to a card that it shares. */
    void resetCard(const QString& reader);
    /** The reader itself comes (empty) or goes (with its card). */
    void plugIn(const QString& reader);
    void unplug(const QString& reader);
    /** The service itself ends: every connection is void for good, cards lose power, nothing is listed. */
    void stopService();
    void startService();

    std::unique_ptr<card::ReaderWatch> watch() override;
    card::Expected<std::unique_ptr<card::CardTransport>> connect(const QString& reader) override;

private:
    class Hub;
    class Transport;
    class Watch;
    std::shared_ptr<Hub> m_hub;
};

}  // namespace signet::sandbox
