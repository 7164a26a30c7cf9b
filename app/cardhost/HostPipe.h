#pragma once

#include <QByteArray>
#include <span>

namespace signet::cardhost {

/**
 * The way to whoever started this program: what were its standard input and output. claim() takes them away
 * from everybody else in this process and its children, so that a module which prints cannot spoil a message.
 */
class HostPipe {
public:
    /** Before any module is loaded. */
    static bool claim();
    /** False at the end of the input. */
    static bool read(std::span<unsigned char> bytes);
    static bool write(const QByteArray& bytes);
};

}  // namespace signet::cardhost
