#include "signapi/ClientCore.h"

namespace signet::signapi {

CallPlan ClientCore::quickGet(const QString& path, const QString& query, std::stop_token stop) const {
    HttpRequest request;
    request.method = "GET";
    request.url = address.resolved(path, query);
    request.mostBytes = sizes.json;
    CallPlan plan;
    plan.request = [request, first = limits.quickFirst, again = limits.quickAgain](int attempt) {
        HttpRequest next = request;
        next.total = attempt == 0 ? first : again;
        return base::Expected<HttpRequest>(std::move(next));
    };
    plan.repeatable = Repeatable::Always;
    plan.stop = stop;
    plan.abandon = stop;
    return plan;
}

CallPlan ClientCore::longGet(const QString& path, std::stop_token stop) const {
    CallPlan plan = quickGet(path, {}, stop);
    plan.request = [quick = plan.request, total = limits.forLongCall(1)](int attempt) {
        base::Expected<HttpRequest> request = quick(attempt);
        if (request)
            request->total = total;
        return request;
    };
    plan.repeatable = Repeatable::BeforeTheWork;
    return plan;
}

CallPlan ClientCore::jsonPost(const QString& path, const QByteArray& json,
                              std::chrono::milliseconds total) const {
    HttpRequest request;
    request.method = "POST";
    request.url = address.resolved(path);
    request.contentType = "application/json";
    request.mostBytes = sizes.json;
    request.total = total;
    CallPlan plan;
    plan.request = [request, json](int) {
        HttpRequest next = request;
        next.body = std::make_shared<SingleShotBody>(json);
        return base::Expected<HttpRequest>(std::move(next));
    };
    return plan;
}

}  // namespace signet::signapi
