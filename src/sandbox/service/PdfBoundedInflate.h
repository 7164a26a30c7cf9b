#pragma once

namespace signet::sandbox {

/**
 * This thread begins with a PDF: from now on qpdf unpacks 128 MiB of it at most and throws beyond, so that a
 * small file cannot fill the memory. Holds for all of the program's use of qpdf; LZW, which nothing has
 * written for decades, is not unpacked at all.
 */
void beginBoundedInflating();

}  // namespace signet::sandbox
