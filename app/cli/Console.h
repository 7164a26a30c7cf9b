#pragma once

#include <QByteArray>
#include <QString>

namespace signet::cli {

/** Standard output and standard error, each write complete and at once. */
class Console {
public:
    /** Results. False once nobody reads them any more. */
    static bool output(const QByteArray& bytes);
    /** Messages to people. */
    static void error(const QString& text);
    static bool errorIsTerminal();
};

}  // namespace signet::cli
