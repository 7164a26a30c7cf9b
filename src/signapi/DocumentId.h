#pragma once

#include <QString>

namespace signet::signapi {

/** Opaque, but it becomes one segment of a path: not empty, not ".", not "..", of reasonable length. */
inline bool isUsableDocumentId(const QString& id) {
    return !id.isEmpty() && id.size() <= 256 && id != u"." && id != u"..";
}

}  // namespace signet::signapi
