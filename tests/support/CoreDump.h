#pragma once

#include <QList>
#include <QTemporaryDir>

#include "support/SecretSearch.h"

namespace signet::test {

/** A core dump of a live process, taken as an administrator would (gcore of package gdb), and gone with this
 * object. Not of a program with sanitizers, which keep notes of terabytes. */
class CoreDump {
public:
    explicit CoreDump(qint64 pid);
    Q_DISABLE_COPY_MOVE(CoreDump)

    /** Empty, or why there is none. */
    const QString& problem() const { return m_problem; }
    /** The names of those that are somewhere in it. */
    QStringList find(const QList<SecretForms>& secrets) const;
    /** It says what was at this address. */
    bool holds(quint64 address) const;

private:
    struct Segment {
        quint64 from = 0;
        quint64 to = 0;
    };
    void readSegments(const QByteArray& head);

    QTemporaryDir m_folder;
    QString m_file;
    QString m_problem;
    QList<Segment> m_segments;
};

}  // namespace signet::test
