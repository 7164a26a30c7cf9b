#include "sandbox/card/CardApplet.h"

#include <algorithm>
#include <array>

namespace signet::sandbox {
namespace {

constexpr quint8 SelectInstruction = 0xA4;
constexpr quint8 GetResponseInstruction = 0xC0;
constexpr quint8 PsoInstruction = 0x2A;
constexpr qsizetype HeaderLength = 4;

/** ISO 7816-4, 5.4.1: this card knows the basic channel without secure messaging and without chaining. */
quint16 checkClass(quint8 cla) {
    if (cla == 0x00)
        return status::Ok;
    if ((cla & 0xE0) != 0)
        return status::ClassUnknown;
    if ((cla & 0x10) != 0)
        return status::ChainingNotSupported;
    return (cla & 0x0C) != 0 ? status::SecureMessagingNotSupported : status::ChannelNotSupported;
}

}  // namespace

CardApplet::CardApplet(CardFiles files, CardKeys keys, CardPinStore pins, const VirtualCardOptions& options)
    : m_files(std::move(files)), m_keys(std::move(keys)), m_pins(std::move(pins)), m_options(options) {}

CardApplet::Handler CardApplet::handlerOf(quint8 ins) {
    struct Instruction {
        quint8 ins;
        Handler handler;
    };
    static constexpr std::array Instructions{
        Instruction{SelectInstruction, &CardApplet::select},
        Instruction{0xB0, &CardApplet::readBinary},
        Instruction{0xCB, &CardApplet::getData},
        Instruction{GetResponseInstruction, &CardApplet::getResponse},
        Instruction{0x20, &CardApplet::verify},
        Instruction{0x24, &CardApplet::changeReferenceData},
        Instruction{0x2C, &CardApplet::resetRetryCounter},
        Instruction{0x22, &CardApplet::manageSecurityEnvironment},
        Instruction{PsoInstruction, &CardApplet::performSecurityOperation},
        Instruction{0x88, &CardApplet::internalAuthenticate},
    };
    const auto* const found = std::find_if(Instructions.begin(), Instructions.end(),
                                           [ins](const Instruction& each) { return each.ins == ins; });
    return found == Instructions.end() ? nullptr : found->handler;
}

void CardApplet::reset() {
    m_files.forgetSelection();
    m_pins.closeAll();
    m_signingEnvironment = nullptr;
    m_authenticationEnvironment = nullptr;
    m_waiting.clear();
}

CardAnswer CardApplet::execute(QByteArrayView bytes) {
    if (bytes.size() < HeaderLength)
        return status::WrongLength;
    const auto cla = static_cast<quint8>(bytes[0]);
    const auto ins = static_cast<quint8>(bytes[1]);
    if (const quint16 problem = checkClass(cla); problem != status::Ok)
        return problem;
    const Handler handler = handlerOf(ins);
    if (handler == nullptr)
        return status::InstructionUnknown;
    const auto command = parseCommand(bytes);
    if (!command)
        return command.error();
    if (ins != GetResponseInstruction)
        m_waiting.clear();
    if (ins != SelectInstruction && m_files.directory() == nullptr)
        return status::ConditionsNotSatisfied;

    CardAnswer answer = (this->*handler)(*command);
    if (!answer.data.isEmpty() && answersByGetResponse(*command)) {
        m_waiting = answer.data;
        return static_cast<quint16>(status::BytesWaiting | (m_waiting.size() & 0xFF));
    }
    return answer;
}

bool CardApplet::wouldSign(QByteArrayView bytes) const {
    const auto command = parseCommand(bytes);
    return command && command->cla == 0 && command->ins == PsoInstruction &&
           checkSigning(*command) == status::Ok;
}

bool CardApplet::answersByGetResponse(const CardCommand& command) const {
    if (!command.hasData())
        return false;
    switch (m_options.answerHabit) {
        case AnswerHabit::Direct:
            return false;
        case AnswerHabit::GetResponse:
            return true;
        case AnswerHabit::ByLe:
            break;
    }
    return !command.hasLe();
}

quint16 CardApplet::checkAnswerLength(const CardCommand& command, qsizetype length) const {
    if (answersByGetResponse(command))
        return status::Ok;
    if (!command.hasLe())
        return status::WrongLength;
    if (command.le < length)
        return static_cast<quint16>(status::RightLength | (length & 0xFF));
    return status::Ok;
}

}  // namespace signet::sandbox
