#include "crypto/PbeAlgorithm.h"

#include <openssl/asn1t.h>
#include <openssl/evp.h>

#include <memory>

#include "crypto/OpenSsl.h"

namespace signet::crypto {
namespace {

using PbeParameters = std::unique_ptr<PBEPARAM, FreeWith<PBEPARAM_free>>;
using Pbes2Parameters = std::unique_ptr<PBE2PARAM, FreeWith<PBE2PARAM_free>>;
using Pbkdf2Parameters = std::unique_ptr<PBKDF2PARAM, FreeWith<PBKDF2PARAM_free>>;
using ScryptParameters = std::unique_ptr<SCRYPT_PARAMS, FreeWith<SCRYPT_PARAMS_free>>;
using CipherHandle = std::unique_ptr<EVP_CIPHER, FreeWith<EVP_CIPHER_free>>;

int identifierOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object);
}

template <typename T>
T* parametersOf(const X509_ALGOR* algorithm, const ASN1_ITEM* kind) {
    return static_cast<T*>(ASN1_TYPE_unpack_sequence(kind, algorithm->parameter));
}

using Rounds = std::optional<std::int64_t>;

Rounds bearable(const ASN1_INTEGER* rounds) {
    std::int64_t number = 0;
    if (rounds == nullptr || ASN1_INTEGER_get_int64(&number, rounds) != 1 || number < 1 ||
        number > MostPbeRounds)
        return std::nullopt;
    return number;
}

bool isThere(int cipher, OSSL_LIB_CTX* context) {
    const char* const name = cipher != NID_undef ? OBJ_nid2sn(cipher) : nullptr;
    return name != nullptr && CipherHandle(EVP_CIPHER_fetch(context, name, nullptr)) != nullptr;
}

Rounds roundsOfPbkdf2(const X509_ALGOR* function) {
    const Pbkdf2Parameters parameters(parametersOf<PBKDF2PARAM>(function, ASN1_ITEM_rptr(PBKDF2PARAM)));
    if (parameters == nullptr)
        return std::nullopt;
    int hash = NID_hmacWithSHA1;
    const bool isKnown =
        parameters->prf == nullptr ||
        EVP_PBE_find(EVP_PBE_TYPE_PRF, identifierOf(parameters->prf), nullptr, &hash, nullptr) == 1;
    return isKnown ? bearable(parameters->iter) : std::nullopt;
}

/** RFC 7914: its three costs multiply. */
Rounds roundsOfScrypt(const X509_ALGOR* function) {
    const ScryptParameters parameters(parametersOf<SCRYPT_PARAMS>(function, ASN1_ITEM_rptr(SCRYPT_PARAMS)));
    if (parameters == nullptr)
        return std::nullopt;
    std::int64_t product = 1;
    for (const ASN1_INTEGER* cost :
         {parameters->costParameter, parameters->blockSize, parameters->parallelizationParameter}) {
        const Rounds each = bearable(cost);
        if (!each || product * *each > MostPbeRounds)
            return std::nullopt;
        product *= *each;
    }
    return product;
}

Rounds roundsOfPbes2(const X509_ALGOR* algorithm, OSSL_LIB_CTX* context) {
    const Pbes2Parameters parameters(parametersOf<PBE2PARAM>(algorithm, ASN1_ITEM_rptr(PBE2PARAM)));
    if (parameters == nullptr || !isThere(identifierOf(parameters->encryption), context))
        return std::nullopt;
    switch (identifierOf(parameters->keyfunc)) {
        case NID_id_pbkdf2:
            return roundsOfPbkdf2(parameters->keyfunc);
        case NID_id_scrypt:
            return roundsOfScrypt(parameters->keyfunc);
        default:
            return std::nullopt;
    }
}

}  // namespace

Rounds roundsToDecrypt(const X509_ALGOR* algorithm, OSSL_LIB_CTX* context) {
    if (algorithm == nullptr)
        return std::nullopt;
    const int kind = identifierOf(algorithm);
    if (kind == NID_pbes2)
        return roundsOfPbes2(algorithm, context);
    int cipher = NID_undef;
    if (EVP_PBE_find(EVP_PBE_TYPE_OUTER, kind, &cipher, nullptr, nullptr) != 1 || !isThere(cipher, context))
        return std::nullopt;
    const PbeParameters parameters(parametersOf<PBEPARAM>(algorithm, ASN1_ITEM_rptr(PBEPARAM)));
    return parameters != nullptr ? bearable(parameters->iter) : std::nullopt;
}

}  // namespace signet::crypto
