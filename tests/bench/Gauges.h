#pragma once

namespace signet::test {

/** What the calling thread has computed so far, in seconds. */
double threadSeconds();
/** The most memory that the process has had so far, in MB. */
double peakMegabytes();

}  // namespace signet::test
