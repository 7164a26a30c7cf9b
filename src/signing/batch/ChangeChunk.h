#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** To seal or archive: uploads the files of these sessions, and looks at what is there. */
QCoro::Task<EndOfRun> prepareChange(Context ctx, QList<SessionKey> chunk);

/** Sends the request for those that are ready. */
QCoro::Task<EndOfRun> carryOutChange(Context ctx, QList<SessionKey> chunk);

}  // namespace signet::signing
