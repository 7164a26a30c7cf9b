#pragma once

#include <QString>

#include "base/Expected.h"

namespace signet::sandbox {

/** Why the service says no, in the style of signapi.md 12.5. */
struct Refusal {
    QString code;
    QString message;
};

template <typename T>
using Granted = tl::expected<T, Refusal>;

inline tl::unexpected<Refusal> refuse(const QString& code, const QString& message) {
    return tl::unexpected(Refusal{code, message});
}

/** The document could not be processed: code `signing:<operation>`; the error goes into the log. */
tl::unexpected<Refusal> refuseBroken(const QString& operation, const base::Error& error);

}  // namespace signet::sandbox
