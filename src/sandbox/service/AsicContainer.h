#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include "base/Expected.h"
#include "sandbox/service/XadesSignature.h"

namespace signet::sandbox {

/**
 * An ASiC-E container with XAdES signatures (ETSI EN 319 162-1), in memory. What is read is untrusted: its
 * number of entries, their names and their unpacked size are bounded; anything else is AnswerUnreadable with
 * the reason as detail.
 */
class AsicContainer {
public:
    /** A new container: mimetype first and stored, the files, META-INF/manifest.xml and no signature yet. */
    static Expected<AsicContainer> create(const QList<DataFile>& files);
    static Expected<AsicContainer> read(const QByteArray& bytes);
    /** By the ending of the name: .asice, .sce or .edoc. */
    static bool isContainerName(const QString& fileName);

    const QByteArray& bytes() const { return m_bytes; }
    /** What the signatures cover: everything but mimetype and META-INF. */
    const QList<DataFile>& files() const { return m_files; }
    const QList<QByteArray>& signatures() const { return m_signatures; }

    /** The same container with one more META-INF/signaturesN.xml; the entries there are stay byte for byte.
     */
    Expected<AsicContainer> withSignature(const QByteArray& signatureXml) const;
    /** The same container with other contents for its files of signatures, in the order of signatures(). */
    Expected<AsicContainer> withSignaturesReplaced(const QList<QByteArray>& signatureXmls) const;

private:
    QByteArray m_bytes;
    QList<DataFile> m_files;
    QList<QByteArray> m_signatures;
    QStringList m_signatureNames;
    QStringList m_names;
};

}  // namespace signet::sandbox
