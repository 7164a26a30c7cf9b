#include "signing/batch/Pipeline.h"

#include <deque>

#include "signing/batch/ChangeChunk.h"
#include "signing/batch/ChunkQueue.h"
#include "signing/batch/Listings.h"
#include "signing/batch/Recall.h"
#include "signing/batch/SignChunk.h"

namespace signet::signing {
namespace {

/** A chunk that is being prepared, or is ready. */
struct Ahead {
    SignChunkPtr chunk;
    QCoro::Task<> prepared;
};

/** One chunk after the other, in their order: the first is wanted first. */
QCoro::Task<> prepare(Context ctx, SignChunkPtr chunk) {
    co_await ctx->preparations.enter();
    const GatePlace place(ctx->preparations);
    if (ctx->isEnding())
        co_return;
    EndOfRun end;
    if (ctx->order.operation == Operation::Sign)
        end = co_await prepareChunk(ctx, chunk);
    else
        end = co_await prepareChange(ctx, chunk->keys);
    ctx->endWith(end);
}

/** A run that could not reach the service to finalize does not try it with every chunk. */
bool isOutOfReach(const RunContext& ctx) {
    return ctx.endedBy && ctx.endedBy->stage() == base::Stage::Finalize;
}

/** Inside the gate for changes, which it leaves. */
QCoro::Task<> finish(Context ctx, SignChunkPtr chunk) {
    const GatePlace place(ctx->changes);
    if (ctx->isOver() || isOutOfReach(*ctx))
        co_return;
    EndOfRun end;
    if (ctx->order.operation == Operation::Sign)
        end = co_await finalizeChunk(ctx, chunk);
    else
        end = co_await carryOutChange(ctx, chunk->keys);
    ctx->endWith(end);
}

/** The card does not wait for the service. */
QCoro::Task<> finishLater(Context ctx, SignChunkPtr chunk) {
    co_await ctx->changes.enter();
    co_await finish(ctx, chunk);
}

class Pipeline {
public:
    Pipeline(Context ctx, QList<SessionKey> keys)
        : m_ctx(std::move(ctx)),
          m_waiting(std::move(keys),
                    m_ctx->order.operation == Operation::Sign ? m_ctx->order.firstChunk : 0) {}

    static QCoro::Task<> run(std::shared_ptr<Pipeline> self) {
        const Context ctx = self->m_ctx;
        self->sendMade();
        const int ahead = std::max(0, ctx->order.chunksAhead);
        for (self->lookAhead(1 + ahead); !self->m_ahead.empty(); self->lookAhead(1 + ahead)) {
            const Ahead next = std::move(self->m_ahead.front());
            self->m_ahead.pop_front();
            co_await next.prepared;
            self->lookAhead(ahead);  // what follows is prepared while the card signs this
            if (ctx->isEnding())
                continue;
            if (ctx->order.operation == Operation::Sign) {
                ctx->endWith(co_await signChunk(ctx, next.chunk, self->isLast()));
                self->m_finishing.push_back(finishLater(ctx, next.chunk));
            } else {
                co_await ctx->changes.enter();
                self->m_finishing.push_back(finish(ctx, next.chunk));
            }
        }
        co_await allOf(std::move(self->m_finishing));
    }

private:
    /** What has not been listed before, and has not been sent. */
    QList<SessionKey> unlisted(const QList<SessionKey>& keys) const {
        QList<SessionKey> found;
        for (const SessionKey key : keys) {
            if (!m_ctx->before.contains(key) && !wasSentBefore(*m_ctx, key))
                found.append(key);
        }
        return found;
    }

    /** Signatures that were made in an earlier run. */
    void sendMade() {
        ChunkQueue made(m_ctx->book.inState(m_ctx->book.keys(), SessionState::Signed), 0);
        while (!made.isEmpty()) {
            auto chunk = std::make_shared<SignChunk>();
            chunk->keys = made.take(m_ctx->requestSize.most());
            chunk->listingLimit = std::make_shared<TimeLimit>(m_ctx->stop.get_token());
            chunk->listings = listBefore(m_ctx, unlisted(chunk->keys), chunk->listingLimit->token());
            m_finishing.push_back(finishLater(m_ctx, chunk));
        }
    }

    bool isLast() const { return m_ahead.empty() && m_waiting.isEmpty(); }

    void lookAhead(int most) {
        while (static_cast<int>(m_ahead.size()) < most && !m_waiting.isEmpty() && !m_ctx->isEnding()) {
            auto chunk = std::make_shared<SignChunk>();
            chunk->keys = m_waiting.take(m_ctx->requestSize.most());
            m_ahead.push_back(Ahead{chunk, prepare(m_ctx, chunk)});
        }
    }

    Context m_ctx;
    ChunkQueue m_waiting;
    std::deque<Ahead> m_ahead;
    std::vector<QCoro::Task<>> m_finishing;
};

}  // namespace

QCoro::Task<> workThrough(Context ctx, QList<SessionKey> keys) {
    auto pipeline = std::make_shared<Pipeline>(std::move(ctx), std::move(keys));
    co_await Pipeline::run(std::move(pipeline));
}

}  // namespace signet::signing
