#include "card/Pin2State.h"

namespace signet::card {

void Pin2State::verified() {
    m_open = true;
    m_afterSignature = false;
    m_afterSelection = false;
}

void Pin2State::signedOnce() {
    m_habits[m_afterSignature][m_afterSelection] = Pin2Habit::Keeps;
    m_afterSignature = true;
}

void Pin2State::selected() {
    m_afterSelection = true;
}

void Pin2State::lost() {
    m_open = false;
}

void Pin2State::refused() {
    m_habits[m_afterSignature][m_afterSelection] = Pin2Habit::Drops;
    m_open = false;
}

bool Pin2State::mustVerify() const {
    if (!m_open)
        return true;
    for (const bool signature : {false, m_afterSignature}) {
        for (const bool selection : {false, m_afterSelection}) {
            if (m_habits[signature][selection] == Pin2Habit::Drops)
                return true;
        }
    }
    return false;
}

}  // namespace signet::card
