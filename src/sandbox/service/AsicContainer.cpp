#include "sandbox/service/AsicContainer.h"

#include <QFileInfo>
#include <QRegularExpression>

#include "sandbox/service/ZipArchive.h"

namespace signet::sandbox {
namespace {

const QString MimetypeName = QStringLiteral("mimetype");
const QString MetaFolder = QStringLiteral("META-INF/");
constexpr const char* AsicMediaType = "application/vnd.etsi.asic-e+zip";

QByteArray manifestEntry(const QString& path, const QByteArray& mediaType) {
    return "<manifest:file-entry manifest:full-path=\"" + path.toHtmlEscaped().toUtf8() +
           "\" manifest:media-type=\"" + mediaType + "\"/>";
}

QByteArray manifestXml(const QList<DataFile>& files) {
    QByteArray xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
        "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">" +
        manifestEntry(u"/"_qs, AsicMediaType);
    for (const DataFile& file : files)
        xml += manifestEntry(file.name, mediaTypeOf(file.name));
    return xml + "</manifest:manifest>";
}

bool isSignatureName(const QString& name) {
    static const QRegularExpression pattern(u"^META-INF/[^/]*signatures[^/]*\\.xml$"_qs,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

}  // namespace

bool AsicContainer::isContainerName(const QString& fileName) {
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    return suffix == u"asice" || suffix == u"sce" || suffix == u"edoc";
}

Expected<AsicContainer> AsicContainer::create(const QList<DataFile>& files) {
    QList<ZipEntry> entries{{MimetypeName, AsicMediaType, true}};
    for (const DataFile& file : files)
        entries.append({file.name, file.bytes, false});
    entries.append({MetaFolder + u"manifest.xml", manifestXml(files), false});
    const auto bytes = zipWith({}, entries);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return read(*bytes);
}

Expected<AsicContainer> AsicContainer::read(const QByteArray& bytes) {
    const auto entries = unzip(bytes);
    if (!entries)
        return tl::unexpected(entries.error());
    AsicContainer container;
    container.m_bytes = bytes;
    for (const ZipEntry& entry : *entries) {
        container.m_names.append(entry.name);
        if (isSignatureName(entry.name)) {
            container.m_signatures.append(entry.bytes);
            container.m_signatureNames.append(entry.name);
        } else if (entry.name != MimetypeName && !entry.name.startsWith(MetaFolder) &&
                   !entry.name.endsWith(u'/')) {
            container.m_files.append({entry.name, entry.bytes});
        }
    }
    if (entries->first().name != MimetypeName || !entries->first().stored ||
        entries->first().bytes != AsicMediaType)
        return base::fail(base::ErrorCode::AnswerUnreadable, QStringList(),
                          u"container: does not begin with its mimetype"_qs);
    if (container.m_files.isEmpty())
        return base::fail(base::ErrorCode::AnswerUnreadable, QStringList(), u"container: holds no file"_qs);
    return container;
}

Expected<AsicContainer> AsicContainer::withSignature(const QByteArray& signatureXml) const {
    const auto nameOf = [](qsizetype n) -> QString {
        return MetaFolder + u"signatures" + QString::number(n) + u".xml";
    };
    qsizetype number = m_signatures.size();
    while (m_names.contains(nameOf(number), Qt::CaseInsensitive))
        ++number;
    const auto bytes = zipWith(m_bytes, {{nameOf(number), signatureXml, false}});
    if (!bytes)
        return tl::unexpected(bytes.error());
    return read(*bytes);
}

Expected<AsicContainer> AsicContainer::withSignaturesReplaced(const QList<QByteArray>& signatureXmls) const {
    QList<ZipEntry> replaced;
    for (qsizetype i = 0; i < m_signatureNames.size(); ++i)
        replaced.append({m_signatureNames[i], signatureXmls.value(i), false});
    const auto bytes = zipWith(m_bytes, replaced);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return read(*bytes);
}

}  // namespace signet::sandbox
