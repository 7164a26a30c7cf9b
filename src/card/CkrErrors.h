#pragma once

#include <QString>

#include "base/Error.h"

namespace signet::card {

/** "CKR_PIN_INCORRECT"; "CKR 0x80000042" for one without a name here (PKCS#11 2.40, 11.1). */
QString ckrName(quint64 rv);

/** A refusal of `call` as an error of ours; its name is in the detail, or in the sentence where no other
 * fits. PinWrong comes without a count, PinFormat without its numbers. */
base::Error ckrError(quint64 rv, const QString& call);

}  // namespace signet::card
