#include "sandbox/service/XmlCanonical.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>

#include <array>

namespace signet::sandbox {
namespace {

struct BufferDeleter {
    void operator()(xmlOutputBuffer* buffer) const { xmlOutputBufferClose(buffer); }
};

int isInside(void* root, xmlNodePtr node, xmlNodePtr parent) {
    // A namespace node has no parent of its own: its element is handed in beside it.
    for (const xmlNode* n = node->type == XML_NAMESPACE_DECL ? parent : node; n; n = n->parent) {
        if (n == root)
            return 1;
    }
    return 0;
}

xmlNode* findIn(xmlNode* from, const char* namespaceUri, const char* localName) {
    for (xmlNode* node = from; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (node->ns && xmlStrEqual(node->ns->href, BAD_CAST namespaceUri) &&
            xmlStrEqual(node->name, BAD_CAST localName))
            return node;
        if (xmlNode* inside = findIn(node->children, namespaceUri, localName))
            return inside;
    }
    return nullptr;
}

struct CanonicalMode {
    xmlC14NMode mode;
    bool withComments;
};

constexpr std::array Algorithms{
    std::pair{"http://www.w3.org/2001/10/xml-exc-c14n#", CanonicalMode{XML_C14N_EXCLUSIVE_1_0, false}},
    std::pair{"http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
              CanonicalMode{XML_C14N_EXCLUSIVE_1_0, true}},
    std::pair{"http://www.w3.org/TR/2001/REC-xml-c14n-20010315", CanonicalMode{XML_C14N_1_0, false}},
    std::pair{"http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
              CanonicalMode{XML_C14N_1_0, true}},
    std::pair{"http://www.w3.org/2006/12/xml-c14n11", CanonicalMode{XML_C14N_1_1, false}},
    std::pair{"http://www.w3.org/2006/12/xml-c14n11#WithComments", CanonicalMode{XML_C14N_1_1, true}},
};

base::Expected<QByteArray> canonicalAs(xmlDoc* document, const xmlNode* element, CanonicalMode form) {
    const std::unique_ptr<xmlOutputBuffer, BufferDeleter> buffer(xmlAllocOutputBuffer(nullptr));
    if (!buffer || xmlC14NExecute(document, isInside, const_cast<xmlNode*>(element), form.mode, nullptr,
                                  form.withComments ? 1 : 0, buffer.get()) < 0)
        return base::fail(base::ErrorCode::InternalError, QStringList(), u"canonical XML"_qs);
    return QByteArray(reinterpret_cast<const char*>(xmlOutputBufferGetContent(buffer.get())),
                      static_cast<qsizetype>(xmlOutputBufferGetSize(buffer.get())));
}

}  // namespace

XmlDocPtr parseXml(QByteArrayView xml) {
    return XmlDocPtr(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
}

xmlNode* findElement(const xmlDoc* document, const char* namespaceUri, const char* localName) {
    return findIn(xmlDocGetRootElement(document), namespaceUri, localName);
}

base::Expected<QByteArray> canonicalForm(xmlDoc* document, const xmlNode* element) {
    return canonicalAs(document, element, {XML_C14N_EXCLUSIVE_1_0, false});
}

base::Expected<QByteArray> canonicalForm(xmlDoc* document, const xmlNode* element, QByteArrayView algorithm) {
    for (const auto& [uri, form] : Algorithms) {
        if (algorithm == uri)
            return canonicalAs(document, element, form);
    }
    return base::fail(base::ErrorCode::InternalError, QStringList(),
                      u"canonical form "_qs + QString::fromUtf8(algorithm));
}

}  // namespace signet::sandbox
