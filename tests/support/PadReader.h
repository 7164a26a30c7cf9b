#pragma once

#include <QTemporaryDir>

#include "support/PadPerson.h"
#include "support/PcscDaemon.h"

namespace signet::test {

/**
 * A pcscd of the test's own with one reader, which has a PIN pad (PadReaderDriver), and the person at it. The
 * card comes by a VpcdLink to `Port`.
 */
class PadReader {
public:
    static constexpr quint16 Port = 0x8C90;
    static QString name() { return QStringLiteral("Signet PIN pad 00 00"); }

    enum class Protocols { T0AndT1, OnlyT0 };

    /** Empty once the reader is there; otherwise what is missing, as a sentence. */
    QString start(Protocols protocols = Protocols::T0AndT1);
    /** The reader itself goes, with its card, and comes again. pcscd goes on listing it, as if it were empty:
     * it strikes only USB readers off its list. Any thread. */
    void unplug();
    void plugIn();
    /** As pcscd sees it, which notices a little later than it happens. */
    static bool hasCard();
    PadPerson& person() { return m_person; }

private:
    QString switchFile() const { return m_switch.filePath(QStringLiteral("unplugged")); }

    QTemporaryDir m_configuration;
    QTemporaryDir m_switch;
    PadPerson m_person;
    PcscDaemon m_daemon;
};

}  // namespace signet::test
