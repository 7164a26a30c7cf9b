#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace signet::signing {

/** A file at the service, or one that is about to get there. */
struct Document {
    QString id;
    QString name;
    qint64 size = 0;
    QStringList includedNames;  ///< the files inside, when it is a container
    bool operator==(const Document&) const = default;
};

/** An ASiC or eDoc container, by what it holds or by its name (signapi.md 4.1). */
bool isContainer(const Document& document);
/** By its name. */
bool isPdf(const Document& document);

/** What a listing has now that it had not before: new ids, or the same id with another name or size
 * (signapi.md 4.3). */
QList<Document> newDocuments(const QList<Document>& before, const QList<Document>& now);

}  // namespace signet::signing
