#include "support/PadReader.h"

#include <QFile>

#include "support/PcscNeighbour.h"

namespace signet::test {

QString PadReader::start(Protocols protocols) {
    const QString words =
        QStringLiteral(
            "FRIENDLYNAME \"Signet PIN pad\"\n"
            "DEVICENAME /dev/null:%1\n"
            "LIBPATH %2\n"
            "CHANNELID %1\n")
            .arg(QString(u"0x" % QString::number(Port, 16)), QStringLiteral(SIGNET_PAD_READER_DRIVER));
    QFile file(m_configuration.filePath(QStringLiteral("signet-pad")));
    if (!file.open(QIODevice::WriteOnly) || file.write(words.toUtf8()) < 0)
        return QStringLiteral("The reader's configuration cannot be written.");
    file.close();
    // Handed down to pcscd, where the driver reads it.
    qputenv("SIGNET_PAD_PERSON", m_person.address().toUtf8());
    qputenv("SIGNET_PAD_UNPLUGGED", switchFile().toUtf8());
    if (protocols == Protocols::OnlyT0)
        qputenv("SIGNET_PAD_ONLY_T0", "1");
    else
        qunsetenv("SIGNET_PAD_ONLY_T0");
    return m_daemon.startWith(m_configuration.path(), {name()});
}

void PadReader::unplug() {
    QFile file(switchFile());
    if (!file.open(QIODevice::WriteOnly))
        qWarning("the reader cannot be pulled out");
}

void PadReader::plugIn() {
    QFile::remove(switchFile());
}

bool PadReader::hasCard() {
    return PcscNeighbour().connectCard(name());
}

}  // namespace signet::test
