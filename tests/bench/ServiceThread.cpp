#include "ServiceThread.h"

namespace signet::test {

ServiceThread::ServiceThread() {
    auto* place = new QObject;
    place->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, place, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        place, [this] { m_service = new ScriptedService; }, Qt::BlockingQueuedConnection);
    QObject::connect(&m_thread, &QThread::finished, m_service, &QObject::deleteLater);
}

ServiceThread::~ServiceThread() {
    m_thread.quit();
    m_thread.wait();
}

QUrl ServiceThread::address() const {
    QUrl url;
    QMetaObject::invokeMethod(
        m_service, [this, &url] { url = m_service->address(); }, Qt::BlockingQueuedConnection);
    return url;
}

QStringList ServiceThread::addSessions(int count) const {
    QStringList ids;
    QMetaObject::invokeMethod(
        m_service, [this, &ids, count] { ids = m_service->addSessions(count); },
        Qt::BlockingQueuedConnection);
    return ids;
}

}  // namespace signet::test
