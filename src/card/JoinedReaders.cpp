#include "card/JoinedReaders.h"

#include <algorithm>
#include <thread>

#include "base/HandoverQueue.h"
#include "card/SigningCard.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;
using Listing = Expected<QList<ReaderState>>;

/** A thread for each source that waits in its watch. */
class JoinedWatch : public ReaderWatch {
public:
    explicit JoinedWatch(const std::vector<std::shared_ptr<CardReaders>>& sources) {
        for (const auto& source : sources)
            m_watches.push_back(source->watch());
        m_latest.resize(m_watches.size());
        for (std::size_t i = 0; i < m_watches.size(); ++i)
            m_threads.emplace_back([this, i] { watch(i); });
    }
    ~JoinedWatch() override {
        cancel();
        for (std::thread& thread : m_threads)
            thread.join();
    }
    JoinedWatch(const JoinedWatch&) = delete;
    JoinedWatch& operator=(const JoinedWatch&) = delete;

    Listing next() override {
        while (std::optional<News> news = m_news.take()) {
            m_latest[news->source] = std::move(news->listing);
            if (std::all_of(m_latest.begin(), m_latest.end(),
                            [](const auto& each) { return each.has_value(); }))
                return joined();
        }
        return fail(ErrorCode::Cancelled);
    }

    void cancel() override {
        m_news.close();
        for (const auto& watch : m_watches)
            watch->cancel();
    }

private:
    struct News {
        std::size_t source;
        Listing listing;
    };

    void watch(std::size_t source) {
        while (true) {
            Listing listing = m_watches[source]->next();
            const bool ended = !listing && listing.error().code() == ErrorCode::Cancelled;
            if (ended || !m_news.put(News{source, std::move(listing)}))
                return;
        }
    }

    Listing joined() const {
        QList<ReaderState> all;
        std::optional<base::Error> trouble;
        for (const auto& latest : m_latest) {
            if (*latest)
                all += **latest;
            else if (!trouble)
                trouble = latest->error();
        }
        const bool anyWorks =
            std::any_of(all.begin(), all.end(), [](const ReaderState& reader) { return !reader.problem; });
        if (!anyWorks && trouble)
            return tl::unexpected(*trouble);
        return all;
    }

    std::vector<std::unique_ptr<ReaderWatch>> m_watches;
    std::vector<std::optional<Listing>> m_latest;
    base::HandoverQueue<News> m_news;
    std::vector<std::thread> m_threads;
};

}  // namespace

std::unique_ptr<ReaderWatch> JoinedReaders::watch() {
    return std::make_unique<JoinedWatch>(m_sources);
}

Expected<std::unique_ptr<SigningCard>> JoinedReaders::openCard(const QString& reader) {
    for (const auto& source : m_sources) {
        auto card = source->openCard(reader);
        if (!card || *card)
            return card;
    }
    return std::unique_ptr<SigningCard>();
}

}  // namespace signet::card
