#pragma once

#include <QFuture>
#include <chrono>
#include <stop_token>

namespace signet::signapi {

/** Finishes after `length` with true, or at once with false when a stop is requested (in any thread). */
QFuture<bool> pause(std::chrono::milliseconds length, std::stop_token stop);

}  // namespace signet::signapi
