#include "sandbox/service/PdfSecurityStore.h"

#include <QDateTime>
#include <qpdf/Buffer.hh>

#include "sandbox/service/PdfRevision.h"

namespace signet::sandbox {
namespace {

constexpr int MaxStoredObjects = 2'000;
constexpr size_t MaxStoredBytes = 1024 * 1024;

QPDFObjectHandle storeOf(const PdfRevision& revision) {
    return revision.catalog().getKey("/DSS");
}

/** The content of the streams of an array; what is no stream, or too large, is passed over. */
QHash<QByteArray, QPDFObjectHandle> streamsOf(QPDFObjectHandle array) {
    QHash<QByteArray, QPDFObjectHandle> streams;
    const int count = array.isArray() ? std::min(array.getArrayNItems(), MaxStoredObjects) : 0;
    for (int i = 0; i < count; ++i) {
        QPDFObjectHandle stream = array.getArrayItem(i);
        if (!stream.isStream())
            continue;
        const auto content = stream.getStreamData();
        if (content->getSize() <= MaxStoredBytes)
            streams.insert(QByteArray(reinterpret_cast<const char*>(content->getBuffer()),
                                      static_cast<qsizetype>(content->getSize())),
                           stream);
    }
    return streams;
}

/** One list of the store ("/Certs", "/OCSPs"): finds a value's stream, or adds it. */
class StoredList {
public:
    StoredList(PdfRevision& revision, QPDFObjectHandle store, const std::string& key)
        : m_revision(revision), m_store(store), m_key(key), m_known(streamsOf(store.getKey(key))) {}

    QPDFObjectHandle referencesTo(const QList<QByteArray>& values) {
        QPDFObjectHandle references = QPDFObjectHandle::newArray();
        for (const QByteArray& value : values)
            references.appendItem(referenceTo(value));
        return references;
    }

private:
    QPDFObjectHandle referenceTo(const QByteArray& value) {
        const auto known = m_known.constFind(value);
        if (known != m_known.constEnd())
            return *known;
        const QPDFObjectHandle stream = m_revision.addStream(value);
        m_known.insert(value, stream);
        QPDFObjectHandle array = m_store.getKey(m_key);
        if (!array.isArray()) {
            array = QPDFObjectHandle::newArray();
            m_store.replaceKey(m_key, array);
        }
        array.appendItem(stream);
        if (array.isIndirect())
            m_revision.touch(array);
        return stream;
    }

    PdfRevision& m_revision;
    QPDFObjectHandle m_store;
    std::string m_key;
    QHash<QByteArray, QPDFObjectHandle> m_known;
};

QPDFObjectHandle dictionaryForChange(PdfRevision& revision, QPDFObjectHandle owner, const std::string& key) {
    QPDFObjectHandle dictionary = owner.getKey(key);
    if (!dictionary.isDictionary() || !dictionary.isIndirect()) {
        dictionary = revision.add(dictionary.isDictionary() ? dictionary : QPDFObjectHandle::newDictionary());
        owner.replaceKey(key, dictionary);
        revision.touch(owner);
    }
    revision.touch(dictionary);
    return dictionary;
}

void addEntries(PdfRevision& revision, const QList<PdfStoreEntry>& entries) {
    QPDFObjectHandle store = dictionaryForChange(revision, revision.catalog(), "/DSS");
    QPDFObjectHandle related = dictionaryForChange(revision, store, "/VRI");
    store.replaceKey("/Type", QPDFObjectHandle::newName("/DSS"));
    StoredList certificates(revision, store, "/Certs");
    StoredList ocspResponses(revision, store, "/OCSPs");
    const QByteArray now = QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHHmmss"_qs).toLatin1();
    for (const PdfStoreEntry& entry : entries) {
        QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
        info.replaceKey("/Type", QPDFObjectHandle::newName("/VRI"));
        info.replaceKey("/TU", QPDFObjectHandle::newString(QByteArray("D:" + now + "Z").toStdString()));
        info.replaceKey("/Cert", certificates.referencesTo(entry.evidence.certificates));
        if (!entry.evidence.ocspResponses.isEmpty())
            info.replaceKey("/OCSP", ocspResponses.referencesTo(entry.evidence.ocspResponses));
        related.replaceKey('/' + entry.key.toStdString(), revision.add(info));
    }
}

}  // namespace

Expected<QByteArray> withEvidence(const QByteArray& pdf, const QList<PdfStoreEntry>& entries) {
    if (entries.isEmpty())
        return pdf;
    auto revision = PdfRevision::open(pdf);
    if (!revision)
        return tl::unexpected(revision.error());
    return readingPdf([&]() -> Expected<QByteArray> {
        addEntries(*revision, entries);
        return revision->write().pdf;
    });
}

PdfEvidence storedEvidence(const PdfRevision& revision) {
    PdfEvidence evidence;
    QPDFObjectHandle store = storeOf(revision);
    if (!store.isDictionary())
        return evidence;
    evidence.certificates = streamsOf(store.getKey("/Certs")).keys();
    evidence.ocspResponses = streamsOf(store.getKey("/OCSPs")).keys();
    QPDFObjectHandle related = store.getKey("/VRI");
    if (related.isDictionary()) {
        for (const std::string& key : related.getKeys())
            evidence.storeKeys.append(QByteArray::fromStdString(key).mid(1).toUpper());
    }
    return evidence;
}

}  // namespace signet::sandbox
