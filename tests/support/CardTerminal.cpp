#include "support/CardTerminal.h"

#include <QHash>
#include <QtEndian>

namespace signet::test {

CardTerminal::CardTerminal(std::shared_ptr<sandbox::VirtualCard> card, bool powered)
    : m_card(std::move(card)) {
    if (powered)
        m_card->powerOn();
}

quint16 CardTerminal::send(const QString& command) {
    const QByteArray answer = m_card->transmit(QByteArray::fromHex(word(command.trimmed()).toLatin1()));
    m_data = answer.chopped(std::min<qsizetype>(2, answer.size()));
    return answer.size() < 2 ? quint16{0} : qFromBigEndian<quint16>(answer.constData() + m_data.size());
}

quint16 CardTerminal::play(const QString& script) {
    quint16 status = 0;
    for (const QString& each : script.split(u','))
        status = send(each);
    return status;
}

QByteArray CardTerminal::readFile(const QString& directoryWord, quint16 id, int blockLength) {
    const QString idHex = QStringLiteral("%1").arg(id, 4, 16, QLatin1Char('0'));
    if (send(directoryWord) != 0x9000 ||
        send(QStringLiteral("00A4020402") + idHex + QStringLiteral("00")) != 0x9000)
        return {};
    QByteArray content;
    for (;;) {
        const quint16 status = send(QStringLiteral("00B0%1%2")
                                        .arg(content.size(), 4, 16, QLatin1Char('0'))
                                        .arg(blockLength & 0xFF, 2, 16, QLatin1Char('0')));
        if (status != 0x9000)
            return status == 0x6B00 ? content : QByteArray();
        content += m_data;
    }
}

quint16 CardTerminal::signDigest(const QByteArray& digest) {
    return send(QStringLiteral("002A9E9A%1").arg(digest.size(), 2, 16, QLatin1Char('0')) +
                QLatin1String(digest.toHex()) + QStringLiteral("00"));
}

QString CardTerminal::word(const QString& name) {
    static const QHash<QString, QString> words{
        {QStringLiteral("main"), QStringLiteral("00A4040C10 A000000077010800070000FE00000100")},
        {QStringLiteral("adf1"), QStringLiteral("00A4040C0D E828BD080FF2504F5420415750")},
        {QStringLiteral("adf2"), QStringLiteral("00A4040C10 51534344204170706C69636174696F6E")},
        {QStringLiteral("pin1"), QStringLiteral("002000010C 31323334FFFFFFFFFFFFFFFF")},
        {QStringLiteral("pin2"), QStringLiteral("002000850C 313233343536FFFFFFFFFFFF")},
        {QStringLiteral("puk"), QStringLiteral("002000020C 3132333435363738FFFFFFFF")},
        {QStringLiteral("wrong1"), QStringLiteral("002000010C 39393939FFFFFFFFFFFFFFFF")},
        {QStringLiteral("wrong2"), QStringLiteral("002000850C 393939393939FFFFFFFFFFFF")},
        {QStringLiteral("wrongpuk"), QStringLiteral("002000020C 3939393939393939FFFFFFFF")},
        {QStringLiteral("tries1"), QStringLiteral("00CB3FFF0A 4D087006BF810102A080 00")},
        {QStringLiteral("triespuk"), QStringLiteral("00CB3FFF0A 4D087006BF810202A080 00")},
        {QStringLiteral("tries2"), QStringLiteral("00CB3FFF0A 4D087006BF810502A080 00")},
        {QStringLiteral("mse-ec"), QStringLiteral("002241B606 80015484019E")},
        {QStringLiteral("mse-rsa"), QStringLiteral("002241B606 80014284019F")},
        {QStringLiteral("sign-ec"),
         QStringLiteral("002A9E9A30") + QStringLiteral("5A").repeated(48) + QStringLiteral("00")},
        {QStringLiteral("sign-rsa"),
         QStringLiteral("002A9E9A20") + QStringLiteral("5A").repeated(32) + QStringLiteral("00")},
    };
    return words.value(name, name);
}

}  // namespace signet::test
