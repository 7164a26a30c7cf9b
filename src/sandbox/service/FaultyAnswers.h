#pragma once

#include <QStringList>
#include <optional>

#include "sandbox/service/FaultPlan.h"
#include "sandbox/service/HttpAnswer.h"

namespace signet::sandbox {

/** How an answer travels. */
struct Delivery {
    enum class Way { Whole, Slowly, Cut, Never, HangUp };
    Way way = Way::Whole;
    int delayMs = 0;
    int msPerByte = 0;  ///< with Slowly
};

struct Reply {
    HttpAnswer answer;
    Delivery delivery;
};

/** What takes the place of the work, if a fault wants that: refusals of the whole request, silence, hanging
 * up. */
std::optional<Reply> replyInsteadOfWork(FaultPlan& faults, Operation operation,
                                        const QStringList& sessionIds);

/** The good answer, spoilt as the faults want it after the work was done. */
Reply replyAfterWork(FaultPlan& faults, Operation operation, const QStringList& sessionIds,
                     HttpAnswer answer);

/** A refusal in one of the shapes a to h of signapi.md 9.1. */
HttpAnswer refusalOfShape(char shape, int status, const QString& code, const QString& message,
                          Operation operation, const QStringList& sessionIds);

}  // namespace signet::sandbox
