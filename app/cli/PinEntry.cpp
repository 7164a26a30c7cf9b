#include "cli/PinEntry.h"

#include <QCoreApplication>
#include <QEventLoop>

#include "cli/HiddenLine.h"
#include "cli/Interrupts.h"
#include "cli/ServiceAccess.h"

namespace signet::cli {
namespace {

using base::Expected;
using base::fail;
using signing::CardPin;
using signing::PinView;

QString words(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

QString question(const char* text, const PinView& pin) {
    return words(text)
        .replace(QLatin1StringView("%1"), nameOf(pin.pin))
        .replace(QLatin1StringView("%2"), QString::number(pin.minimumLength))
        .replace(QLatin1StringView("%3"), QString::number(pin.maximumLength));
}

}  // namespace

Parsed<PinEntry> PinEntry::prepare(const PinCareArguments& arguments) {
    PinEntry entry(arguments);
    if (arguments.pinPad)
        return entry;
    for (const auto& [file, secret] : {std::pair(arguments.presentFile, &entry.m_typed.present),
                                       std::pair(arguments.freshFile, &entry.m_typed.fresh)}) {
        if (file.isEmpty())
            continue;
        Parsed<base::SecretBytes> read = secretFrom(file);
        if (!read)
            return tl::unexpected(read.error());
        *secret = std::move(*read);
    }
    const bool mustAsk = arguments.presentFile.isEmpty() || arguments.freshFile.isEmpty();
    if (mustAsk && !HiddenLine::open(arguments.standardInputIsTaken)) {
        const char* const file =
            arguments.deed == signing::PinOrder::Deed::Unblock ? "--puk-file" : "--pin-file";
        return tl::unexpected(
            usageError(QT_TRANSLATE_NOOP("Cli", "There is no terminal to ask for the PINs. Give %1 and %2."),
                       QString::fromLatin1(file), QStringLiteral("--new-pin-file")));
    }
    return entry;
}

Expected<base::SecretBytes> PinEntry::ask(const QString& question, Interrupts& interrupts) const {
    const auto line = interrupts.count() > 0 ? nullptr : HiddenLine::open(m_arguments.standardInputIsTaken);
    if (!line)
        return fail(base::ErrorCode::Cancelled);
    std::optional<base::SecretBytes> answer;
    QEventLoop loop;
    QObject::connect(&interrupts, &Interrupts::arrived, &loop, &QEventLoop::quit);
    line->ask(question, [&](std::optional<base::SecretBytes> typed) {
        answer = std::move(typed);
        loop.quit();
    });
    loop.exec();
    line->drop();
    if (!answer)
        return fail(base::ErrorCode::Cancelled);
    return std::move(*answer);
}

Expected<TypedPins> PinEntry::complete(const signing::PinsView& pins, Interrupts& interrupts) {
    const bool unblocks = m_arguments.deed == signing::PinOrder::Deed::Unblock;
    const PinView& present = pins.of(unblocks ? CardPin::Puk : m_arguments.pin);
    const PinView& fresh = pins.of(m_arguments.pin);
    if (m_arguments.presentFile.isEmpty()) {
        const char* const text = unblocks ? QT_TRANSLATE_NOOP("Cli", "%1 (%2 to %3 digits): ")
                                          : QT_TRANSLATE_NOOP("Cli", "Present %1: ");
        Expected<base::SecretBytes> typed = ask(question(text, present), interrupts);
        if (!typed)
            return tl::unexpected(typed.error());
        m_typed.present = std::move(*typed);
    }
    if (const auto problem = wrongFormat(present, m_typed.present))
        return tl::unexpected(*problem);
    base::SecretBytes again;
    if (m_arguments.freshFile.isEmpty()) {
        Expected<base::SecretBytes> typed =
            ask(question(QT_TRANSLATE_NOOP("Cli", "New %1 (%2 to %3 digits): "), fresh), interrupts);
        if (!typed)
            return tl::unexpected(typed.error());
        m_typed.fresh = std::move(*typed);
        typed = ask(question(QT_TRANSLATE_NOOP("Cli", "New %1 again: "), fresh), interrupts);
        if (!typed)
            return tl::unexpected(typed.error());
        again = std::move(*typed);
    } else {
        again = m_typed.fresh.clone();
    }
    const base::SecretBytes old = unblocks ? base::SecretBytes() : m_typed.present.clone();
    if (const auto problem = wrongNewPin(fresh, old, m_typed.fresh, again))
        return tl::unexpected(*problem);
    return std::move(m_typed);
}

}  // namespace signet::cli
