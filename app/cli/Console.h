#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace signet::cli {

/**
 * Standard output and standard error, each write complete and at once. A line that tells how far a run is
 * stands below what is written on a terminal, and gives way to it: also to results that get to the same
 * terminal by another way, such as through a pipe. Main thread.
 */
class Console {
public:
    /**
     * Opens standard input, output and error where they are closed, so that no file that is opened later is
     * taken for one of them. What is closed stays unusable: reading and writing fail as before. First of all.
     */
    static void secureStandardStreams();
    /** It was closed when the program was started. */
    static bool standardInputIsClosed();

    /** Results; the line that changes is away until it is set again. False if they could not be written;
     * lostOutput() then says so until the end. */
    static bool output(const QByteArray& bytes);
    /** Why results could not be written, in the system's words; nothing if all were. */
    static std::optional<QString> lostOutput();

    /** Messages to people. */
    static void error(const QString& text);
    /** The line that changes; nothing takes it away. Only where errorIsTerminal(). */
    static void setStatus(const QString& line);
    static bool errorIsTerminal();
};

}  // namespace signet::cli
