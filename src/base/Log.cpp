#include "base/Log.h"

#include <QRegularExpression>
#include <algorithm>

namespace signet::base {

Q_LOGGING_CATEGORY(logCard, "signet.card", QtWarningMsg)
Q_LOGGING_CATEGORY(logService, "signet.service", QtWarningMsg)
Q_LOGGING_CATEGORY(logSigning, "signet.signing", QtWarningMsg)
Q_LOGGING_CATEGORY(logSandbox, "signet.sandbox", QtWarningMsg)

QString redacted(QStringView text, qsizetype limit) {
    static const QRegularExpression credential(QStringLiteral(R"(\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+)"),
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression member(
        QStringLiteral(
            R"re("(access_token|refresh_token|client_secret|password|signKey|signKeyPassword|pin)"\s*:\s*"[^"]*"?)re"),
        QRegularExpression::CaseInsensitiveOption);
    QString result = text.left(limit).toString();
    result.replace(credential, QStringLiteral("\\1 ***"));
    result.replace(member, QStringLiteral("\"\\1\":\"***\""));
    std::replace_if(
        result.begin(), result.end(), [](QChar c) { return !c.isPrint() && c != u'\n'; },
        QChar(QChar::ReplacementCharacter));
    return result;
}

}  // namespace signet::base
