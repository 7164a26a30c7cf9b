#include "support/PcscNeighbour.h"

#include <winscard.h>

namespace signet::test {

static_assert(sizeof(SCARDCONTEXT) == sizeof(qintptr) && sizeof(SCARDHANDLE) == sizeof(qintptr));

PcscNeighbour::PcscNeighbour() {
    SCARDCONTEXT context = 0;
    m_hasContext = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) == SCARD_S_SUCCESS;
    m_context = context;
}

PcscNeighbour::~PcscNeighbour() {
    disconnectCard();
    if (m_hasContext)
        SCardReleaseContext(m_context);
}

QStringList PcscNeighbour::readers() const {
    DWORD length = 0;
    if (!m_hasContext || SCardListReaders(m_context, nullptr, nullptr, &length) != SCARD_S_SUCCESS)
        return {};
    QByteArray names(static_cast<qsizetype>(length), '\0');
    if (SCardListReaders(m_context, nullptr, names.data(), &length) != SCARD_S_SUCCESS)
        return {};
    QStringList list = QString::fromUtf8(names).split(QChar(u'\0'), Qt::SkipEmptyParts);
    return list;
}

bool PcscNeighbour::connectCard(const QString& reader, bool exclusively) {
    disconnectCard();
    SCARDHANDLE card = 0;
    DWORD protocol = SCARD_PROTOCOL_T0;
    m_hasCard = m_hasContext &&
                SCardConnect(m_context, reader.toUtf8().constData(),
                             exclusively ? SCARD_SHARE_EXCLUSIVE : SCARD_SHARE_SHARED,
                             SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card, &protocol) == SCARD_S_SUCCESS;
    m_card = card;
    m_isT1 = protocol == SCARD_PROTOCOL_T1;
    return m_hasCard;
}

bool PcscNeighbour::resetCard() {
    DWORD protocol = 0;
    return m_hasCard && SCardReconnect(m_card, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
                                       SCARD_RESET_CARD, &protocol) == SCARD_S_SUCCESS;
}

bool PcscNeighbour::beginTransaction() {
    return m_hasCard && SCardBeginTransaction(m_card) == SCARD_S_SUCCESS;
}

bool PcscNeighbour::endTransaction() {
    return m_hasCard && SCardEndTransaction(m_card, SCARD_LEAVE_CARD) == SCARD_S_SUCCESS;
}

QByteArray PcscNeighbour::transmit(const QByteArray& command) {
    QByteArray answer(258, '\0');
    auto length = static_cast<DWORD>(answer.size());
    if (!m_hasCard)
        return {};
    const LONG code = SCardTransmit(
        m_card, m_isT1 ? SCARD_PCI_T1 : SCARD_PCI_T0, reinterpret_cast<LPCBYTE>(command.constData()),
        static_cast<DWORD>(command.size()), nullptr, reinterpret_cast<LPBYTE>(answer.data()), &length);
    if (code != SCARD_S_SUCCESS) {
        qWarning("SCardTransmit: %s", pcsc_stringify_error(code));
        return {};
    }
    answer.truncate(static_cast<qsizetype>(length));
    return answer;
}

QByteArray PcscNeighbour::control(quint32 code, const QByteArray& question) {
    QByteArray answer(258, '\0');
    DWORD length = 0;
    if (!m_hasCard ||
        SCardControl(m_card, code, question.constData(), static_cast<DWORD>(question.size()), answer.data(),
                     static_cast<DWORD>(answer.size()), &length) != SCARD_S_SUCCESS)
        return {};
    answer.truncate(static_cast<qsizetype>(length));
    return answer;
}

void PcscNeighbour::disconnectCard() {
    if (m_hasCard)
        SCardDisconnect(m_card, SCARD_LEAVE_CARD);
    m_hasCard = false;
}

}  // namespace signet::test
