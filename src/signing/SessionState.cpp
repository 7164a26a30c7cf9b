#include "signing/SessionState.h"
