#include "card/HostMessage.h"

#include <QCborValue>
#include <QtEndian>

namespace signet::card::host {

QByteArray encodeHead(const Head& head) {
    QByteArray bytes(HeadLength, '\0');
    qToBigEndian(head.bodyLength, bytes.data());
    qToBigEndian(head.secretLength, bytes.data() + sizeof(quint32));
    return bytes;
}

std::optional<Head> decodeHead(QByteArrayView bytes) {
    if (bytes.size() != HeadLength)
        return std::nullopt;
    const Head head{qFromBigEndian<quint32>(bytes.data()),
                    qFromBigEndian<quint32>(bytes.data() + sizeof(quint32))};
    if (head.bodyLength > LongestBody || head.secretLength > LongestSecret)
        return std::nullopt;
    return head;
}

std::optional<QCborMap> decodeBody(const QByteArray& bytes) {
    QCborParserError problem;
    const QCborValue value = QCborValue::fromCbor(bytes, &problem);
    if (problem.error != QCborError::NoError || problem.offset != bytes.size() || !value.isMap())
        return std::nullopt;
    return value.toMap();
}

}  // namespace signet::card::host
