#pragma once

#include <array>

namespace signet::card {

/** Whether a card keeps PIN2 open at one occasion, as far as its answers have told. */
enum class Pin2Habit { Unknown, Keeps, Drops };
/** [after a signature][after a selection]. */
using Pin2Habits = std::array<std::array<Pin2Habit, 2>, 2>;

/**
 * Whether PIN2 is still open on the card, learnt from its answers (card.md 3): some cards drop it after each
 * signature, some when the application is selected again, some keep it. What has once been refused is not
 * tried again.
 */
class Pin2State {
public:
    /** `habits`: what is known of this card from before. */
    explicit Pin2State(const Pin2Habits& habits = {}) : m_habits(habits) {}

    void verified();
    void signedOnce();  ///< with PIN2 open, however that came
    void selected();    ///< the application was selected again
    void lost();        ///< the card was reset
    void refused();     ///< the card wanted PIN2 although it might have been open

    bool mustVerify() const;
    const Pin2Habits& habits() const { return m_habits; }

private:
    Pin2Habits m_habits;
    bool m_open = false;
    bool m_afterSignature = false;
    bool m_afterSelection = false;
};

}  // namespace signet::card
