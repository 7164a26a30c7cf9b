#include "crypto/Certificate.h"
