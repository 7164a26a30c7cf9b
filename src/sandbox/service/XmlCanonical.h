#pragma once

#include <libxml/tree.h>

#include <QByteArray>
#include <memory>

#include "base/Expected.h"

namespace signet::sandbox {

struct XmlDocDeleter {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocPtr = std::unique_ptr<xmlDoc, XmlDocDeleter>;

/** Parses without network, entities or external files; null if it is not well-formed. */
XmlDocPtr parseXml(QByteArrayView xml);

/** The first element of this name, in document order; null if there is none. */
xmlNode* findElement(const xmlDoc* document, const char* namespaceUri, const char* localName);

/** Exclusive canonical form without comments (W3C xml-exc-c14n) of `element` and what is inside it. */
base::Expected<QByteArray> canonicalForm(xmlDoc* document, const xmlNode* element);
/** The same in the form that this algorithm's identifier names; InternalError for one that is not known. */
base::Expected<QByteArray> canonicalForm(xmlDoc* document, const xmlNode* element, QByteArrayView algorithm);

}  // namespace signet::sandbox
