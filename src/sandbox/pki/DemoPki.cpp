#include "sandbox/pki/DemoPki.h"
