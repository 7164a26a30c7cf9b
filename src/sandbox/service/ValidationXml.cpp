#include "sandbox/service/ValidationXml.h"

#include <QCryptographicHash>
#include <QUrl>

#include "base/Base64.h"

namespace signet::sandbox {
namespace {

void collect(const xmlNode* parent, const char* uri, const char* name, QList<xmlNode*>& found) {
    for (xmlNode* child : childrenOf(parent)) {
        if (isElement(child, uri, name))
            found.append(child);
        collect(child, uri, name, found);
    }
}

void collectIds(xmlNode* element, const QByteArray& id, QList<xmlNode*>& found) {
    if (attributeOf(element, "Id") == id)
        found.append(element);
    for (xmlNode* child : childrenOf(element))
        collectIds(child, id, found);
}

/** The canonical form that a reference's transforms ask for; nothing if they ask for anything else. */
std::optional<QByteArray> canonicalAlgorithm(const xmlNode* reference, const QByteArray& without) {
    const QList<xmlNode*> transforms =
        childrenOf(onlyChild(reference, xmlnames::Ds, "Transforms"), xmlnames::Ds, "Transform");
    if (transforms.size() > 1)
        return std::nullopt;
    return transforms.isEmpty() ? without : attributeOf(transforms.first(), "Algorithm");
}

}  // namespace

bool isElement(const xmlNode* node, const char* uri, const char* name) {
    return node != nullptr && node->type == XML_ELEMENT_NODE && node->ns != nullptr &&
           xmlStrEqual(node->ns->href, BAD_CAST uri) && xmlStrEqual(node->name, BAD_CAST name);
}

QList<xmlNode*> childrenOf(const xmlNode* parent, const char* uri, const char* name) {
    QList<xmlNode*> children;
    for (xmlNode* child = parent != nullptr ? parent->children : nullptr; child != nullptr;
         child = child->next) {
        if (child->type == XML_ELEMENT_NODE && (name == nullptr || isElement(child, uri, name)))
            children.append(child);
    }
    return children;
}

xmlNode* onlyChild(const xmlNode* parent, const char* uri, const char* name) {
    const QList<xmlNode*> children = childrenOf(parent, uri, name);
    return children.size() == 1 ? children.first() : nullptr;
}

QList<xmlNode*> allInside(const xmlNode* parent, const char* uri, const char* name) {
    QList<xmlNode*> found;
    collect(parent, uri, name, found);
    return found;
}

QList<xmlNode*> withId(xmlNode* parent, const QByteArray& id) {
    QList<xmlNode*> found;
    collectIds(parent, id, found);
    return found;
}

QByteArray attributeOf(const xmlNode* element, const char* name) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> value(xmlGetNoNsProp(element, BAD_CAST name), xmlFree);
    return value ? QByteArray(reinterpret_cast<const char*>(value.get())) : QByteArray();
}

QByteArray textInside(const xmlNode* element) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> text(
        element != nullptr ? xmlNodeGetContent(element) : nullptr, xmlFree);
    return text ? QByteArray(reinterpret_cast<const char*>(text.get())) : QByteArray();
}

std::optional<QByteArray> base64Inside(const xmlNode* element) {
    return base::decodeBase64(textInside(element));
}

QList<QByteArray> base64Of(const xmlNode* parent, const char* uri, const char* name) {
    QList<QByteArray> values;
    for (const xmlNode* element : allInside(parent, uri, name)) {
        if (const auto value = base64Inside(element))
            values.append(*value);
    }
    return values;
}

QByteArray algorithmOf(const xmlNode* parent, const char* name) {
    const xmlNode* method = onlyChild(parent, xmlnames::Ds, name);
    return method != nullptr ? attributeOf(method, "Algorithm") : QByteArray();
}

xmlNode* qualifyingProperties(const xmlNode* signature) {
    QList<xmlNode*> found;
    for (const xmlNode* object : childrenOf(signature, xmlnames::Ds, "Object"))
        found += childrenOf(object, xmlnames::Xades, "QualifyingProperties");
    return found.size() == 1 ? found.first() : nullptr;
}

xmlNode* unsignedSignatureProperties(const xmlNode* signature) {
    const xmlNode* properties =
        onlyChild(qualifyingProperties(signature), xmlnames::Xades, "UnsignedProperties");
    return onlyChild(properties, xmlnames::Xades, "UnsignedSignatureProperties");
}

std::optional<QByteArray> hashByMethod(const QByteArray& methodUri, QByteArrayView bytes) {
    if (methodUri.endsWith("sha256"))
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    if (methodUri.endsWith("sha384"))
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha384);
    if (methodUri.endsWith("sha512"))
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha512);
    return std::nullopt;
}

QString fileOfReference(const xmlNode* reference) {
    const QByteArray uri = attributeOf(reference, "URI");
    return uri.startsWith('#') ? QString() : QUrl::fromPercentEncoding(uri);
}

std::optional<QByteArray> dereference(const XmlSignature& signature, const xmlNode* reference,
                                      const QByteArray& nodeSetForm) {
    const QString name = fileOfReference(reference);
    if (!name.isEmpty()) {
        const auto file = std::find_if(signature.files.begin(), signature.files.end(),
                                       [&name](const DataFile& one) { return one.name == name; });
        const bool transformed = onlyChild(reference, xmlnames::Ds, "Transforms") != nullptr;
        return file == signature.files.end() || transformed ? std::nullopt : std::optional(file->bytes);
    }
    // Only what stands inside this signature: an element elsewhere is not what the signer saw.
    const QList<xmlNode*> targets = withId(signature.element, attributeOf(reference, "URI").mid(1));
    const auto algorithm = canonicalAlgorithm(reference, nodeSetForm);
    if (targets.size() != 1 || !algorithm)
        return std::nullopt;
    const auto form = canonicalForm(signature.document, targets.first(), *algorithm);
    return form ? std::optional(*form) : std::nullopt;
}

}  // namespace signet::sandbox
