#pragma once

#include <QByteArray>
#include <QStringList>
#include <memory>

#include "sandbox/card/VirtualCard.h"

namespace signet::test {

/**
 * Speaks to a virtual card byte by byte, without any of the product's code. Commands are hexadecimal (blanks
 * allowed), or one of the words of `word()`.
 */
class CardTerminal {
public:
    explicit CardTerminal(std::shared_ptr<sandbox::VirtualCard> card, bool powered = true);

    /** The status word, 0 if there was none; the data is in data(). */
    quint16 send(const QString& command);
    /** Sends all of `script` (separated by commas), and gives the status word of the last. */
    quint16 play(const QString& script);
    const QByteArray& data() const { return m_data; }
    sandbox::VirtualCard& card() { return *m_card; }

    /** SELECT by FCP and READ BINARY until the end; empty if that fails. */
    QByteArray readFile(const QString& directoryWord, quint16 id, int blockLength = 0xC0);
    /** PSO over `digest`; the signature is in data(). */
    quint16 signDigest(const QByteArray& digest);

    /** "adf2", "pin2", "wrong2" ... as hexadecimal; anything else comes back as it is. */
    static QString word(const QString& name);

private:
    std::shared_ptr<sandbox::VirtualCard> m_card;
    QByteArray m_data;
};

}  // namespace signet::test
