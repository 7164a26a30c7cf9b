#pragma once

#include <tl/expected.hpp>

#include "base/Error.h"

namespace signet::base {

/** A value, or the Error that stands in its place. No function of Signet throws across a folder's boundary.
 */
template <typename T>
using Expected = tl::expected<T, Error>;

/** `return fail(ErrorCode::PinWrong);` in a function that returns Expected<T>. */
template <typename... Args>
[[nodiscard]] tl::unexpected<Error> fail(Args&&... args) {
    return tl::unexpected<Error>(Error(std::forward<Args>(args)...));
}

}  // namespace signet::base
