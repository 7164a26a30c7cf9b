// A PKCS#11 module that does what another one does (SoftHSM), and misbehaves on command:
//
//   SIGNET_TEST_MODULE_BEHIND   the module that does the work
//   SIGNET_TEST_MODULE_ORDERS   a file with one order on each line: "crash C_Login", "hang C_Sign",
//                               "slow C_Sign" (a quarter of a second), "pad" (the PIN is typed on the
//                               reader: what is typed is 123456), "each" (the key wants a login for each
//                               signature), "last" (one try is left), "none" (no token is in)
//
// Beside the orders, in the same file's name with ".calls" at its end, it writes down the calls of C_Login
// and C_Sign that it got, one on each line. It prints to standard output, as some modules do.

#include <dlfcn.h>
#include <p11-kit/pkcs11.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

CK_FUNCTION_LIST_PTR behind = nullptr;
CK_FUNCTION_LIST ours;
bool mayUseKey = false;  ///< with "each": a login for the signature under way was made

std::string ordersFile() {
    const char* const name = std::getenv("SIGNET_TEST_MODULE_ORDERS");
    return name == nullptr ? std::string() : std::string(name);
}

bool isOrdered(const std::string& order) {
    std::ifstream file(ordersFile());
    for (std::string line; std::getline(file, line);) {
        if (line == order)
            return true;
    }
    return false;
}

void misbehave(const std::string& function) {
    std::printf("the module says: %s\n", function.c_str());
    std::fflush(stdout);
    if (isOrdered("crash " + function))
        std::raise(SIGSEGV);
    if (isOrdered("slow " + function))
        ::usleep(250'000);
    while (isOrdered("hang " + function))
        ::usleep(10'000);
}

void writeDown(const char* function) {
    std::ofstream(ordersFile() + ".calls", std::ios::app) << function << '\n';
}

CK_RV getSlotList(CK_BBOOL present, CK_SLOT_ID_PTR list, CK_ULONG_PTR count) {
    misbehave("C_GetSlotList");
    if (present != CK_FALSE && isOrdered("none")) {
        *count = 0;
        return CKR_OK;
    }
    return behind->C_GetSlotList(present, list, count);
}

CK_RV getTokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info) {
    misbehave("C_GetTokenInfo");
    const CK_RV rv = behind->C_GetTokenInfo(slot, info);
    if (isOrdered("pad"))
        info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
    if (isOrdered("last"))
        info->flags |= CKF_USER_PIN_FINAL_TRY;
    return rv;
}

CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR_PTR pin, CK_ULONG length) {
    writeDown(user == CKU_CONTEXT_SPECIFIC ? "C_Login CKU_CONTEXT_SPECIFIC" : "C_Login");
    misbehave("C_Login");
    std::string typed = "123456";
    if (pin == nullptr) {
        pin = reinterpret_cast<CK_UTF8CHAR_PTR>(typed.data());
        length = typed.size();
    }
    if (user != CKU_CONTEXT_SPECIFIC)
        return behind->C_Login(session, user, pin, length);
    mayUseKey = typed.compare(0, std::string::npos, reinterpret_cast<const char*>(pin), length) == 0;
    return mayUseKey ? CKR_OK : CKR_PIN_INCORRECT;
}

CK_RV getAttributeValue(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_PTR wanted,
                        CK_ULONG count) {
    if (count != 1 || wanted->type != CKA_ALWAYS_AUTHENTICATE || !isOrdered("each"))
        return behind->C_GetAttributeValue(session, object, wanted, count);
    wanted->ulValueLen = sizeof(CK_BBOOL);
    if (wanted->pValue != nullptr)
        *static_cast<CK_BBOOL*>(wanted->pValue) = CK_TRUE;
    return CKR_OK;
}

CK_RV sign(CK_SESSION_HANDLE session, CK_BYTE_PTR data, CK_ULONG length, CK_BYTE_PTR signature,
           CK_ULONG_PTR signatureLength) {
    writeDown("C_Sign");
    misbehave("C_Sign");
    if (isOrdered("each") && !mayUseKey)
        return CKR_USER_NOT_LOGGED_IN;
    mayUseKey = false;
    return behind->C_Sign(session, data, length, signature, signatureLength);
}

}  // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list) {
    const char* const path = std::getenv("SIGNET_TEST_MODULE_BEHIND");
    void* const library = path == nullptr ? nullptr : ::dlopen(path, RTLD_NOW | RTLD_LOCAL);
    void* const symbol = library == nullptr ? nullptr : ::dlsym(library, "C_GetFunctionList");
    if (symbol == nullptr || reinterpret_cast<CK_C_GetFunctionList>(symbol)(&behind) != CKR_OK)
        return CKR_GENERAL_ERROR;
    ours = *behind;
    ours.C_GetFunctionList = C_GetFunctionList;
    ours.C_GetSlotList = getSlotList;
    ours.C_GetTokenInfo = getTokenInfo;
    ours.C_Login = login;
    ours.C_GetAttributeValue = getAttributeValue;
    ours.C_Sign = sign;
    *list = &ours;
    return CKR_OK;
}
