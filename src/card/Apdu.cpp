#include "card/Apdu.h"
