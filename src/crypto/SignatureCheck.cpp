#include "crypto/SignatureCheck.h"
