#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>

#include "base/Expected.h"

namespace signet::sandbox {

using base::Expected;

/** The calls that a fault can be tied to. */
enum class Operation {
    Any,
    Token,
    Configuration,
    StartSession,
    CloseSession,
    Upload,
    List,
    Download,
    Delete,
    CalculateDigest,
    FinalizeSigning,
    ESealCreate,
    AddArchive,
    PublicKey,
    ValidateV1,
    ValidateV2,
};

/** What goes wrong. Kinds that begin with Session concern entries of CalculateDigest, finalizeSigning,
 * eSealCreate and addArchive only. */
enum class FaultKind {
    SessionError,     ///< the entry carries `code` and `message`; nothing is done for it
    SessionLeftOut,   ///< the work is done, but the answer does not name the session
    SessionRepeated,  ///< the session's entry comes twice
    SessionRefused,   ///< the whole request is refused (`status`, `shape`) when it names the session; nothing
                      ///< is done
    SessionExpired,   ///< the session is treated as expired
    DigestLength,     ///< the digest has `amount` bytes
    DigestNotBase64,  ///< the digest holds characters that are no base64
    DigestWithLineBreaks,  ///< the digest is good, but broken into lines
    Stranger,              ///< an entry for a session that nobody asked for
    OtherSpellings,        ///< a validation report with its members spelt in the other ways that were seen
    KeyForm,       ///< the central key elsewhere in the answer (`code`) or otherwise encoded (`message`), see
                   ///< CentralKey.h
    WithoutData,   ///< the answer without its `data` wrapper
    OkText,        ///< 200 and the text OK; the work is done
    EmptyBody,     ///< 200 and nothing; the work is done
    Refused,       ///< `status` with shape a to h of signapi.md 9.1; nothing is done
    TokenExpired,  ///< 401; nothing is done
    TooManyRequests,   ///< 429 with Retry-After: `amount` seconds; nothing is done
    TooManySessions,   ///< 413 if the request names more than `amount` sessions; nothing is done
    Html,              ///< `status` (200 unless told) with a page in HTML, as from a proxy; nothing is done
    Redirect,          ///< 302 to `message`; nothing is done
    HugeAnswer,        ///< an answer of `amount` MiB (50 unless told); the work is done
    NotJson,           ///< 200 with text that is cut-off JSON; the work is done
    SlowAnswer,        ///< the good answer, one byte each `amount` milliseconds; the work is done
    CutAnswer,         ///< the answer ends in its middle and the connection breaks; the work is done
    Hang,              ///< no answer and no work; the connection stays open
    HangAfterWork,     ///< the work is done; no answer, the connection stays open
    HangUpBeforeWork,  ///< the connection is closed and nothing is done
    HangUpAfterWork,   ///< the work is done and the connection closed without an answer
    ServerErrorAfterWork,  ///< the work is done, the answer is `status` (500 unless told)
    Delay,                 ///< the good answer, `amount` milliseconds late
};

/** One thing that goes wrong, `times` times (for ever if negative). */
struct Fault {
    FaultKind kind = FaultKind::Refused;
    Operation operation = Operation::Any;
    QString sessionId = {};  ///< the entry or request concerned; empty: every one
    int times = -1;
    int status = 0;    ///< 0: what is usual for the kind
    char shape = 'd';  ///< a to h, see signapi.md 9.1
    int amount = 0;    ///< unit by kind
    QString code = {};
    QString message = {};
};

/**
 * The switches with which trouble is brought about on purpose (signapi.md 12.6), from C++ or by
 * POST /sandbox/v1/faults. Copies share the same switches. Any thread.
 */
class FaultPlan {
public:
    FaultPlan();

    void add(Fault fault);
    void clear();

    /**
     * Reads {"clear": bool, "faults": [{"kind", "operation", "sessionId", "times", "status", "shape",
     * "amount", "code", "message"}]}; names are those of the enumerations, with a small first letter. Nothing
     * changes if any is wrong.
     */
    Expected<void> apply(const QJsonObject& request);
    QJsonArray toJson() const;

    /** The first fault of `kind` that concerns operation and session, if any; it counts as having happened.
     */
    std::optional<Fault> take(FaultKind kind, Operation operation, const QString& sessionId = {});
    /** The first fault of `kind` that concerns the operation and fits, if any; it counts as having happened.
     */
    std::optional<Fault> takeIf(FaultKind kind, Operation operation,
                                const std::function<bool(const Fault&)>& fits);
    /** The first fault of any kind in `kinds` that concerns the request or one of the sessions it names. */
    std::optional<Fault> takeAny(const QList<FaultKind>& kinds, Operation operation,
                                 const QStringList& sessionIds);

private:
    std::optional<Fault> takeFirst(const std::function<bool(const Fault&)>& fits);

    struct Data;
    std::shared_ptr<Data> m_data;
};

QString toString(Operation operation);
QString toString(FaultKind kind);

}  // namespace signet::sandbox
