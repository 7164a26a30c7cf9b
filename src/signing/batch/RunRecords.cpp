#include "signing/batch/RunRecords.h"

#include <QTimer>

#include "base/Log.h"
#include "signing/batch/Groups.h"
#include "signing/batch/Recall.h"
#include "signing/batch/RunContext.h"
#include "signing/journal/Journal.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::SessionId;
using base::Stage;

QString serviceOf(const RunContext& ctx) {
    return ctx.profile.api.toString();
}

QString signerOf(const RunContext& ctx) {
    if (ctx.signer)
        return ctx.signer->signingCertificate.commonName();
    return ctx.order.seal ? ctx.order.seal->certificate.organisation() : QString();
}

JournalBatch batchOf(const RunContext& ctx) {
    JournalBatch batch;
    batch.operation = ctx.order.operation;
    batch.api = serviceOf(ctx);
    batch.profile = ctx.profile.name;
    batch.access = ctx.order.access;
    batch.signer = signerOf(ctx);
    if (ctx.signer)
        batch.signingCertificate = ctx.signer->signingCertificate.der();
    if (ctx.authCertificate)
        batch.authCertificate = ctx.authCertificate->der();
    batch.outputFolder = ctx.order.outputFolder;
    batch.startedAt = QDateTime::currentDateTimeUtc();
    return batch;
}

/** Those that another program works on fail; the others are this program's. */
QList<SessionId> failTaken(RunContext& ctx, const QHash<SessionId, SessionKey>& keys,
                           const QList<SessionId>& taken) {
    QList<SessionId> mine = keys.keys();
    for (const SessionId& id : taken) {
        ctx.book.fail(keys.value(id), Error(ErrorCode::SessionTaken).at(Stage::Prepare));
        mine.removeOne(id);
    }
    return mine;
}

/** A refusal of the signature itself; one that only says "not now" (429) leaves it as good as it was. */
bool isFinalRefusal(const base::Error& error) {
    return error.kind() == base::ErrorKind::Service && error.code() != ErrorCode::RateLimited;
}

/** A signature that was made and not sent is what counts, whatever ended the run: only the service's refusal
 * of it is final. What left in an earlier run stays in doubt until this one's request says more. */
SessionState stateToKeep(const RunContext& ctx, const Session& session) {
    const bool isRefused =
        session.state == SessionState::Failed && session.error && isFinalRefusal(*session.error);
    const bool isClear =
        isRefused || session.state == SessionState::Finalized || session.state == SessionState::Finalizing;
    if (!isClear && wasSentBefore(ctx, session.key))
        return SessionState::Unconfirmed;
    const bool isKept =
        session.state == SessionState::Failed && !isRefused && !session.signatureValue.isEmpty();
    return isKept ? SessionState::Signed : session.state;
}

}  // namespace

QCoro::Task<Expected<void>> RunRecords::claim(std::shared_ptr<RunContext> ctx) {
    if (!ctx->order.journal)
        co_return Expected<void>();
    const QHash<SessionId, SessionKey> named = byIdentifier(ctx->book, ctx->book.underWay());
    const auto taken = co_await resultOf(ctx->order.journal->claim(serviceOf(*ctx), named.keys()));
    if (ctx->isOver())
        co_return Expected<void>();
    if (!taken)
        co_return tl::unexpected(taken.error());
    m_claimed = failTaken(*ctx, named, *taken);
    co_return Expected<void>();
}

QCoro::Task<Expected<void>> RunRecords::begin(std::shared_ptr<RunContext> ctx, QList<SessionKey> keys) {
    if (!ctx->order.journal || keys.isEmpty())
        co_return Expected<void>();
    QList<JournalEntry> pages;
    for (const SessionKey key : keys)
        pages.append(pageOf(key));
    const auto begun = co_await resultOf(ctx->order.journal->begin(batchOf(*ctx), pages));
    if (ctx->isOver())
        co_return Expected<void>();
    if (!begun)
        co_return tl::unexpected(begun.error());
    m_batch = begun->batch;
    for (qsizetype i = 0; i < keys.size() && i < begun->entries.size(); ++i) {
        m_entries.insert(keys[i], begun->entries[i]);
        if (isEnd(ctx->book.state(keys[i])))
            note(keys[i]);
    }
    co_return Expected<void>();
}

JournalEntry RunRecords::pageOf(SessionKey key) const {
    const Session& session = m_ctx.book.session(key);
    JournalEntry page;
    page.id = m_entries.value(key);
    page.session = session.id;
    page.title = session.title();
    page.file = session.file;
    page.state = stateToKeep(m_ctx, session);
    page.choice = m_ctx.choices.value(key);
    const auto before = m_ctx.before.constFind(key);
    if (before != m_ctx.before.constEnd())
        page.before = *before;
    if (session.digest)
        page.digest = session.digest->bytes();
    page.signatureValue = session.signatureValue;
    page.error = session.error;
    page.savedAs = session.savedAs;
    page.changedAt = QDateTime::currentDateTimeUtc();
    return page;
}

void RunRecords::note(SessionKey key) {
    if (!m_entries.contains(key))
        return;
    m_noted.insert(key);
    if (m_writeIsDue)
        return;
    m_writeIsDue = true;
    // What changes in one turn of the event loop goes to the disk together.
    QTimer::singleShot(0, [ctx = m_ctx.shared_from_this()] { ctx->records.writeNoted(); });
}

QFuture<Expected<void>> RunRecords::writeNoted() {
    m_writeIsDue = false;
    QList<JournalEntry> pages;
    for (const SessionKey key : std::as_const(m_noted)) {
        if (m_entries.contains(key))
            pages.append(pageOf(key));
    }
    m_noted.clear();
    m_underWay.removeIf([](const auto& write) { return write.isFinished() && write.result().has_value(); });
    if (pages.isEmpty())
        return {};
    m_underWay.append(m_ctx.order.journal->write(pages));
    return m_underWay.last();
}

QCoro::Task<Expected<void>> RunRecords::secure(std::shared_ptr<RunContext> ctx, QList<SessionKey> keys) {
    for (const SessionKey key : keys) {
        if (m_entries.contains(key))
            m_noted.insert(key);
    }
    if (m_noted.isEmpty())
        co_return Expected<void>();
    const Expected<void> written = co_await resultOf(writeNoted());
    if (!written && !ctx->records.m_trouble)
        ctx->records.m_trouble = written.error();
    co_return written;
}

QCoro::Task<> RunRecords::close(std::shared_ptr<RunContext> ctx) {
    if (!ctx->order.journal)
        co_return;
    writeNoted();
    const QList<QFuture<Expected<void>>> writes = m_underWay;
    for (const QFuture<Expected<void>>& write : writes) {
        const Expected<void> written = co_await resultOf(write);
        if (!written)
            ctx->records.m_trouble = written.error();
    }
    ctx->records.closeNow();
}

void RunRecords::closeNow() {
    const std::shared_ptr<Journal>& journal = m_ctx.order.journal;
    if (!journal)
        return;
    writeNoted();
    if (m_batch)
        journal->end(*m_batch, QDateTime::currentDateTimeUtc());
    m_batch.reset();
    if (!m_claimed.isEmpty())
        journal->release(serviceOf(m_ctx), m_claimed);
    m_claimed.clear();
    if (m_trouble)
        qCWarning(base::logSigning, "the journal is not complete: %s", qPrintable(m_trouble->detail()));
}

}  // namespace signet::signing
