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
            {u"sealRequests"_qs, objectOf(sealRequests)},
            {u"seals"_qs, objectOf(seals)},
            {u"archiveRequests"_qs, objectOf(archiveRequests)},
            {u"archives"_qs, objectOf(archives)},
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

void Counters::countChangeRequest(Operation operation, const QString& sessionId) {
    const std::lock_guard lock(m_data->mutex);
    CounterValues& values = m_data->values;
    if (operation == Operation::FinalizeSigning)
        ++values.finalizeRequests[sessionId];
    else
        ++(operation == Operation::ESealCreate ? values.sealRequests : values.archiveRequests)[sessionId];
}

void Counters::countChange(Operation operation, const QString& sessionId) {
    const std::lock_guard lock(m_data->mutex);
    CounterValues& values = m_data->values;
    if (operation == Operation::FinalizeSigning)
        ++values.finalizations[sessionId];
    else
        ++(operation == Operation::ESealCreate ? values.seals : values.archives)[sessionId];
}

void Counters::count(int CounterValues::*what, int by) {
    const std::lock_guard lock(m_data->mutex);
    m_data->values.*what += by;
}

}  // namespace signet::sandbox
