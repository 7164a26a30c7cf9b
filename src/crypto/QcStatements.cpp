#include "crypto/QcStatements.h"

#include <openssl/asn1.h>
#include <openssl/objects.h>
#include <openssl/x509v3.h>

#include <array>
#include <optional>
#include <string_view>

#include "crypto/OpenSsl.h"

namespace signet::crypto {
namespace {

constexpr int MostStatements = 32;

// ETSI EN 319 412-5, 4.2.1, 4.2.2, 4.2.3
constexpr std::string_view QcCompliance = "0.4.0.1862.1.1";
constexpr std::string_view QcSscd = "0.4.0.1862.1.4";
constexpr std::string_view QcType = "0.4.0.1862.1.6";
constexpr std::string_view QcTypeEsign = "0.4.0.1862.1.6.1";
constexpr std::string_view QcTypeEseal = "0.4.0.1862.1.6.2";

struct FreeElements {
    void operator()(ASN1_SEQUENCE_ANY* elements) const { sk_ASN1_TYPE_pop_free(elements, ASN1_TYPE_free); }
};
using Elements = std::unique_ptr<ASN1_SEQUENCE_ANY, FreeElements>;

/** The elements of a SEQUENCE that fills `encoding`; null if it is none, or has more than we care to read. */
Elements elementsOf(const ASN1_STRING& encoding) {
    const unsigned char* const begin = ASN1_STRING_get0_data(&encoding);
    const int length = ASN1_STRING_length(&encoding);
    const unsigned char* next = begin;
    Elements elements(d2i_ASN1_SEQUENCE_ANY(nullptr, &next, length));
    if (elements == nullptr || next != begin + length || sk_ASN1_TYPE_num(elements.get()) > MostStatements)
        return nullptr;
    return elements;
}

const ASN1_TYPE* elementAt(const Elements& elements, int index) {
    return elements != nullptr ? sk_ASN1_TYPE_value(elements.get(), index) : nullptr;
}

Elements sequenceIn(const ASN1_TYPE* element) {
    if (element == nullptr || element->type != V_ASN1_SEQUENCE)
        return nullptr;
    return elementsOf(*element->value.sequence);
}

/** The object identifier in dotted form; cut where it is longer than any of ours. */
std::optional<std::string_view> identifierIn(const ASN1_TYPE* element, std::array<char, 64>& buffer) {
    if (element == nullptr || element->type != V_ASN1_OBJECT)
        return std::nullopt;
    if (OBJ_obj2txt(buffer.data(), static_cast<int>(buffer.size()), element->value.object, 1) <= 0)
        return std::nullopt;
    return std::string_view(buffer.data());
}

void readTypes(const ASN1_TYPE* information, QualifiedStatements& statements) {
    const Elements types = sequenceIn(information);
    std::array<char, 64> buffer{};
    for (int i = 0; types != nullptr && i < sk_ASN1_TYPE_num(types.get()); ++i) {
        const auto type = identifierIn(elementAt(types, i), buffer);
        statements.forSignatures |= type == QcTypeEsign;
        statements.forSeals |= type == QcTypeEseal;
    }
}

/** QCStatement ::= SEQUENCE { statementId OBJECT IDENTIFIER, statementInfo ANY OPTIONAL } */
bool readStatement(const ASN1_TYPE* element, QualifiedStatements& statements) {
    const Elements statement = sequenceIn(element);
    std::array<char, 64> buffer{};
    const auto identifier = identifierIn(elementAt(statement, 0), buffer);
    if (!identifier)
        return false;
    statements.qualified |= identifier == QcCompliance;
    statements.secureDevice |= identifier == QcSscd;
    if (identifier == QcType)
        readTypes(elementAt(statement, 1), statements);
    return true;
}

}  // namespace

QualifiedStatements readQualifiedStatements(const X509& certificate) {
    const int position = X509_get_ext_by_NID(&certificate, NID_qcStatements, -1);
    const bool once = position >= 0 && X509_get_ext_by_NID(&certificate, NID_qcStatements, position) < 0;
    if (!once)
        return {};
    const Elements list = elementsOf(*X509_EXTENSION_get_data(X509_get_ext(&certificate, position)));
    QualifiedStatements statements;
    for (int i = 0; list != nullptr && i < sk_ASN1_TYPE_num(list.get()); ++i) {
        if (!readStatement(elementAt(list, i), statements))
            return {};
    }
    return statements;
}

}  // namespace signet::crypto
