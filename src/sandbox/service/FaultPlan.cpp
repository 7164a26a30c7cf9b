#include "sandbox/service/FaultPlan.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace signet::sandbox {
namespace {

template <typename Enum>
struct Named {
    Enum value;
    const char* name;
};

constexpr std::array OperationNames{
    Named{Operation::Any, "any"},
    Named{Operation::Token, "token"},
    Named{Operation::Configuration, "configuration"},
    Named{Operation::StartSession, "startSession"},
    Named{Operation::CloseSession, "closeSession"},
    Named{Operation::Upload, "upload"},
    Named{Operation::List, "list"},
    Named{Operation::Download, "download"},
    Named{Operation::Delete, "delete"},
    Named{Operation::CalculateDigest, "calculateDigest"},
    Named{Operation::FinalizeSigning, "finalizeSigning"},
    Named{Operation::ESealCreate, "eSealCreate"},
    Named{Operation::AddArchive, "addArchive"},
    Named{Operation::PublicKey, "publicKey"},
    Named{Operation::ValidateV1, "validateV1"},
    Named{Operation::ValidateV2, "validateV2"},
};

constexpr std::array KindNames{
    Named{FaultKind::SessionError, "sessionError"},
    Named{FaultKind::SessionLeftOut, "sessionLeftOut"},
    Named{FaultKind::SessionRepeated, "sessionRepeated"},
    Named{FaultKind::SessionRefused, "sessionRefused"},
    Named{FaultKind::SessionExpired, "sessionExpired"},
    Named{FaultKind::DigestLength, "digestLength"},
    Named{FaultKind::DigestNotBase64, "digestNotBase64"},
    Named{FaultKind::DigestWithLineBreaks, "digestWithLineBreaks"},
    Named{FaultKind::Stranger, "stranger"},
    Named{FaultKind::KeyForm, "keyForm"},
    Named{FaultKind::OtherSpellings, "otherSpellings"},
    Named{FaultKind::WithoutData, "withoutData"},
    Named{FaultKind::OkText, "okText"},
    Named{FaultKind::EmptyBody, "emptyBody"},
    Named{FaultKind::Refused, "refused"},
    Named{FaultKind::TokenExpired, "tokenExpired"},
    Named{FaultKind::TooManyRequests, "tooManyRequests"},
    Named{FaultKind::TooManySessions, "tooManySessions"},
    Named{FaultKind::Html, "html"},
    Named{FaultKind::Redirect, "redirect"},
    Named{FaultKind::HugeAnswer, "hugeAnswer"},
    Named{FaultKind::NotJson, "notJson"},
    Named{FaultKind::SlowAnswer, "slowAnswer"},
    Named{FaultKind::CutAnswer, "cutAnswer"},
    Named{FaultKind::Hang, "hang"},
    Named{FaultKind::HangAfterWork, "hangAfterWork"},
    Named{FaultKind::HangUpBeforeWork, "hangUpBeforeWork"},
    Named{FaultKind::HangUpAfterWork, "hangUpAfterWork"},
    Named{FaultKind::ServerErrorAfterWork, "serverErrorAfterWork"},
    Named{FaultKind::Delay, "delay"},
};

template <typename Table, typename Enum>
QString nameIn(const Table& table, Enum value) {
    for (const auto& row : table) {
        if (row.value == value)
            return QString::fromLatin1(row.name);
    }
    return {};
}

template <typename Enum, typename Table>
std::optional<Enum> valueIn(const Table& table, const QString& name) {
    for (const auto& row : table) {
        if (name == QLatin1StringView(row.name))
            return row.value;
    }
    return std::nullopt;
}

std::optional<Fault> faultFromJson(const QJsonObject& json) {
    const auto kind = valueIn<FaultKind>(KindNames, json[u"kind"].toString());
    const auto operation = valueIn<Operation>(OperationNames, json[u"operation"].toString(u"any"_qs));
    const QString shape = json[u"shape"].toString(u"d"_qs);
    if (!kind || !operation || shape.size() != 1 || shape[0] < u'a' || shape[0] > u'h')
        return std::nullopt;
    Fault fault;
    fault.kind = *kind;
    fault.operation = *operation;
    fault.sessionId = json[u"sessionId"].toString();
    fault.times = json[u"times"].toInt(-1);
    fault.status = json[u"status"].toInt();
    fault.shape = shape[0].toLatin1();
    fault.amount = json[u"amount"].toInt();
    fault.code = json[u"code"].toString();
    fault.message = json[u"message"].toString();
    return fault;
}

bool concerns(const Fault& fault, Operation operation, const QStringList& sessionIds) {
    return fault.times != 0 && (fault.operation == Operation::Any || fault.operation == operation) &&
           (fault.sessionId.isEmpty() || sessionIds.contains(fault.sessionId));
}

}  // namespace

struct FaultPlan::Data {
    mutable std::mutex mutex;
    QList<Fault> faults;
};

FaultPlan::FaultPlan() : m_data(std::make_shared<Data>()) {}

void FaultPlan::add(Fault fault) {
    const std::lock_guard lock(m_data->mutex);
    m_data->faults.append(std::move(fault));
}

void FaultPlan::clear() {
    const std::lock_guard lock(m_data->mutex);
    m_data->faults.clear();
}

Expected<void> FaultPlan::apply(const QJsonObject& request) {
    QList<Fault> added;
    for (const QJsonValue& value : request[u"faults"].toArray()) {
        const auto fault = faultFromJson(value.toObject());
        if (!fault)
            return base::fail(base::ErrorCode::AnswerUnreadable, QStringList(),
                              u"unknown kind, operation or shape"_qs);
        added.append(*fault);
    }
    const std::lock_guard lock(m_data->mutex);
    if (request[u"clear"].toBool())
        m_data->faults.clear();
    m_data->faults.append(added);
    return {};
}

QJsonArray FaultPlan::toJson() const {
    const std::lock_guard lock(m_data->mutex);
    QJsonArray list;
    for (const Fault& fault : m_data->faults)
        list.append(QJsonObject{{u"kind"_qs, toString(fault.kind)},
                                {u"operation"_qs, toString(fault.operation)},
                                {u"sessionId"_qs, fault.sessionId},
                                {u"times"_qs, fault.times},
                                {u"status"_qs, fault.status},
                                {u"shape"_qs, QString(QLatin1Char(fault.shape))},
                                {u"amount"_qs, fault.amount},
                                {u"code"_qs, fault.code},
                                {u"message"_qs, fault.message}});
    return list;
}

std::optional<Fault> FaultPlan::take(FaultKind kind, Operation operation, const QString& sessionId) {
    return takeFirst(
        [&](const Fault& fault) { return fault.kind == kind && concerns(fault, operation, {sessionId}); });
}

std::optional<Fault> FaultPlan::takeIf(FaultKind kind, Operation operation,
                                       const std::function<bool(const Fault&)>& fits) {
    return takeFirst([&](const Fault& fault) {
        return fault.kind == kind && concerns(fault, operation, {fault.sessionId}) && fits(fault);
    });
}

std::optional<Fault> FaultPlan::takeAny(const QList<FaultKind>& kinds, Operation operation,
                                        const QStringList& sessionIds) {
    return takeFirst([&](const Fault& fault) {
        return kinds.contains(fault.kind) && concerns(fault, operation, sessionIds);
    });
}

std::optional<Fault> FaultPlan::takeFirst(const std::function<bool(const Fault&)>& fits) {
    const std::lock_guard lock(m_data->mutex);
    const auto fault = std::find_if(m_data->faults.begin(), m_data->faults.end(), fits);
    if (fault == m_data->faults.end())
        return std::nullopt;
    const Fault taken = *fault;
    if (fault->times > 0 && --fault->times == 0)
        m_data->faults.erase(fault);
    return taken;
}

QString toString(Operation operation) {
    return nameIn(OperationNames, operation);
}

QString toString(FaultKind kind) {
    return nameIn(KindNames, kind);
}

}  // namespace signet::sandbox
