#include "sandbox/service/ApiRoute.h"

#include <QRegularExpression>
#include <vector>

namespace signet::sandbox {
namespace {

struct RoutePattern {
    const char* method;
    QRegularExpression path;
    Operation operation;
};

const std::vector<RoutePattern>& patterns() {
    const auto path = [](const QString& text) {
        return QRegularExpression(u'^' + text + u"/?$", QRegularExpression::CaseInsensitiveOption);
    };
    static const std::vector<RoutePattern> table{
        {"POST", path(u"/trustedx-authserver/oauth/lvrtc-eipsign-as/token"_qs), Operation::Token},
        {"GET", path(u"/api-config/v1\\.0"_qs), Operation::Configuration},
        {"GET", path(u"/api-config/v1\\.0/public/key"_qs), Operation::PublicKey},
        {"GET", path(u"/api-session/v1\\.0/start"_qs), Operation::StartSession},
        {"GET", path(u"/api-session/v1\\.0/(?<session>[^/]+)/close"_qs), Operation::CloseSession},
        {"PUT", path(u"/api-storage/v1\\.0/(?<session>[^/]+)/upload"_qs), Operation::Upload},
        {"GET", path(u"/api-storage/v1\\.0/(?<session>[^/]+)/list"_qs), Operation::List},
        {"GET", path(u"/api-storage/v1\\.0/(?<session>[^/]+)/(?<document>[^/]+)"_qs), Operation::Download},
        {"DELETE", path(u"/api-storage/v1\\.0/(?<session>[^/]+)/(?<document>[^/]+)"_qs), Operation::Delete},
        {"GET", path(u"/api-validation/v1\\.0/(?<session>[^/]+)/(?<document>[^/]+)/validate"_qs),
         Operation::ValidateV1},
        {"GET", path(u"/api-validation/v2\\.0/(?<session>[^/]+)/(?<document>[^/]+)/validate"_qs),
         Operation::ValidateV2},
        {"POST", path(u"/api-sign/v1\\.0/CalculateDigest"_qs), Operation::CalculateDigest},
        {"POST", path(u"/api-sign/v1\\.0/finalizeSigning"_qs), Operation::FinalizeSigning},
        {"POST", path(u"/api-sign/v1\\.0/eSealCreate"_qs), Operation::ESealCreate},
        {"POST", path(u"/api-sign/v1\\.0/addArchive"_qs), Operation::AddArchive},
    };
    return table;
}

}  // namespace

ApiRoute routeOf(const QByteArray& method, const QString& path) {
    for (const RoutePattern& pattern : patterns()) {
        const auto match = pattern.path.match(path);
        if (method == pattern.method && match.hasMatch())
            return {pattern.operation, match.captured(u"session"_qs), match.captured(u"document"_qs)};
    }
    return {};
}

}  // namespace signet::sandbox
