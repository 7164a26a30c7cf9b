#pragma once

#include "cli/Arguments.h"
#include "signing/PinDesk.h"

namespace signet::cli {

class Interrupts;

/** What is typed to care for a PIN. */
struct TypedPins {
    base::SecretBytes present;  ///< the old PIN, or the PUK
    base::SecretBytes fresh;
};

/**
 * The PINs that the arguments' files hold, and whether the others can be asked for. Before anything is done,
 * so that a wrong command line costs nothing.
 */
class PinEntry {
public:
    static Parsed<PinEntry> prepare(const PinCareArguments& arguments);

    /** The rest is asked at the terminal, in the program's event loop. Cancelled at the end of input and
     * after an interrupt; PinEntriesDiffer ... where the new one will not do: nobody is asked twice. */
    base::Expected<TypedPins> complete(const signing::PinsView& pins, Interrupts& interrupts);

private:
    explicit PinEntry(const PinCareArguments& arguments) : m_arguments(arguments) {}
    base::Expected<base::SecretBytes> ask(const QString& question, Interrupts& interrupts) const;

    PinCareArguments m_arguments;
    TypedPins m_typed;
};

}  // namespace signet::cli
