#pragma once

#include <functional>

#include "base/Expected.h"
#include "signing/BatchOrder.h"

namespace signet::signing {
class CardDesk;
class ServiceDesk;
}  // namespace signet::signing

namespace signet::cli {

/** What a batch needs beside sessions and service, and what may have to be waited for. Main thread. */
class Preparation {
public:
    using Ready = std::function<void(base::Expected<void>)>;

    Preparation() = default;
    virtual ~Preparation() = default;
    Q_DISABLE_COPY_MOVE(Preparation)

    /** Completes `order`, which stays where it is; `ready` is called once, from the event loop. */
    virtual void start(signing::ServiceDesk& service, signing::BatchOrder& order, Ready ready) = 0;
    /** For the batch; null where no card takes part. */
    virtual signing::CardDesk* cards() const { return nullptr; }
};

}  // namespace signet::cli
