#pragma once

#include <array>

namespace signet::card {

/**
 * Whether PIN2 is still open on the card, learnt from its answers (card.md 3): some cards drop it after each
 * signature, some when the application is selected again, some keep it. What has once been refused is not
 * tried again.
 */
class Pin2State {
public:
    void verified();
    void signedOnce();  ///< with PIN2 open, however that came
    void selected();    ///< the application was selected again
    void lost();        ///< the card was reset
    void refused();     ///< the card wanted PIN2 although it might have been open

    bool mustVerify() const;

private:
    enum class Habit { Unknown, Keeps, Drops };
    using Habits = std::array<std::array<Habit, 2>, 2>;  // [after a signature][after a selection]

    Habits m_habits{};
    bool m_open = false;
    bool m_afterSignature = false;
    bool m_afterSelection = false;
};

}  // namespace signet::card
