#include "crypto/Digest.h"
