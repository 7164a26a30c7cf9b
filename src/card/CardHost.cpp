#include "card/CardHost.h"

#include "card/ModuleCalls.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;
using namespace std::chrono_literals;

constexpr auto StopPause = 50ms;

}  // namespace

CardHost::CardHost(QString module, QString program)
    : m_module(std::move(module)), m_program(std::move(program)), m_thread([this] { serve(); }) {}

CardHost::~CardHost() {
    m_end.request_stop();
    m_turns.close();
    m_thread.join();
}

Expected<CardHost::Answer> CardHost::ask(Request request) {
    const std::stop_token stop = request.stop;
    Turn turn{std::move(request), {}};
    std::future<Expected<Answer>> answer = turn.answer.get_future();
    if (!m_turns.put(std::move(turn)))
        return fail(ErrorCode::Cancelled);
    while (stop.stop_possible() && answer.wait_for(StopPause) != std::future_status::ready) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
    }
    return answer.get();
}

/** The process belongs to this thread alone, as QProcess wants it. */
void CardHost::serve() {
    HostProcess process(m_module, m_program);
    while (std::optional<Turn> turn = m_turns.take()) {
        const bool wanted = !m_end.stop_requested() && !turn->request.stop.stop_requested();
        turn->answer.set_value(wanted ? answerTo(process, turn->request)
                                      : Expected<Answer>(fail(ErrorCode::Cancelled)));
    }
}

Expected<CardHost::Answer> CardHost::answerTo(HostProcess& process, const Request& request) {
    if (request.process && *request.process != process.number())
        return fail(ErrorCode::ModuleCrashed, QStringList{ModuleCalls::nameOf(m_module)},
                    QStringLiteral("it has ended since"));
    auto words = process.ask(request.words, request.secret, request.limit, m_end.get_token());
    if (!words)
        return tl::unexpected(words.error());
    return Answer{std::move(*words), process.number()};
}

}  // namespace signet::card
