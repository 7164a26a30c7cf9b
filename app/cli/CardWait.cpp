#include "cli/CardWait.h"

#include <chrono>
#include <utility>

namespace signet::cli {
namespace {

constexpr std::chrono::seconds LongestWait{15};

}  // namespace

CardWait::CardWait(const signing::CardDesk& desk, std::function<void()> settled, QObject* parent)
    : QObject(parent), m_desk(desk), m_settled(std::move(settled)) {
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &CardWait::end);
    connect(&desk, &signing::CardDesk::changed, this, &CardWait::look);
    m_limit.start(LongestWait);
    QTimer::singleShot(0, this, &CardWait::look);
}

void CardWait::look() {
    if (m_desk.isSettled())
        end();
}

void CardWait::end() {
    m_limit.stop();
    if (const auto settled = std::exchange(m_settled, {}))
        settled();
}

}  // namespace signet::cli
