#pragma once

#include <memory>

#include "card/CardReaders.h"
#include "sandbox/SandboxThread.h"
#include "sandbox/card/VirtualReaders.h"

namespace signet::sandbox {

struct DemoOptions {
    SandboxOptions service;
    CardPersonalisation personalisation = CardPersonalisation::CosmoXEc;
    VirtualCardOptions card;
    CertificateTerms certificates;  ///< of the card
};

/**
 * The demonstration: a service with sample sessions in a thread of its own, and a virtual card in a virtual
 * reader, both inside the program. What the window and the command line need to use them is handed out as
 * they would get it from the real ones. Main thread.
 */
class Demo {
public:
    explicit Demo(DemoOptions options = {});
    /** Stops the service. Readers that were handed out may live on. */
    ~Demo();
    Q_DISABLE_COPY_MOVE(Demo)

    /** Makes keys, card and sessions; about a second. Once. */
    Expected<void> start();

    /** Valid after start(). */
    const SandboxInfo& service() const { return m_service.info(); }
    base::SecretBytes clientSecret() const { return m_service.clientSecret(); }
    std::shared_ptr<card::CardReaders> readers() const { return m_readers; }
    /** The demo card's PIN2. It protects nothing and may be shown to anybody. */
    static base::SecretBytes pin2();

    /** The demo's e-seal as files; they go with the demo. Its password may be shown as well. */
    const SealFiles& seal() const { return *m_service.info().seal; }
    static base::SecretBytes sealPassword() { return demoSealPassword(); }

    /** For those who want to pull the card out, or to make trouble. */
    VirtualReaders& virtualReaders() const { return *m_readers; }
    const std::shared_ptr<VirtualCard>& card() const { return m_card; }
    const SandboxThread& serviceThread() const { return m_service; }

private:
    DemoOptions m_options;
    SandboxThread m_service;
    std::shared_ptr<VirtualReaders> m_readers;
    std::shared_ptr<VirtualCard> m_card;
};

}  // namespace signet::sandbox
