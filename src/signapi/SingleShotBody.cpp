#include "signapi/SingleShotBody.h"

#include <QBuffer>
#include <algorithm>

namespace signet::signapi {

SingleShotBody::SingleShotBody(QByteArray content) : SingleShotBody(std::move(content), nullptr, 0, {}) {}

SingleShotBody::SingleShotBody(QByteArray head, std::shared_ptr<QIODevice> middle, qint64 size,
                               QByteArray tail) {
    append(std::move(head));
    if (middle)
        append(std::move(middle), size);
    append(std::move(tail));
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void SingleShotBody::append(QByteArray content) {
    auto buffer = std::make_shared<QBuffer>();
    buffer->setData(std::move(content));
    buffer->open(QIODevice::ReadOnly);
    append(buffer, buffer->size());
}

void SingleShotBody::append(std::shared_ptr<QIODevice> device, qint64 size) {
    m_parts.push_back(Part{std::move(device), size});
    m_total += size;
}

qint64 SingleShotBody::bytesAvailable() const {
    return m_broken ? 0 : m_total - m_taken;
}

qint64 SingleShotBody::readData(char* data, qint64 maximum) {
    while (m_current < m_parts.size() && m_parts[m_current].left == 0)
        ++m_current;
    if (m_broken || m_current == m_parts.size())
        return -1;
    Part& part = m_parts[m_current];
    const qint64 got = part.device->read(data, std::min(maximum, part.left));
    if (got <= 0) {
        m_broken = true;
        Q_EMIT broken();
        return -1;
    }
    part.left -= got;
    m_taken += got;
    Q_EMIT taken();
    return got;
}

qint64 SingleShotBody::writeData(const char*, qint64) {
    return -1;
}

}  // namespace signet::signapi
