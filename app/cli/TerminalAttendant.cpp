#include "cli/TerminalAttendant.h"

#include <QCoreApplication>

#include "base/PrintableText.h"
#include "cli/Console.h"
#include "cli/Shown.h"

namespace signet::cli {
namespace {

using base::ErrorCode;
using base::Expected;
using signing::PinAnswer;
using signing::PinQuestion;

QString words(const char* text, int count = -1) {
    return QCoreApplication::translate("Cli", text, nullptr, count);
}

QFuture<Expected<PinAnswer>> ready(Expected<PinAnswer> answer) {
    QPromise<Expected<PinAnswer>> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

QString whoSigns(const PinQuestion& question) {
    if (question.number > 0) {
        const QString one = words(QT_TRANSLATE_NOOP("Cli", "%1 (%2) signs %3: signature %4 of %5."));
        return one.arg(base::printable(question.holder), base::printable(question.serialNumber),
                       shortLine(question.titles.value(0)), QString::number(question.number),
                       QString::number(question.of));
    }
    const QString text =
        words(QT_TRANSLATE_N_NOOP("Cli", "%1 (%2) signs all of these sessions: %n."), question.sessions);
    return text.arg(base::printable(question.holder), base::printable(question.serialNumber));
}

QString questionText(const PinQuestion& question) {
    QString text = QString(whoSigns(question) % u'\n');
    if (question.triesLeft)
        text +=
            words(QT_TRANSLATE_N_NOOP("Cli", "Tries left for the PIN2: %n."), *question.triesLeft) % u'\n';
    return QString(text % words(QT_TRANSLATE_NOOP("Cli", "PIN2: ")));
}

}  // namespace

TerminalAttendant::TerminalAttendant(PinWay way, bool allowLastTry)
    : m_way(std::move(way)), m_allowLastTry(allowLastTry) {}

QFuture<Expected<PinAnswer>> TerminalAttendant::askForPin(const PinQuestion& question) {
    if (question.lastTry && !m_allowLastTry)
        return ready(base::fail(ErrorCode::PinLastTry));
    if (auto* line = std::get_if<std::unique_ptr<HiddenLine>>(&m_way))
        return askPerson(**line, question);
    if (std::holds_alternative<OnPad>(m_way)) {
        Console::error(QString(whoSigns(question) % u'\n'));
        PinAnswer answer;
        answer.usePinPad = true;
        answer.lastTryAgreed = m_allowLastTry;
        return ready(std::move(answer));
    }
    // Handed over, not lent: nobody asks twice, and after the card's work no PIN is left in the process.
    return ready(answerWith(std::move(std::get<base::SecretBytes>(m_way))));
}

PinAnswer TerminalAttendant::answerWith(base::SecretBytes pin) const {
    PinAnswer answer;
    answer.pin2 = std::make_shared<base::SecretBytes>(std::move(pin));
    answer.lastTryAgreed = m_allowLastTry;
    return answer;
}

QFuture<Expected<PinAnswer>> TerminalAttendant::askPerson(HiddenLine& line, const PinQuestion& question) {
    m_open = std::make_unique<QPromise<Answer>>();
    m_open->start();
    const QFuture<Answer> future = m_open->future();
    line.ask(questionText(question), [this](std::optional<base::SecretBytes> typed) {
        if (typed)
            finish(answerWith(std::move(*typed)));
        else
            finish(base::fail(ErrorCode::Cancelled));
    });
    return future;
}

void TerminalAttendant::finish(Answer answer) {
    const auto open = std::move(m_open);
    if (!open)
        return;
    open->addResult(std::move(answer));
    open->finish();
}

void TerminalAttendant::dismiss() {
    if (!m_open)
        return;
    std::get<std::unique_ptr<HiddenLine>>(m_way)->drop();
    finish(base::fail(ErrorCode::Cancelled));
}

void TerminalAttendant::padWaits(const signing::PadPrompt& prompt) {
    const QString text = words(QT_TRANSLATE_NOOP("Cli", "Enter PIN2 on the reader: signature %1 of %2."))
                             .arg(prompt.signature)
                             .arg(prompt.of);
    Console::error(QString(text % u'\n'));
}

}  // namespace signet::cli
