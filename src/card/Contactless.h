#pragma once

#include <QByteArrayView>
#include <QString>

namespace signet::card {

/**
 * Whether a reader made this ATR up for a card without contacts: 3B 8n 80 01, n historical bytes, and their
 * check (PC/SC part 3, 3.1.3.2.3). A card in a slot says more of its protocols.
 */
bool isContactlessAtr(QByteArrayView atr);

/** Whether the reader's name tells that it is one for cards without contacts, such as "ACS ACR122U PICC
 * Interface" or "OMNIKEY 5422CL Smartcard Reader" (card.md 4). Many say nothing. */
bool isContactlessReader(const QString& name);

}  // namespace signet::card
