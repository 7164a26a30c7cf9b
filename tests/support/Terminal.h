#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace signet::test {

/** A terminal with a person at it: what they type, and whether it would be shown. */
class Terminal {
public:
    Terminal();
    ~Terminal();
    Q_DISABLE_COPY_MOVE(Terminal)

    const QString& path() const { return m_path; }
    bool showsWhatIsTyped() const;
    /** All that has been shown so far, as it was sent. */
    const QByteArray& shown();
    /** The lines as they stand there in the end. */
    QStringList lines();
    bool type(const QByteArray& text) const;

private:
    int m_master;
    int m_slave = -1;
    QString m_path;
    QByteArray m_shown;
};

}  // namespace signet::test
