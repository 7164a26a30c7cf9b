#include "signapi/CallFailure.h"

namespace signet::signapi {

bool CallFailure::isRefusal() const {
    return delivery == Delivery::Answered && httpStatus / 100 == 4 && httpStatus != 408;
}

bool CallFailure::certainlyNotCarriedOut() const {
    if (delivery == Delivery::NotSent)
        return true;
    const bool beforeWork = httpStatus == 401 || httpStatus == 413 || httpStatus == 414 || httpStatus == 429;
    return isRefusal() && beforeWork;
}

}  // namespace signet::signapi
