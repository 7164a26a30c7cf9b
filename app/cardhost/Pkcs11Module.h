#pragma once

#include <p11-kit/pkcs11.h>

#include <QCborValue>
#include <QLibrary>
#include <map>
#include <optional>
#include <tl/expected.hpp>

#include "base/SecretBytes.h"

namespace signet::cardhost {

/** What a module answered instead of CKR_OK, and to what. */
struct Refusal {
    CK_RV rv = CKR_GENERAL_ERROR;
    const char* call = "";
};

template <typename T>
using Outcome = tl::expected<T, Refusal>;

/**
 * One PKCS#11 module (OASIS PKCS#11 2.40) in this process, and the sessions with its tokens, at most one for
 * each slot. Values come as CBOR, in the words of card/HostMessage.h. A module may block for as long as it
 * likes, or end the process. One thread.
 */
class Pkcs11Module {
public:
    /** What keeps it from being used, in a word of card/HostMessage.h; nothing if it is loaded. */
    std::optional<QLatin1StringView> load(const QString& path);
    /** The system's words for a failed load(). */
    const QString& loadProblem() const { return m_loadProblem; }
    /** The sessions and the module end. */
    void finish();

    /** Slots with a token. */
    Outcome<QCborValue> listSlots();
    Outcome<QCborValue> token(CK_SLOT_ID slot);
    Outcome<QCborValue> objects(CK_SLOT_ID slot);
    Outcome<QCborValue> login(CK_SLOT_ID slot, bool onPad, bool forSignature, const base::SecretBytes& pin);
    Outcome<QCborValue> takeKey(CK_SLOT_ID slot, const QByteArray& id);
    Outcome<QCborValue> beginSignature(CK_SLOT_ID slot, bool elliptic);
    Outcome<QCborValue> sign(CK_SLOT_ID slot, QByteArray data);
    Outcome<QCborValue> leave(CK_SLOT_ID slot);

private:
    struct Session {
        CK_SESSION_HANDLE handle = 0;
        CK_OBJECT_HANDLE key = 0;
    };
    Outcome<void> initialise();
    Outcome<QList<CK_SLOT_ID>> slotIds();
    Outcome<CK_SESSION_HANDLE> open(CK_SLOT_ID slot);
    void close(CK_SLOT_ID slot);
    Outcome<QList<CK_OBJECT_HANDLE>> find(CK_SESSION_HANDLE session, CK_OBJECT_CLASS wanted,
                                          const QByteArray* id = nullptr);
    QByteArray attribute(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type);
    bool flag(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type, bool otherwise);
    Outcome<QCborValue> objectsIn(CK_SESSION_HANDLE session);

    QLibrary m_library;
    QString m_loadProblem;
    CK_FUNCTION_LIST_PTR m_functions = nullptr;
    bool m_initialised = false;
    std::map<CK_SLOT_ID, Session> m_sessions;
};

}  // namespace signet::cardhost
