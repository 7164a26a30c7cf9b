#include "cardhost/Pkcs11Module.h"

#include <QCborArray>
#include <QCborMap>
#include <QFileInfo>
#include <algorithm>
#include <array>

#include "card/HostMessage.h"

namespace signet::cardhost {
namespace {

namespace word = card::host::word;

constexpr CK_ULONG MostSlots = 64;
constexpr CK_ULONG MostObjects = 64;
constexpr CK_ULONG LongestAttribute = 1 << 14;
constexpr CK_ULONG LongestSignature = 2048;

tl::unexpected<Refusal> refused(CK_RV rv, const char* call) {
    return tl::unexpected(Refusal{rv, call});
}

/** Texts in PKCS#11's structures are padded with blanks; some modules pad with zeros. */
template <std::size_t Size>
QString text(const CK_UTF8CHAR (&field)[Size]) {
    const QByteArrayView bytes(reinterpret_cast<const char*>(field), Size);
    return QString::fromUtf8(bytes.first(std::find(bytes.begin(), bytes.end(), '\0') - bytes.begin()))
        .trimmed();
}

CK_UTF8CHAR_PTR bytesOf(const base::SecretBytes& pin) {
    // the interface takes pointers to what it does not change
    return const_cast<CK_UTF8CHAR_PTR>(pin.bytes().data());
}

}  // namespace

std::optional<QLatin1StringView> Pkcs11Module::load(const QString& path) {
    m_loadProblem = path;
    if (!QFileInfo(path).isAbsolute() || !QFileInfo(path).isFile())
        return word::Missing;
    m_library.setFileName(path);
    if (!m_library.load()) {
        m_loadProblem = m_library.errorString();
        return word::NotLoadable;
    }
    const auto getFunctionList =
        reinterpret_cast<CK_C_GetFunctionList>(m_library.resolve("C_GetFunctionList"));
    if (getFunctionList == nullptr) {
        m_loadProblem = m_library.errorString();
        return word::NotAModule;
    }
    if (getFunctionList(&m_functions) != CKR_OK || m_functions == nullptr)
        return word::NotAModule;
    return std::nullopt;
}

void Pkcs11Module::finish() {
    if (m_initialised)
        m_functions->C_Finalize(nullptr);
    m_initialised = false;
}

/** Some modules fail without a smart card service, which may come later: so it is tried again. */
Outcome<void> Pkcs11Module::initialise() {
    if (m_initialised)
        return {};
    const CK_RV rv = m_functions->C_Initialize(nullptr);
    if (rv != CKR_OK && rv != CKR_CRYPTOKI_ALREADY_INITIALIZED)
        return refused(rv, "C_Initialize");
    m_initialised = true;
    return {};
}

Outcome<QList<CK_SLOT_ID>> Pkcs11Module::slotIds() {
    // Asked without a list first: that is when modules look which slots there are (PKCS#11 2.40, 5.5).
    CK_ULONG count = 0;
    if (const CK_RV rv = m_functions->C_GetSlotList(CK_TRUE, nullptr, &count); rv != CKR_OK)
        return refused(rv, "C_GetSlotList");
    QList<CK_SLOT_ID> ids(static_cast<qsizetype>(std::min(count, MostSlots)));
    count = static_cast<CK_ULONG>(ids.size());
    if (count == 0)
        return ids;
    if (const CK_RV rv = m_functions->C_GetSlotList(CK_TRUE, ids.data(), &count); rv != CKR_OK)
        return refused(rv, "C_GetSlotList");
    ids.resize(static_cast<qsizetype>(std::min(count, MostSlots)));
    return ids;
}

Outcome<QCborValue> Pkcs11Module::listSlots() {
    if (const auto ready = initialise(); !ready)
        return tl::unexpected(ready.error());
    const auto ids = slotIds();
    if (!ids)
        return tl::unexpected(ids.error());
    QCborArray found;
    for (const CK_SLOT_ID id : *ids) {
        CK_SLOT_INFO info{};
        const CK_RV rv = m_functions->C_GetSlotInfo(id, &info);
        if (rv == CKR_OK && (info.flags & CKF_TOKEN_PRESENT) != 0)
            found.append(QCborMap{{word::Slot, static_cast<qint64>(id)},
                                  {word::Description, text(info.slotDescription)}});
        else
            close(id);
    }
    return found;
}

Outcome<QCborValue> Pkcs11Module::token(CK_SLOT_ID slot) {
    if (const auto ready = initialise(); !ready)
        return tl::unexpected(ready.error());
    CK_TOKEN_INFO info{};
    if (const CK_RV rv = m_functions->C_GetTokenInfo(slot, &info); rv != CKR_OK)
        return refused(rv, "C_GetTokenInfo");
    return QCborMap{{word::Label, text(info.label)},
                    {word::Serial, text(info.serialNumber)},
                    {word::Flags, static_cast<qint64>(info.flags)},
                    {word::ShortestPin, static_cast<qint64>(info.ulMinPinLen)},
                    {word::LongestPin, static_cast<qint64>(info.ulMaxPinLen)}};
}

Outcome<CK_SESSION_HANDLE> Pkcs11Module::open(CK_SLOT_ID slot) {
    if (const auto ready = initialise(); !ready)
        return tl::unexpected(ready.error());
    const auto known = m_sessions.find(slot);
    if (known != m_sessions.end())
        return known->second.handle;
    Session session;
    const CK_RV rv = m_functions->C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session.handle);
    if (rv != CKR_OK)
        return refused(rv, "C_OpenSession");
    m_sessions.emplace(slot, session);
    return session.handle;
}

void Pkcs11Module::close(CK_SLOT_ID slot) {
    const auto session = m_sessions.extract(slot);
    if (!session.empty())
        m_functions->C_CloseSession(session.mapped().handle);
}

Outcome<QList<CK_OBJECT_HANDLE>> Pkcs11Module::find(CK_SESSION_HANDLE session, CK_OBJECT_CLASS wanted,
                                                    const QByteArray* id) {
    QByteArray wantedId = id == nullptr ? QByteArray() : *id;
    std::array<CK_ATTRIBUTE, 2> pattern{
        CK_ATTRIBUTE{CKA_CLASS, &wanted, sizeof(wanted)},
        CK_ATTRIBUTE{CKA_ID, wantedId.data(), static_cast<CK_ULONG>(wantedId.size())}};
    CK_RV rv = m_functions->C_FindObjectsInit(session, pattern.data(), id == nullptr ? 1 : 2);
    if (rv != CKR_OK)
        return refused(rv, "C_FindObjectsInit");
    QList<CK_OBJECT_HANDLE> found(static_cast<qsizetype>(MostObjects));
    CK_ULONG count = 0;
    rv = m_functions->C_FindObjects(session, found.data(), MostObjects, &count);
    m_functions->C_FindObjectsFinal(session);
    if (rv != CKR_OK)
        return refused(rv, "C_FindObjects");
    found.resize(static_cast<qsizetype>(std::min(count, MostObjects)));
    return found;
}

/** Empty where there is none. */
QByteArray Pkcs11Module::attribute(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object,
                                   CK_ATTRIBUTE_TYPE type) {
    CK_ATTRIBUTE wanted{type, nullptr, 0};
    CK_RV rv = m_functions->C_GetAttributeValue(session, object, &wanted, 1);
    if (rv != CKR_OK || wanted.ulValueLen > LongestAttribute)
        return {};
    QByteArray value(static_cast<qsizetype>(wanted.ulValueLen), '\0');
    wanted.pValue = value.data();
    rv = m_functions->C_GetAttributeValue(session, object, &wanted, 1);
    if (rv != CKR_OK || wanted.ulValueLen > static_cast<CK_ULONG>(value.size()))
        return {};
    return value.left(static_cast<qsizetype>(wanted.ulValueLen));
}

bool Pkcs11Module::flag(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type,
                        bool otherwise) {
    const QByteArray value = attribute(session, object, type);
    return value.size() == sizeof(CK_BBOOL) ? value[0] != CK_FALSE : otherwise;
}

Outcome<QCborValue> Pkcs11Module::objects(CK_SLOT_ID slot) {
    const bool isOurs = m_sessions.contains(slot);
    auto session = open(slot);
    if (!session)
        return tl::unexpected(session.error());
    auto result = objectsIn(*session);
    if (!isOurs)
        close(slot);  // the token may be another one the next time
    return result;
}

Outcome<QCborValue> Pkcs11Module::objectsIn(CK_SESSION_HANDLE session) {
    const auto certificates = find(session, CKO_CERTIFICATE);
    if (!certificates)
        return tl::unexpected(certificates.error());
    QCborArray shown;
    for (const CK_OBJECT_HANDLE each : *certificates) {
        const QByteArray value = attribute(session, each, CKA_VALUE);
        if (!value.isEmpty())
            shown.append(QCborMap{{word::Id, attribute(session, each, CKA_ID)}, {word::Value, value}});
    }
    const auto privateKeys = find(session, CKO_PRIVATE_KEY);
    QCborArray keys;
    for (const CK_OBJECT_HANDLE each : privateKeys.value_or(QList<CK_OBJECT_HANDLE>())) {
        if (flag(session, each, CKA_SIGN, true))
            keys.append(attribute(session, each, CKA_ID));
    }
    return QCborMap{{word::Certificates, shown}, {word::Keys, keys}};
}

Outcome<QCborValue> Pkcs11Module::login(CK_SLOT_ID slot, bool onPad, bool forSignature,
                                        const base::SecretBytes& pin) {
    const auto session = open(slot);
    if (!session)
        return tl::unexpected(session.error());
    const auto logIn = [&] {
        return m_functions->C_Login(*session, forSignature ? CKU_CONTEXT_SPECIFIC : CKU_USER,
                                    onPad ? nullptr : bytesOf(pin), onPad ? 0 : pin.size());
    };
    CK_RV rv = logIn();
    if (rv == CKR_USER_ALREADY_LOGGED_IN && !forSignature) {  // the PIN was not looked at
        m_functions->C_Logout(*session);
        rv = logIn();
    }
    if (rv != CKR_OK)
        return refused(rv, "C_Login");
    return QCborValue();
}

Outcome<QCborValue> Pkcs11Module::takeKey(CK_SLOT_ID slot, const QByteArray& id) {
    const auto session = open(slot);
    if (!session)
        return tl::unexpected(session.error());
    const auto keys = find(*session, CKO_PRIVATE_KEY, &id);
    if (!keys)
        return tl::unexpected(keys.error());
    for (const CK_OBJECT_HANDLE key : *keys) {
        if (!flag(*session, key, CKA_SIGN, true))
            continue;
        m_sessions[slot].key = key;
        return QCborMap{{word::AlwaysAuthenticate, flag(*session, key, CKA_ALWAYS_AUTHENTICATE, false)}};
    }
    return QCborValue(nullptr);
}

Outcome<QCborValue> Pkcs11Module::beginSignature(CK_SLOT_ID slot, bool elliptic) {
    const auto session = m_sessions.find(slot);
    if (session == m_sessions.end())
        return refused(CKR_SESSION_HANDLE_INVALID, "C_SignInit");
    CK_MECHANISM mechanism{elliptic ? CKM_ECDSA : CKM_RSA_PKCS, nullptr, 0};
    const CK_RV rv = m_functions->C_SignInit(session->second.handle, &mechanism, session->second.key);
    if (rv != CKR_OK)
        return refused(rv, "C_SignInit");
    return QCborValue();
}

Outcome<QCborValue> Pkcs11Module::sign(CK_SLOT_ID slot, QByteArray data) {
    const auto session = m_sessions.find(slot);
    if (session == m_sessions.end())
        return refused(CKR_SESSION_HANDLE_INVALID, "C_Sign");
    QByteArray signature(static_cast<qsizetype>(LongestSignature), '\0');
    CK_ULONG length = LongestSignature;
    const CK_RV rv = m_functions->C_Sign(session->second.handle, reinterpret_cast<CK_BYTE_PTR>(data.data()),
                                         static_cast<CK_ULONG>(data.size()),
                                         reinterpret_cast<CK_BYTE_PTR>(signature.data()), &length);
    if (rv != CKR_OK)
        return refused(rv, "C_Sign");
    return QCborValue(signature.left(static_cast<qsizetype>(std::min(length, LongestSignature))));
}

Outcome<QCborValue> Pkcs11Module::leave(CK_SLOT_ID slot) {
    const auto session = m_sessions.find(slot);
    if (session != m_sessions.end())
        m_functions->C_Logout(session->second.handle);
    close(slot);
    return QCborValue();
}

}  // namespace signet::cardhost
