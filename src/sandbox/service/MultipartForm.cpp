#include "sandbox/service/MultipartForm.h"

#include <QRegularExpression>

namespace signet::sandbox {
namespace {

/** A parameter of a header value such as `form-data; name="file"`; quoted or not; empty if absent. */
QString parameter(const QString& header, const QString& name) {
    const QString form = uR"re((?:^|;)\s*%1\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+)))re"_qs;
    const QRegularExpression pattern(form.arg(QRegularExpression::escape(name)),
                                     QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(header);
    if (!match.hasMatch())
        return {};
    QString value = match.hasCaptured(1) ? match.captured(1) : match.captured(2);
    static const QRegularExpression escaped(uR"re(\\(["\\]))re"_qs);
    return value.replace(escaped, u"\\1"_qs);
}

QString extendedParameter(const QString& header, const QString& name) {
    const QString value = parameter(header, name + u'*');
    const qsizetype language = value.indexOf(u'\'');
    const qsizetype text = value.indexOf(u'\'', language + 1);
    if (language < 0 || text < 0 || value.first(language).compare(u"UTF-8", Qt::CaseInsensitive) != 0)
        return {};
    return QString::fromUtf8(QByteArray::fromPercentEncoding(value.mid(text + 1).toLatin1()));
}

QString safeName(QString name) {
    constexpr qsizetype MaxLength = 200;
    name = name.mid(qMax(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    name = name.trimmed();
    const bool reserved = name.isEmpty() || name == u"." || name == u".." ||
                          name.compare(u"mimetype", Qt::CaseInsensitive) == 0;
    return reserved ? name.remove(u'.') + u"_document" : name.right(MaxLength);
}

/** Content-Disposition of a part's header block; empty if there is none. */
QString dispositionOf(const QByteArray& headerBlock) {
    for (const QByteArray& line : headerBlock.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().compare("content-disposition", Qt::CaseInsensitive) == 0)
            return QString::fromUtf8(line.mid(colon + 1).trimmed());
    }
    return {};
}

}  // namespace

std::optional<UploadedFile> fileOf(const QByteArray& contentType, const QByteArray& body) {
    const QString boundary = parameter(QString::fromLatin1(contentType), u"boundary"_qs);
    if (!contentType.trimmed().toLower().startsWith("multipart/form-data") || boundary.isEmpty())
        return std::nullopt;
    const QByteArray delimiter = "--" + boundary.toLatin1();
    const QByteArray separator = QByteArrayLiteral("\r\n") + delimiter;
    qsizetype at = body.indexOf(delimiter);
    while (at >= 0) {
        const qsizetype head = at + delimiter.size() + 2;
        const qsizetype content = body.indexOf("\r\n\r\n", head - 2);
        const qsizetype next = content < 0 ? -1 : body.indexOf(separator, content + 2);
        if (next < 0)
            return std::nullopt;
        const QString disposition = dispositionOf(body.sliced(head, qMax(qsizetype(0), content - head)));
        if (parameter(disposition, u"name"_qs) == u"file") {
            const QString extended = extendedParameter(disposition, u"filename"_qs);
            const QString name = extended.isEmpty() ? parameter(disposition, u"filename"_qs) : extended;
            const qsizetype start = content + 4;
            return UploadedFile{safeName(name), body.sliced(start, qMax(qsizetype(0), next - start))};
        }
        at = next + 2;
    }
    return std::nullopt;
}

}  // namespace signet::sandbox
