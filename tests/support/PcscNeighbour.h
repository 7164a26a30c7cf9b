#pragma once

#include <QString>
#include <QStringList>

namespace signet::test {

/** Another program that uses the computer's cards through PC/SC, with a context of its own. */
class PcscNeighbour {
public:
    PcscNeighbour();
    ~PcscNeighbour();
    Q_DISABLE_COPY_MOVE(PcscNeighbour)

    bool canReachService() const { return m_hasContext; }
    QStringList readers() const;

    /** All give false if PC/SC does not let it. */
    bool connectCard(const QString& reader, bool exclusively = false);
    void disconnectCard();
    bool isT1() const { return m_isT1; }
    bool resetCard();         ///< of connectCard()
    bool beginTransaction();  ///< blocks while somebody else has one
    bool endTransaction();
    /** The answer to a command; empty if there was none. */
    QByteArray transmit(const QByteArray& command);
    /** The reader's own answer (SCardControl); empty if there was none. */
    QByteArray control(quint32 code, const QByteArray& question);

private:
    // SCARDCONTEXT and SCARDHANDLE, which are integers of this size in PCSC-lite.
    qintptr m_context = 0;
    qintptr m_card = 0;
    bool m_hasContext = false;
    bool m_hasCard = false;
    bool m_isT1 = false;
};

}  // namespace signet::test
