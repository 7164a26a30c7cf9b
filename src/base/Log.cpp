#include "base/Log.h"

#include <QRegularExpression>
#include <QStringList>

#include "base/PrintableText.h"

namespace signet::base {

Q_LOGGING_CATEGORY(logCard, "signet.card", QtWarningMsg)
Q_LOGGING_CATEGORY(logService, "signet.service", QtWarningMsg)
Q_LOGGING_CATEGORY(logSigning, "signet.signing", QtWarningMsg)
Q_LOGGING_CATEGORY(logSandbox, "signet.sandbox", QtWarningMsg)

QString redacted(QStringView text, qsizetype limit) {
    static const QRegularExpression credential(QStringLiteral(R"(\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+)"),
                                               QRegularExpression::CaseInsensitiveOption);
    // A member of JSON with the name of a secret, and its value: a string, perhaps cut off, or anything else.
    static const QRegularExpression member(
        QStringLiteral(
            R"re("([\w-]*(?:token|secret|password|signKey|assertion)[\w-]*|pin[12]?|puk)"\s*:\s*)re"
            R"re((?:"(?:[^"\\]|\\.)*"?\\?|[^\s,}\]]+))re"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression formField(
        QStringLiteral(R"(\b([\w-]*(?:token|secret|password|assertion)[\w-]*)=[^&\s]+)"),
        QRegularExpression::CaseInsensitiveOption);
    QString result = text.left(limit).toString();
    result.replace(credential, QStringLiteral("\\1 ***"));
    result.replace(member, QStringLiteral("\"\\1\":\"***\""));
    result.replace(formField, QStringLiteral("\\1=***"));
    QStringList lines;
    for (const QStringView line : QStringView(result).split(u'\n'))
        lines.append(printable(line));
    return lines.join(u'\n');
}

}  // namespace signet::base
