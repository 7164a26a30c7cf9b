#pragma once

#include <QByteArray>
#include <QList>
#include <optional>

#include "sandbox/service/XadesSignature.h"
#include "sandbox/service/XmlCanonical.h"

/** Looking into the XML of signatures that somebody else made: nothing is taken for granted. */
namespace signet::sandbox {

/** Namespaces and the algorithm that holds where none is named. */
namespace xmlnames {
inline constexpr const char* Ds = "http://www.w3.org/2000/09/xmldsig#";
inline constexpr const char* Xades = "http://uri.etsi.org/01903/v1.3.2#";
inline constexpr const char* Xades141 = "http://uri.etsi.org/01903/v1.4.1#";
inline constexpr const char* DefaultCanonical = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
}  // namespace xmlnames

bool isElement(const xmlNode* node, const char* uri, const char* name);
/** The element children of this name; all of them without one. Null has none. */
QList<xmlNode*> childrenOf(const xmlNode* parent, const char* uri = nullptr, const char* name = nullptr);
/** The only child of this name; null if there is none or more than one. */
xmlNode* onlyChild(const xmlNode* parent, const char* uri, const char* name);
/** All elements of this name inside, in document order. */
QList<xmlNode*> allInside(const xmlNode* parent, const char* uri, const char* name);
/** The elements inside (and `parent`) whose attribute Id has this value. */
QList<xmlNode*> withId(xmlNode* parent, const QByteArray& id);
QByteArray attributeOf(const xmlNode* element, const char* name);
QByteArray textInside(const xmlNode* element);
/** The text as base64; nothing if it is none. */
std::optional<QByteArray> base64Inside(const xmlNode* element);
/** The base64 contents of all elements of this name inside. */
QList<QByteArray> base64Of(const xmlNode* parent, const char* uri, const char* name);
/** The value of the Algorithm attribute of the only child of this name; empty without. */
QByteArray algorithmOf(const xmlNode* parent, const char* name);

/** The only xades:QualifyingProperties of a ds:Signature, in one of its own objects (those of a counter
 * signature stand deeper); null if there is none or more than one. */
xmlNode* qualifyingProperties(const xmlNode* signature);
/** Its xades:UnsignedSignatureProperties; null if there are none. */
xmlNode* unsignedSignatureProperties(const xmlNode* signature);

/** The hash that a digest or signature method names: SHA-256, -384 or -512; nothing for any other. */
std::optional<QByteArray> hashByMethod(const QByteArray& methodUri, QByteArrayView bytes);

/** One ds:Signature in its document, and the files that it may refer to. */
struct XmlSignature {
    xmlDoc* document = nullptr;
    xmlNode* element = nullptr;
    QList<DataFile> files;
};

/**
 * What a ds:Reference points at, ready to be hashed (XML Signature 1.1, 4.4.3.2): a file's bytes, or the
 * canonical form of an element of the same signature. Nothing where it is not there, not unique, or
 * transformed in a way that is not known. `nodeSetForm`: the canonical form of an element that the transforms
 * leave without one.
 */
std::optional<QByteArray> dereference(const XmlSignature& signature, const xmlNode* reference,
                                      const QByteArray& nodeSetForm = xmlnames::DefaultCanonical);
/** The name of the file that a ds:Reference points at; empty for one inside the document. */
QString fileOfReference(const xmlNode* reference);

}  // namespace signet::sandbox
