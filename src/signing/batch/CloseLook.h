#pragma once

#include "signing/batch/Listings.h"

namespace signet::signing {

/**
 * Whether the change was carried out: by a listing, and then by a validation, which has the last word where
 * it can say something (signapi.md 10.3). What is new has to be signed; what was archived has a time stamp
 * that was not there before, even if the listing shows no difference.
 */
QCoro::Task<Look> lookClosely(Context ctx, SessionKey key, std::stop_token stop);

}  // namespace signet::signing
