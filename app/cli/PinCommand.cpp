#include "cli/PinCommand.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFutureWatcher>

#include "card/PcscReaders.h"
#include "cli/CardWait.h"
#include "cli/Console.h"
#include "cli/Interrupts.h"
#include "cli/JsonLine.h"
#include "cli/PinEntry.h"
#include "cli/Shown.h"

namespace signet::cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using signing::CardPin;
using signing::DeskReader;
using signing::PinOrder;
using signing::PinsView;
using signing::PinView;
using Deed = PinOrder::Deed;

QString words(const char* text) {
    return QCoreApplication::translate("Cli", text);
}

void say(const QString& line) {
    Console::error(QString(line % u'\n'));
}

int exitCodeOf(const Error& error) {
    if (error.code() == ErrorCode::PinOutcomeUnknown)
        return ExitNotAll;
    switch (error.kind()) {
        case base::ErrorKind::Cancelled:
            return ExitInterrupted;
        case base::ErrorKind::Pin:
            return ExitPin;
        case base::ErrorKind::Card:
            return ExitNoCard;
        default:
            return ExitNotAll;
    }
}

/** The cards and whoever is waited for, in one event loop after the other. */
class PinSession {
public:
    PinSession() : m_cards(std::make_shared<card::PcscReaders>()), m_pins(m_cards) {
        QEventLoop loop;
        const CardWait wait(m_cards, [&loop] { loop.quit(); });
        QObject::connect(&m_interrupts, &Interrupts::arrived, &loop, &QEventLoop::quit);
        loop.exec();
    }

    /** By name, or all of them. */
    Expected<QList<DeskReader>> readers(const QString& name) {
        if (const auto problem = m_cards.problem())
            return tl::unexpected(*problem);
        if (!name.isEmpty()) {
            const auto one = chosen(name);
            if (!one)
                return tl::unexpected(one.error());
            return QList<DeskReader>{*one};
        }
        QList<DeskReader> all = m_pins.candidates();
        if (all.isEmpty())
            return tl::unexpected(m_cards.selected() ? Error(ErrorCode::NoUsableCard)
                                                     : m_cards.selected().error());
        return all;
    }

    Expected<DeskReader> chosen(const QString& name) {
        if (!name.isEmpty()) {
            const auto named = m_cards.byName(name);
            if (!named)
                return tl::unexpected(named.error());
            m_cards.choose(named->name);
        }
        return m_pins.chosen();
    }

    Expected<PinsView> look(const DeskReader& reader) { return await(m_pins.look(reader), 1); }
    /** To its end: what the card is doing cannot be taken back. A second interrupt does not wait. */
    Expected<PinsView> carryOut(PinOrder order) {
        const auto told = QObject::connect(&m_interrupts, &Interrupts::arrived, qApp, [](int count) {
            if (count == 1)
                say(words(QT_TRANSLATE_NOOP(
                    "Cli", "Waiting for the card's answer; a PIN pad ends with its own cancel key.")));
        });
        const int before = m_interrupts.count();
        Expected<PinsView> done = await(m_pins.carryOut(std::move(order)), before + 2);
        QObject::disconnect(told);
        return done;
    }

    signing::PinDesk& pins() { return m_pins; }
    Interrupts& interrupts() { return m_interrupts; }
    bool isInterrupted() const { return m_interrupts.count() > 0; }

private:
    Expected<PinsView> await(const QFuture<Expected<PinsView>>& future, int enough) {
        QFutureWatcher<Expected<PinsView>> watcher;
        QEventLoop loop;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        QObject::connect(&m_interrupts, &Interrupts::arrived, &loop, [&loop, enough](int count) {
            if (count >= enough)
                loop.quit();
        });
        watcher.setFuture(future);
        if (!watcher.isFinished())
            loop.exec();
        if (!watcher.isFinished())
            return base::fail(ErrorCode::Cancelled);
        return watcher.result();
    }

    Interrupts m_interrupts;
    signing::CardDesk m_cards;
    signing::PinDesk m_pins;
};

QString purposeOf(CardPin pin) {
    switch (pin) {
        case CardPin::Pin1:
            return words(QT_TRANSLATE_NOOP("Cli", "PIN1, for logging in"));
        case CardPin::Pin2:
            return words(QT_TRANSLATE_NOOP("Cli", "PIN2, for signing"));
        case CardPin::Puk:
            break;
    }
    return words(QT_TRANSLATE_NOOP("Cli", "PUK, for unblocking"));
}

QString stateOf(const PinView& pin) {
    if (!pin.triesLeft)
        return words(QT_TRANSLATE_NOOP("Cli", "the card does not say how many tries are left"));
    if (!pin.isBlocked())
        return QCoreApplication::translate("Cli", "tries left: %n", nullptr, *pin.triesLeft);
    if (pin.pin == CardPin::Puk)
        return words(QT_TRANSLATE_NOOP("Cli", "blocked; only the office that issued the card can help"));
    return words(QT_TRANSLATE_NOOP("Cli", "blocked; see signet-cli help pin unblock"));
}

QJsonValue numberOrNull(const std::optional<int>& number) {
    return number ? QJsonValue(*number) : QJsonValue();
}

void printStates(const DeskReader& reader, const PinsView& pins, bool json) {
    if (!json) {
        QString text = QString(oneLine(reader.name) % u'\n');
        if (!reader.holder().isEmpty())
            text += u"    " % oneLine(reader.holder()) % u", " % oneLine(reader.cardType) % u'\n';
        for (const CardPin pin : {CardPin::Pin1, CardPin::Pin2, CardPin::Puk})
            text += u"    " % purposeOf(pin) % u": " % stateOf(pins.of(pin)) % u'\n';
        Console::output(text.toUtf8());
        return;
    }
    for (const CardPin pin : {CardPin::Pin1, CardPin::Pin2, CardPin::Puk}) {
        const PinView& view = pins.of(pin);
        writeJsonLine({
            {QStringLiteral("reader"), reader.name},
            {QStringLiteral("holder"), textOrNull(reader.holder())},
            {QStringLiteral("pin"), nameOf(pin)},
            {QStringLiteral("triesLeft"), numberOrNull(view.triesLeft)},
            {QStringLiteral("triesMaximum"), numberOrNull(view.triesMaximum)},
            {QStringLiteral("blocked"), view.triesLeft ? QJsonValue(view.isBlocked()) : QJsonValue()},
            {QStringLiteral("minimumLength"), view.minimumLength},
            {QStringLiteral("maximumLength"), view.maximumLength},
            {QStringLiteral("pinPad"), pins.pinPad},
        });
    }
}

/** How it ended: one line of JSON, or a sentence. */
int report(const PinCareArguments& arguments, const DeskReader& reader, const std::optional<Error>& error,
           const std::optional<PinsView>& after) {
    const bool unblocks = arguments.deed == Deed::Unblock;
    const bool isUnknown = error && error->code() == ErrorCode::PinOutcomeUnknown;
    if (arguments.json) {
        const auto left = [&](CardPin pin) {
            return after ? numberOrNull(after->of(pin).triesLeft) : QJsonValue();
        };
        writeJsonLine({
            {QStringLiteral("reader"), textOrNull(reader.name)},
            {QStringLiteral("holder"), textOrNull(reader.holder())},
            {QStringLiteral("pin"), nameOf(arguments.pin)},
            {QStringLiteral("deed"), unblocks ? QStringLiteral("unblock") : QStringLiteral("change")},
            {QStringLiteral("state"), isUnknown ? QStringLiteral("unconfirmed")
                                      : error   ? QStringLiteral("failed")
                                                : QStringLiteral("done")},
            {QStringLiteral("code"), error ? QJsonValue(error->publicCode()) : QJsonValue()},
            {QStringLiteral("message"), error ? QJsonValue(error->message()) : QJsonValue()},
            {QStringLiteral("hint"), error ? textOrNull(error->hint()) : QJsonValue()},
            {QStringLiteral("triesLeft"), left(arguments.pin)},
            {QStringLiteral("pukTriesLeft"), left(CardPin::Puk)},
        });
    } else if (error) {
        say(inWords(*error));
    } else {
        const char* const text = unblocks ? QT_TRANSLATE_NOOP("Cli", "%1 is unblocked; the new one holds.")
                                          : QT_TRANSLATE_NOOP("Cli", "%1 is changed.");
        Console::output(QString(words(text).arg(nameOf(arguments.pin)) % u'\n').toUtf8());
    }
    return error ? exitCodeOf(*error) : ExitDone;
}

/** Whose PIN it is, and what a wrong entry would cost. */
void introduce(const PinCareArguments& arguments, const DeskReader& reader, const PinsView& pins) {
    const CardPin presented = arguments.deed == Deed::Unblock ? CardPin::Puk : arguments.pin;
    if (!reader.holder().isEmpty())
        say(QString(oneLine(reader.holder()) % u", " % oneLine(reader.name)));
    say(QString(purposeOf(presented) % u": " % stateOf(pins.of(presented))));
}

void tellOfPad(const signing::PinPadEntry& entry, CardPin pin) {
    using Kind = signing::PinPadEntry::Kind;
    const char* const text =
        entry.kind == Kind::Puk ? QT_TRANSLATE_NOOP("Cli", "Enter the PUK on the reader.")
        : entry.kind == Kind::NewPin
            ? QT_TRANSLATE_NOOP("Cli", "Enter the new %1 on the reader, twice.")
            : QT_TRANSLATE_NOOP("Cli", "Enter the present %1 on the reader, then the new one twice.");
    say(words(text).replace(QLatin1StringView("%1"), nameOf(pin)));
}

/** From here on the card is there, and nothing has been presented. */
Expected<PinsView> care(PinSession& session, PinEntry& entry, const PinCareArguments& arguments,
                        const DeskReader& reader, const PinsView& pins) {
    PinOrder order;
    order.reader = reader;
    order.deed = arguments.deed;
    order.pin = arguments.pin;
    order.usePinPad = arguments.pinPad;
    order.lastTryAgreed = arguments.allowLastTry;
    if (const auto problem = obstacle(pins, order.presented(), arguments.allowLastTry))
        return tl::unexpected(*problem);
    introduce(arguments, reader, pins);
    if (!arguments.pinPad) {
        Expected<TypedPins> typed = entry.complete(pins, session.interrupts());
        if (!typed)
            return tl::unexpected(typed.error());
        if (signing::isEasilyGuessed(typed->fresh))
            say(words(QT_TRANSLATE_NOOP("Cli", "Warning: the new PIN is easily guessed.")));
        order.present = std::move(typed->present);
        order.fresh = std::move(typed->fresh);
    }
    if (session.isInterrupted())
        return base::fail(ErrorCode::Cancelled);
    const auto padWaits = QObject::connect(
        &session.pins(), &signing::PinDesk::padWaits, qApp,
        [pin = arguments.pin](const signing::PinPadEntry& waiting) { tellOfPad(waiting, pin); });
    Expected<PinsView> done = session.carryOut(std::move(order));
    QObject::disconnect(padWaits);
    return done;
}

}  // namespace

Parsed<int> runPinStatusCommand(const PinStatusArguments& arguments) {
    PinSession session;
    if (session.isInterrupted())
        return ExitInterrupted;
    const auto readers = session.readers(arguments.reader);
    if (!readers) {
        say(inWords(readers.error()));
        return ExitNoCard;
    }
    int code = ExitDone;
    for (const DeskReader& reader : *readers) {
        const Expected<PinsView> pins = session.look(reader);
        if (session.isInterrupted())
            return ExitInterrupted;
        if (pins) {
            printStates(reader, *pins, arguments.json);
            continue;
        }
        say(QString(oneLine(reader.name) % u": " % inWords(pins.error())));
        code = exitCodeOf(pins.error());
    }
    return code;
}

Parsed<int> runPinCareCommand(const PinCareArguments& arguments) {
    Parsed<PinEntry> entry = PinEntry::prepare(arguments);
    if (!entry)
        return tl::unexpected(entry.error());
    PinSession session;
    if (session.isInterrupted())
        return ExitInterrupted;
    const Expected<DeskReader> reader = session.chosen(arguments.reader);
    if (!reader)
        return report(arguments, DeskReader(), reader.error(), {});
    const Expected<PinsView> before = session.look(*reader);
    if (!before)
        return report(arguments, *reader, before.error(), {});
    const Expected<PinsView> done = care(session, *entry, arguments, *reader, *before);
    if (done)
        return report(arguments, *reader, {}, *done);
    // What it has cost, the card knows best.
    const Expected<PinsView> after = session.look(*reader);
    return report(arguments, *reader, done.error(), after ? std::optional(*after) : std::nullopt);
}

}  // namespace signet::cli
