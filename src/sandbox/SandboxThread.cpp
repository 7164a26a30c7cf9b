#include "sandbox/SandboxThread.h"

#include <QCoreApplication>

#include "base/OpenSslThread.h"

namespace signet::sandbox {

SandboxThread::SandboxThread(SandboxOptions options) : m_options(std::move(options)) {
    m_thread.setObjectName(u"signet-sandbox"_qs);
}

SandboxThread::~SandboxThread() {
    stop();
}

Expected<SandboxInfo> SandboxThread::start() {
    m_sandbox = std::make_unique<Sandbox>(m_options);
    m_sandbox->moveToThread(&m_thread);
    m_thread.start();
    Expected<SandboxInfo> started;
    run([this, &started](Sandbox& sandbox) {
        started = sandbox.start();
        if (!started)
            return;
        m_clientSecret = sandbox.clientSecret();
        m_pki = sandbox.pki();
        m_faults = sandbox.faults();
        m_counters = sandbox.counters();
    });
    if (started)
        m_info = *started;
    else
        stop();
    return started;
}

void SandboxThread::stop() {
    if (!m_sandbox)
        return;
    // Sockets and servers belong to the sandbox's thread, so they end there.
    QMetaObject::invokeMethod(
        m_sandbox.get(),
        [this] {
            const base::OpenSslThread last;
            m_sandbox.reset();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

const DemoPki& SandboxThread::pki() const {
    return *m_pki;
}

void SandboxThread::run(const std::function<void(Sandbox&)>& task) const {
    QMetaObject::invokeMethod(
        m_sandbox.get(), [this, &task] { task(*m_sandbox); }, Qt::BlockingQueuedConnection);
}

}  // namespace signet::sandbox
