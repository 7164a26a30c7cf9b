#pragma once

#include <QByteArray>
#include <QStringList>

namespace signet::test {

struct ToolResult {
    bool good = false;  ///< ended by itself, with 0
    QString output;     ///< standard output and error
};

/** Runs a program in `folder`, in the C.UTF-8 locale, for at most 20 s. */
ToolResult runTool(const QString& program, const QStringList& arguments, const QString& folder);

void writeFile(const QString& path, const QByteArray& bytes);
QByteArray readFile(const QString& path);

}  // namespace signet::test
