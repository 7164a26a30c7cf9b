#pragma once

#include "sandbox/service/DocumentSigner.h"
#include "sandbox/service/ValidationXml.h"

namespace signet::sandbox {

/**
 * What an archive time stamp is over (ETSI EN 319 132-1, 5.5.2): what was signed, the signature, the unsigned
 * properties in front of `stamp` (all of them if it is null), the other objects; canonical as the stamp says,
 * exclusively if it is null. Nothing where a reference cannot be followed or the form is not known.
 */
std::optional<QByteArray> archivedBytes(const XmlSignature& signature, const xmlNode* stamp);

/**
 * The content of a META-INF/signatures*.xml with an archive time stamp more (xadesv141:ArchiveTimeStamp) in
 * each of its signatures, level B-LTA; evidence that is missing is added before. `files` are those of the
 * container. AnswerUnreadable (reason as detail) where it holds no XAdES signature, or a file is missing.
 */
Expected<QByteArray> withArchiveStamps(const QByteArray& signaturesXml, const QList<DataFile>& files,
                                       const TrustServices& services);

}  // namespace signet::sandbox
