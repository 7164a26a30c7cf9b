#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <cstdint>

#include "base/SecretBytes.h"

/**
 * PC/SC as it is on PCSC-lite and on Windows alike: the functions that Signet calls, with codes of 32 bits
 * (LONG and DWORD have 64 on Linux), QString names and no headers of the system. Everything in which the two
 * differ is in PcscPlatform.cpp. Every function answers a Code.
 */
namespace signet::card::pcsc {

using Code = quint32;
using Context = std::intptr_t;
using Handle = std::intptr_t;

enum : Code {
    Success = 0,
    ErrorCancelled = 0x80100002,
    ErrorInvalidHandle = 0x80100003,
    ErrorUnknownReader = 0x80100009,
    ErrorTimeout = 0x8010000A,
    ErrorSharingViolation = 0x8010000B,
    ErrorNoSmartcard = 0x8010000C,
    ErrorProtoMismatch = 0x8010000F,
    ErrorSystemCancelled = 0x80100012,
    ErrorComm = 0x80100013,
    ErrorNotTransacted = 0x80100016,
    ErrorReaderUnavailable = 0x80100017,
    ErrorNoService = 0x8010001D,
    ErrorServiceStopped = 0x8010001E,
    ErrorNoAccess = 0x80100027,
    ErrorNoReadersAvailable = 0x8010002E,
    ErrorCommDataLost = 0x8010002F,
    WarningUnresponsiveCard = 0x80100066,
    WarningUnpoweredCard = 0x80100067,
    WarningResetCard = 0x80100068,
    WarningRemovedCard = 0x80100069,
    WarningSecurityViolation = 0x8010006A,
};

enum : quint32 {
    StateUnaware = 0x0000,
    StateChanged = 0x0002,
    StatePresent = 0x0020,
    StateMute = 0x0200,
};

/** Both protocols that cards speak; what was agreed on is for transmit(). */
enum class Protocol : quint32 { None = 0, T0 = 1, T1 = 2 };

/** One reader in waitForChange(). */
struct ReaderEntry {
    QString name;
    quint32 known = StateUnaware;  ///< in: the state that the caller knows
    quint32 state = StateUnaware;  ///< out: flags, and in the upper half the count of insertions and removals
    QByteArray atr;                ///< out
};

/** The name that stands for readers coming and going. */
QString pnpNotification();

Code establish(Context& context);
Code release(Context context);
/** Ends waitForChange() on this context, if it is waiting at this moment. Any thread. */
Code cancel(Context context);
Code listReaders(Context context, QStringList& readers);
Code waitForChange(Context context, quint32 milliseconds, QList<ReaderEntry>& readers);
inline constexpr quint32 WaitForever = 0xFFFFFFFF;

Code connectShared(Context context, const QString& reader, Handle& card, Protocol& protocol);
Code reconnectShared(Handle card, Protocol& protocol);
/** Leaves the card as it is. */
Code disconnect(Handle card);
Code beginTransaction(Handle card);
/** What becomes of the card: a reset closes what was opened on it, for other programs, too. */
enum class AtEnd { Leave, Reset };
Code endTransaction(Handle card, AtEnd atEnd);
Code transmit(Handle card, Protocol protocol, const base::SecretBytes& command, QByteArray& answer);
Code status(Handle card, QByteArray& atr);
/** A question to the reader itself (SCardControl). No secret may be in it. */
Code control(Handle card, quint32 controlCode, QByteArrayView question, QByteArray& answer);
/** CM_IOCTL_GET_FEATURE_REQUEST: which features of PC/SC part 10 a reader has. */
quint32 featureRequest();

/** The service is not even installed, as far as this can be seen. */
bool isServiceMissing();
/** Windows stops its service with the last reader: no service is then the same as no readers. */
bool serviceEndsWithLastReader();

}  // namespace signet::card::pcsc
