#include "signing/Session.h"

#include <QFileInfo>
#include <QStringList>

#include "base/PrintableText.h"

namespace signet::signing {
namespace {

QString joinedNames(const QList<Document>& documents) {
    QStringList names;
    for (const Document& document : documents) {
        if (!document.name.isEmpty())
            names.append(document.name);
    }
    return names.join(QStringLiteral(", "));
}

}  // namespace

std::optional<QList<Document>> Session::knownDocuments() const {
    const bool isUntouched = done.isEmpty();  // otherwise the file is not what is in the session any more
    if (documentsBefore || file.isEmpty() || !isUntouched)
        return documentsBefore;
    const QFileInfo info(file);
    return QList<Document>{Document{{}, info.fileName(), info.size(), {}}};
}

QString Session::title() const {
    const QString names = documentsBefore ? joinedNames(*documentsBefore) : QString();
    if (!names.isEmpty())
        return base::printable(names);
    if (!file.isEmpty())
        return base::printable(QFileInfo(file).fileName());
    return id ? id->toString() : base::printable(entered);
}

}  // namespace signet::signing
