#include "crypto/EcdsaSignature.h"
