#include "sandbox/service/SessionStore.h"

#include <QRandomGenerator>

#include "sandbox/service/AsicContainer.h"

namespace signet::sandbox {

Session& SessionStore::start() {
    constexpr int IdBytes = 32;
    const QString id = randomHex(IdBytes);
    Session& session = m_sessions[id];
    session.id = id;
    session.expires = QDateTime::currentDateTimeUtc().addSecs(m_lifetimeSeconds);
    return session;
}

Session* SessionStore::find(const QString& id) {
    const auto it = m_sessions.find(id);
    return it != m_sessions.end() && it->expires > QDateTime::currentDateTimeUtc() ? &*it : nullptr;
}

StoredDocument makeDocument(const QString& name, const QByteArray& bytes) {
    constexpr int IdBytes = 16;
    StoredDocument document{randomHex(IdBytes), name, bytes};
    document.size = bytes.size();
    if (AsicContainer::isContainerName(name)) {
        if (const auto container = AsicContainer::read(bytes)) {
            for (const DataFile& file : container->files()) {
                StoredDocument inside{randomHex(IdBytes), file.name, {}};
                inside.size = file.bytes.size();
                document.included.append(inside);
            }
        }
    }
    return document;
}

QJsonObject toJson(const StoredDocument& document) {
    QJsonObject json{{u"id"_qs, document.id},
                     {u"name"_qs, document.name},
                     {u"size"_qs, document.size},
                     {u"type"_qs, u"file"_qs}};
    if (!document.included.isEmpty()) {
        QJsonArray included;
        for (const StoredDocument& inside : document.included)
            included.append(toJson(inside));
        json.insert(u"includedDocuments"_qs, included);
    }
    return json;
}

QString randomHex(int bytes) {
    QByteArray random(bytes, Qt::Uninitialized);
    for (char& c : random)
        c = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(random.toHex());
}

}  // namespace signet::sandbox
