#include "crypto/PfxContents.h"

#include <openssl/provider.h>

#include <array>

#include "base/WipingHeap.h"
#include "crypto/PbeAlgorithm.h"

namespace signet::crypto {
namespace {

using Pkcs12Handle = std::unique_ptr<PKCS12, FreeWith<PKCS12_free>>;
using Pkcs8Handle = std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreeWith<PKCS8_PRIV_KEY_INFO_free>>;
using DigestHandle = std::unique_ptr<EVP_MD, FreeWith<EVP_MD_free>>;
using SafeList = STACK_OF(PKCS7);
using BagList = STACK_OF(PKCS12_SAFEBAG);

struct FreeSafes {
    void operator()(SafeList* safes) const { sk_PKCS7_pop_free(safes, PKCS7_free); }
};
struct FreeBags {
    void operator()(BagList* bags) const { sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free); }
};
using Safes = std::unique_ptr<SafeList, FreeSafes>;
using Bags = std::unique_ptr<BagList, FreeBags>;

constexpr int DeepestBag = 4;
constexpr int MostBags = 1000;

/** A context of its own: what only old files need is not to be had by anything else in the process. */
OSSL_LIB_CTX* contextWithOldAlgorithms() {
    static OSSL_LIB_CTX* const context = [] {
        OSSL_LIB_CTX* const fresh = OSSL_LIB_CTX_new();
        if (fresh != nullptr) {
            OSSL_PROVIDER_load(fresh, "default");
            OSSL_PROVIDER_load(fresh, "legacy");  // where it is not installed, such files are PfxAlgorithm
        }
        return fresh;
    }();
    return context;
}

Pkcs12Handle parsed(QByteArrayView bytes, OSSL_LIB_CTX* context) {
    PKCS12* file = PKCS12_init_ex(NID_pkcs7_data, context, nullptr);
    const unsigned char* next = bytesOf(bytes);
    // Fills `file`, or frees it and makes it null.
    d2i_PKCS12(&file, &next, static_cast<long>(bytes.size()));
    return Pkcs12Handle(file);
}

/** OpenSSL's own copies of the password are then in the locked heap; what it only looks up once is not. */
template <typename Function, typename... Arguments>
auto withLockedCopies(Function function, Arguments... arguments) {
    const base::LockedOpenSslHeap locked;
    return function(arguments...);
}

class Reader {
public:
    Reader(OSSL_LIB_CTX* context, const char* password, int length, PfxContents& contents)
        : m_context(context), m_password(password), m_length(length), m_contents(contents) {}

    PfxProblem read(PKCS12* file) {
        const Safes safes(PKCS12_unpack_authsafes(file));
        if (safes == nullptr)
            return PfxProblem::Unreadable;
        for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i) {
            const PfxProblem problem = readSafe(sk_PKCS7_value(safes.get(), i));
            if (problem != PfxProblem::None)
                return problem;
        }
        return PfxProblem::None;
    }

private:
    PfxProblem readSafe(PKCS7* safe) {
        if (PKCS7_type_is_data(safe)) {
            const Bags bags(PKCS12_unpack_p7data(safe));
            return bags != nullptr ? readBags(bags.get(), 0) : PfxProblem::Unreadable;
        }
        if (!PKCS7_type_is_encrypted(safe))
            return PfxProblem::Algorithm;  // encrypted for a certificate instead of a password
        const PKCS7_ENCRYPT* const encrypted = safe->d.encrypted;
        if (encrypted == nullptr || encrypted->enc_data == nullptr)
            return PfxProblem::Unreadable;
        if (!mayDecrypt(encrypted->enc_data->algorithm))
            return PfxProblem::Algorithm;
        const Bags bags(withLockedCopies(PKCS12_unpack_p7encdata, safe, m_password, m_length));
        return bags != nullptr ? readBags(bags.get(), 0) : PfxProblem::Password;
    }

    /** What it costs is counted over the whole file. */
    bool mayDecrypt(const X509_ALGOR* algorithm) {
        const auto rounds = roundsToDecrypt(algorithm, m_context);
        m_rounds += rounds.value_or(0);
        return rounds && m_rounds <= MostPbeRounds;
    }

    PfxProblem readBags(const BagList* bags, int depth) {
        for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
            if (depth > DeepestBag || ++m_bags > MostBags)
                return PfxProblem::Unreadable;
            const PfxProblem problem = readBag(sk_PKCS12_SAFEBAG_value(bags, i), depth);
            if (problem != PfxProblem::None)
                return problem;
        }
        return PfxProblem::None;
    }

    PfxProblem readBag(const PKCS12_SAFEBAG* bag, int depth) {
        switch (PKCS12_SAFEBAG_get_nid(bag)) {
            case NID_keyBag:
                return keepKey(PKCS12_SAFEBAG_get0_p8inf(bag));
            case NID_pkcs8ShroudedKeyBag:
                return readShroudedKey(bag);
            case NID_certBag:
                return readCertificate(bag);
            case NID_safeContentsBag:
                return readBags(PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
            default:
                return PfxProblem::None;
        }
    }

    PfxProblem readShroudedKey(const PKCS12_SAFEBAG* bag) {
        const X509_ALGOR* algorithm = nullptr;
        if (const X509_SIG* const shrouded = PKCS12_SAFEBAG_get0_pkcs8(bag))
            X509_SIG_get0(shrouded, &algorithm, nullptr);
        if (!mayDecrypt(algorithm))
            return PfxProblem::Algorithm;
        const Pkcs8Handle key(
            withLockedCopies(PKCS12_decrypt_skey_ex, bag, m_password, m_length, m_context, nullptr));
        return key != nullptr ? keepKey(key.get()) : PfxProblem::Password;
    }

    PfxProblem keepKey(const PKCS8_PRIV_KEY_INFO* information) {
        KeyHandle key(information != nullptr ? EVP_PKCS82PKEY(information) : nullptr);
        if (key == nullptr)
            return PfxProblem::Algorithm;  // a kind of key that OpenSSL does not know
        m_contents.keys.push_back(std::move(key));
        return PfxProblem::None;
    }

    PfxProblem readCertificate(const PKCS12_SAFEBAG* bag) {
        if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_x509Certificate)
            return PfxProblem::None;
        X509Handle certificate(PKCS12_SAFEBAG_get1_cert(bag));
        if (certificate == nullptr)
            return PfxProblem::Unreadable;
        m_contents.certificates.push_back(std::move(certificate));
        return PfxProblem::None;
    }

    OSSL_LIB_CTX* m_context;
    const char* m_password;
    int m_length;
    PfxContents& m_contents;
    int m_bags = 0;
    std::int64_t m_rounds = 0;
};

bool knowsMac(const PKCS12* file, OSSL_LIB_CTX* context) {
    const X509_ALGOR* algorithm = nullptr;
    const ASN1_INTEGER* rounds = nullptr;
    PKCS12_get0_mac(nullptr, &algorithm, nullptr, &rounds, file);
    std::int64_t number = 1;  // where it is left out (RFC 7292, 4)
    if (rounds != nullptr && ASN1_INTEGER_get_int64(&number, rounds) != 1)
        return false;
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    std::array<char, 80> name{};
    if (OBJ_obj2txt(name.data(), static_cast<int>(name.size()), object, 0) <= 0)
        return false;
    const DigestHandle digest(EVP_MD_fetch(context, name.data(), nullptr));
    return digest != nullptr && number >= 1 && number <= MostPbeRounds;
}

PfxProblem readWith(PKCS12* file, OSSL_LIB_CTX* context, const char* password, int length,
                    PfxContents& contents) {
    if (PKCS12_mac_present(file) == 1) {
        if (!knowsMac(file, context))
            return PfxProblem::Algorithm;
        if (withLockedCopies(PKCS12_verify_mac, file, password, length) != 1)
            return PfxProblem::Password;
    }
    return Reader(context, password, length, contents).read(file);
}

}  // namespace

PfxProblem readPfx(QByteArrayView bytes, const base::SecretBytes& password, PfxContents& contents) {
    OSSL_LIB_CTX* const context = contextWithOldAlgorithms();
    const Pkcs12Handle file = parsed(bytes, context);
    if (file == nullptr)
        return PfxProblem::Unreadable;
    const char* const text = password.view().data();
    const int length = static_cast<int>(password.size());
    if (!password.isEmpty())
        return readWith(file.get(), context, text, length, contents);
    // "No password" is written in two ways: as nothing, and as an empty text.
    const PfxProblem problem = readWith(file.get(), context, nullptr, 0, contents);
    if (problem != PfxProblem::Password)
        return problem;
    contents = {};
    return readWith(file.get(), context, "", 0, contents);
}

}  // namespace signet::crypto
