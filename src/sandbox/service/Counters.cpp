#include "sandbox/service/Counters.h"

#include <mutex>

namespace signet::sandbox {
namespace {

QJsonObject objectOf(const QMap<QString, int>& counts) {
    QJsonObject object;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

}  // namespace

QJsonObject CounterValues::toJson() const {
    QJsonObject byCall;
    for (auto it = requests.begin(); it != requests.end(); ++it)
        byCall.insert(toString(it.key()), it.value());
    return {{u"requests"_qs, byCall},
            {u"finalizeRequests"_qs, objectOf(finalizeRequests)},
            {u"finalizations"_qs, objectOf(finalizations)},
            {u"tokensIssued"_qs, tokensIssued},
            {u"sessionsStarted"_qs, sessionsStarted},
            {u"sessionsClosed"_qs, sessionsClosed},
            {u"documentsUploaded"_qs, documentsUploaded},
            {u"documentsDeleted"_qs, documentsDeleted}};
}

struct Counters::Data {
    mutable std::mutex mutex;
    CounterValues values;
};

Counters::Counters() : m_data(std::make_shared<Data>()) {}

CounterValues Counters::values() const {
    const std::lock_guard lock(m_data->mutex);
    return m_data->values;
}

void Counters::reset() {
    const std::lock_guard lock(m_data->mutex);
    m_data->values = {};
}

void Counters::countRequest(Operation operation) {
    const std::lock_guard lock(m_data->mutex);
    ++m_data->values.requests[operation];
}

void Counters::countFinalizeRequest(const QString& sessionId) {
    const std::lock_guard lock(m_data->mutex);
    ++m_data->values.finalizeRequests[sessionId];
}

void Counters::countFinalization(const QString& sessionId) {
    const std::lock_guard lock(m_data->mutex);
    ++m_data->values.finalizations[sessionId];
}

void Counters::count(int CounterValues::*what, int by) {
    const std::lock_guard lock(m_data->mutex);
    m_data->values.*what += by;
}

}  // namespace signet::sandbox
