#include "signing/batch/Pipeline.h"

#include <deque>

#include "signing/batch/ChangeChunk.h"
#include "signing/batch/ChunkQueue.h"
#include "signing/batch/Listings.h"
#include "signing/batch/Recall.h"
#include "signing/batch/SignChunk.h"

namespace signet::signing {
namespace {

/** What an operation does with each chunk. */
struct Steps {
    using Step = QCoro::Task<EndOfRun> (*)(Context, ChunkPtr);
    Step prepare;
    Step change;  ///< sends the request that changes something
    bool onCard;  ///< in between, the card signs
};

Steps stepsOf(Operation operation) {
    if (operation == Operation::Sign)
        return {prepareChunk, finalizeChunk, true};
    return {prepareChange, carryOutChange, false};
}

/** A chunk that is being prepared, or is ready. */
struct Ahead {
    ChunkPtr chunk;
    QCoro::Task<> prepared;
};

/** One chunk after the other, in their order: the first is wanted first. */
QCoro::Task<> prepare(Context ctx, Steps::Step step, ChunkPtr chunk) {
    co_await ctx->preparations.enter();
    const GatePlace place(ctx->preparations);
    if (!ctx->isEnding())
        ctx->endWith(co_await step(ctx, chunk));
}

/** A run that could not reach the service to finalize does not try it with every chunk. */
bool isOutOfReach(const RunContext& ctx) {
    return ctx.endedBy && ctx.endedBy->stage() == base::Stage::Finalize;
}

/** Inside the gate for changes, which it leaves. */
QCoro::Task<> change(Context ctx, Steps::Step step, ChunkPtr chunk) {
    const GatePlace place(ctx->changes);
    if (!ctx->isOver() && !isOutOfReach(*ctx))
        ctx->endWith(co_await step(ctx, chunk));
}

/** The card does not wait for the service. */
QCoro::Task<> changeLater(Context ctx, Steps::Step step, ChunkPtr chunk) {
    co_await ctx->changes.enter();
    co_await change(ctx, step, chunk);
}

class Pipeline {
public:
    Pipeline(Context ctx, QList<SessionKey> keys)
        : m_ctx(std::move(ctx)),
          m_steps(stepsOf(m_ctx->order.operation)),
          m_waiting(std::move(keys), m_steps.onCard ? m_ctx->order.firstChunk : 0) {}

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
            if (self->m_steps.onCard) {
                ctx->endWith(co_await signChunk(ctx, next.chunk, self->isLast()));
                self->m_changes.push_back(changeLater(ctx, self->m_steps.change, next.chunk));
            } else {
                co_await ctx->changes.enter();
                self->m_changes.push_back(change(ctx, self->m_steps.change, next.chunk));
            }
        }
        co_await allOf(std::move(self->m_changes));
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
            auto chunk = std::make_shared<Chunk>();
            chunk->keys = made.take(m_ctx->requestSize.most());
            chunk->listingLimit = std::make_shared<TimeLimit>(m_ctx->stop.get_token());
            chunk->listings = listBefore(m_ctx, unlisted(chunk->keys), chunk->listingLimit->token());
            m_changes.push_back(changeLater(m_ctx, m_steps.change, chunk));
        }
    }

    bool isLast() const { return m_ahead.empty() && m_waiting.isEmpty(); }

    void lookAhead(int most) {
        while (static_cast<int>(m_ahead.size()) < most && !m_waiting.isEmpty() && !m_ctx->isEnding()) {
            auto chunk = std::make_shared<Chunk>();
            chunk->keys = m_waiting.take(m_ctx->requestSize.most());
            m_ahead.push_back(Ahead{chunk, prepare(m_ctx, m_steps.prepare, chunk)});
        }
    }

    Context m_ctx;
    Steps m_steps;
    ChunkQueue m_waiting;
    std::deque<Ahead> m_ahead;
    std::vector<QCoro::Task<>> m_changes;
};

}  // namespace

QCoro::Task<> workThrough(Context ctx, QList<SessionKey> keys) {
    auto pipeline = std::make_shared<Pipeline>(std::move(ctx), std::move(keys));
    co_await Pipeline::run(std::move(pipeline));
}

}  // namespace signet::signing
