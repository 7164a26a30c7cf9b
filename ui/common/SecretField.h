#pragma once

#include "base/SecretBytes.h"

class QLineEdit;

namespace signet::ui {

/** Makes a line edit fit for a secret: dots for letters, no word prediction, nothing to copy out of it. */
void makeSecret(QLineEdit& field);

/** What was typed. The field forgets it at once, and its memory is overwritten as far as Qt lets us reach it.
 */
base::SecretBytes takeSecretFrom(QLineEdit& field);

}  // namespace signet::ui
