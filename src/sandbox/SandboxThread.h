#pragma once

#include <QThread>
#include <functional>
#include <memory>

#include "sandbox/Sandbox.h"

namespace signet::sandbox {

/**
 * A sandbox in a thread of its own, for demo mode and for tests that block. All members may be called from
 * any thread but the sandbox's own.
 */
class SandboxThread {
public:
    explicit SandboxThread(SandboxOptions options = {});
    /** Stops. */
    ~SandboxThread();
    Q_DISABLE_COPY_MOVE(SandboxThread)

    /** Waits until it listens or could not; well under a second. */
    Expected<SandboxInfo> start();
    /** Closes all connections and waits for the thread to end. May be called twice. */
    void stop();

    const SandboxInfo& info() const { return m_info; }
    base::SecretBytes clientSecret() const { return m_clientSecret.clone(); }
    /** Read-only after start(). */
    const DemoPki& pki() const;
    FaultPlan faults() const { return m_faults; }
    Counters counters() const { return m_counters; }

    /** Runs `task` in the sandbox's thread and waits for it. */
    void run(const std::function<void(Sandbox&)>& task) const;

private:
    SandboxOptions m_options;
    QThread m_thread;
    std::unique_ptr<Sandbox> m_sandbox;
    SandboxInfo m_info;
    base::SecretBytes m_clientSecret;
    std::optional<DemoPki> m_pki;
    FaultPlan m_faults;
    Counters m_counters;
};

}  // namespace signet::sandbox
