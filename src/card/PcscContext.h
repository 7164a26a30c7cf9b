#pragma once

#include <memory>

#include "base/Expected.h"
#include "card/PcscPlatform.h"

namespace signet::card {

using base::Expected;

/** A connection to the computer's PC/SC service, released with this object. One thread at a time, but for
 * cancel(). */
class PcscContext {
public:
    /** PcscMissing, PcscNotRunning, PcscDenied or PcscFailed. */
    static Expected<std::unique_ptr<PcscContext>> establish();
    ~PcscContext();
    PcscContext(const PcscContext&) = delete;
    PcscContext& operator=(const PcscContext&) = delete;

    pcsc::Context handle() const { return m_handle; }
    void cancel() { pcsc::cancel(m_handle); }

private:
    explicit PcscContext(pcsc::Context handle) : m_handle(handle) {}
    pcsc::Context m_handle;
};

/** What a code of PC/SC means, at the reader of this name (empty: none in particular). */
base::Error pcscError(pcsc::Code code, const QString& reader, const char* call);

/** The context is lost and has to be built anew (card.md 4). */
bool isContextLost(pcsc::Code code);

}  // namespace signet::card
