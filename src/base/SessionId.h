#pragma once

#include <QHashFunctions>
#include <QString>

#include "base/Expected.h"

namespace signet::base {

/** The name of a SignAPI session: opaque, 1 to 64 of [A-Za-z0-9_-], compared exactly (signapi.md 1.3). */
class SessionId {
public:
    /** Surrounding white space is dropped; anything else that does not fit is IdentifierInvalid. */
    static Expected<SessionId> parse(QStringView text);

    const QString& toString() const { return m_text; }
    bool operator==(const SessionId&) const = default;
    auto operator<=>(const SessionId& other) const { return m_text.compare(other.m_text) <=> 0; }

private:
    explicit SessionId(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

inline size_t qHash(const SessionId& id, size_t seed = 0) {
    return qHash(id.toString(), seed);
}

}  // namespace signet::base
