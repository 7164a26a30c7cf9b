#include <QtEndian>
#include <algorithm>

#include "sandbox/card/CardApplet.h"
#include "sandbox/card/TlvWriter.h"

// SELECT, READ BINARY, GET DATA and GET RESPONSE (ISO 7816-4, 11.1, 11.2, 11.4 and 11.7)
namespace signet::sandbox {
namespace {

enum SelectBy : quint8 {
    ById = 0x00,
    ChildDirectory = 0x01,
    FileHere = 0x02,
    ByName = 0x04,
    PathFromMain = 0x08,
    PathFromHere = 0x09
};

constexpr quint8 AnswerFci = 0x00;
constexpr quint8 AnswerFcp = 0x04;
constexpr quint8 AnswerNothing = 0x0C;
constexpr quint8 FciTag = 0x6F;
constexpr quint8 FcpTag = 0x62;

quint16 idIn(QByteArrayView data) {
    return qFromBigEndian<quint16>(data.data());
}

QByteArray twoBytes(qsizetype value) {
    QByteArray bytes(2, '\0');
    qToBigEndian(static_cast<quint16>(value), bytes.data());
    return bytes;
}

QByteArray oneByte(int value) {
    return QByteArray(1, static_cast<char>(value));
}

}  // namespace

CardAnswer CardApplet::select(const CardCommand& command) {
    if (command.p2 != AnswerFci && command.p2 != AnswerFcp && command.p2 != AnswerNothing)
        return status::WrongParameters;
    const CardFiles before = m_files;
    const quint16 formerDirectory = before.directory() == nullptr ? quint16{0} : before.directory()->id;
    if (const auto selected = selectByParameters(command); !selected)
        return selected.error();
    if (command.p2 == AnswerNothing) {
        forgetAfterSelection(formerDirectory, command.p1 == ByName);
        return status::Ok;
    }
    QByteArray control = fileControl(command.p2 == AnswerFcp ? FcpTag : FciTag);
    if (const quint16 problem = checkAnswerLength(command, control.size()); problem != status::Ok) {
        m_files = before;
        return problem;
    }
    forgetAfterSelection(formerDirectory, command.p1 == ByName);
    return CardAnswer(std::move(control));
}

tl::expected<void, quint16> CardApplet::selectByParameters(const CardCommand& command) {
    const QByteArrayView data = command.data.view();
    const auto found = [](bool yes) -> tl::expected<void, quint16> {
        if (yes)
            return {};
        return tl::unexpected(status::FileNotFound);
    };
    const bool isId = data.size() == 2;
    const bool isPath = data.size() >= 2 && data.size() % 2 == 0;
    switch (command.p1) {
        case ById:
            if (data.isEmpty() || (isId && idIn(data) == MainId))
                return found(m_files.selectMain());
            if (isId)
                return found(m_files.selectFile(idIn(data)) || m_files.selectChildDirectory(idIn(data)));
            break;
        case ChildDirectory:
            if (isId)
                return found(m_files.selectChildDirectory(idIn(data)));
            break;
        case FileHere:
            if (isId)
                return found(m_files.selectFile(idIn(data)));
            break;
        case ByName:
            if (data.size() >= 5 && data.size() <= 16)
                return found(m_files.selectApplication(data));
            break;
        case PathFromMain:
            if (isPath)
                return found(m_files.selectPathFromMain(data));
            break;
        case PathFromHere:
            if (isPath)
                return found(m_files.selectPathFromCurrent(data));
            break;
        default:
            return tl::unexpected(status::WrongParameters);
    }
    return tl::unexpected(status::WrongLength);
}

void CardApplet::forgetAfterSelection(quint16 formerDirectory, bool byName) {
    const bool changed = !m_files.isIn(formerDirectory);
    const bool onlyFile = m_files.file() != nullptr && !changed;
    if (onlyFile)
        return;
    m_signingEnvironment = nullptr;
    m_authenticationEnvironment = nullptr;
    const bool keeps = m_options.keepsPin2AmongFiles && !byName;
    if (!keeps && (changed || !m_options.keepsPin2WhenReselected))
        m_pins.close(CardPin::Pin2);
}

QByteArray CardApplet::fileControl(quint8 templateTag) const {
    const QByteArray lifeCycle = tlv::node(0x8A, oneByte(0x05));
    if (const ElementaryFile* file = m_files.file())
        return tlv::node(templateTag,
                         {tlv::node(0x82, oneByte(0x01)), tlv::node(0x83, twoBytes(file->id)),
                          tlv::node(m_options.fcpSizeTag, twoBytes(file->content.size())), lifeCycle});
    const DedicatedFile& directory = *m_files.directory();
    return tlv::node(templateTag, {tlv::node(0x82, oneByte(0x38)), tlv::node(0x83, twoBytes(directory.id)),
                                   tlv::node(0x84, directory.aid), lifeCycle});
}

CardAnswer CardApplet::readBinary(const CardCommand& command) {
    if (command.hasData() || !command.hasLe())
        return status::WrongLength;
    if ((command.p1 & 0x80) != 0)
        return status::FileNotFound;  // a short identifier, and no file has one
    const ElementaryFile* const file = m_files.file();
    if (file == nullptr)
        return status::NoCurrentFile;
    const qsizetype offset = (command.p1 << 8) | command.p2;
    if (offset >= file->content.size())
        return status::OffsetOutside;
    const qsizetype available = std::min<qsizetype>(file->content.size() - offset, m_options.longestRead);
    if (m_options.answerHabit == AnswerHabit::GetResponse && command.le > available)
        return static_cast<quint16>(status::RightLength | (available & 0xFF));
    return CardAnswer(file->content.mid(offset, std::min<qsizetype>(available, command.le)));
}

CardAnswer CardApplet::getData(const CardCommand& command) {
    static const QByteArray wanted = QByteArray::fromHex("4D087006BF81");
    static const QByteArray wantedEnd = QByteArray::fromHex("02A080");
    // What guards the counter's change, as recorded; of no interest to anyone who only signs.
    static const QByteArray accessRules =
        tlv::node(0xA1, QByteArray::fromHex("8C06F300007343009C06F30000734300"));

    if (command.p1 != 0x3F || command.p2 != 0xFF)
        return status::WrongParameters;
    const QByteArrayView data = command.data.view();
    if (data.size() != wanted.size() + 1 + wantedEnd.size() || !data.startsWith(wanted) ||
        !data.endsWith(wantedEnd))
        return status::WrongData;
    const auto number = static_cast<quint8>(data[wanted.size()]);
    const bool reachable = number == 0x05 ? m_files.isIn(Adf2Id) : m_files.isIn(MainId);
    if (!m_options.tellsTries || !reachable || (number != 0x01 && number != 0x02 && number != 0x05))
        return status::ReferenceNotFound;

    const CardPin pin = number == 0x01 ? CardPin::Pin1 : number == 0x02 ? CardPin::Puk : CardPin::Pin2;
    const PinTryCounter tries = m_pins.tries(pin);
    const QByteArray counters = tlv::node(
        0xA0, {tlv::node(0x9A, oneByte(tries.maximum)), tlv::node(0x9B, oneByte(tries.left)), accessRules});
    QByteArray answer = tlv::node(0x70, tlv::node(0xBF8100U | number, counters));
    if (const quint16 problem = checkAnswerLength(command, answer.size()); problem != status::Ok)
        return problem;
    return CardAnswer(std::move(answer));
}

CardAnswer CardApplet::getResponse(const CardCommand& command) {
    if (command.p1 != 0 || command.p2 != 0)
        return status::WrongParameters;
    if (command.hasData() || !command.hasLe())
        return status::WrongLength;
    if (m_waiting.isEmpty())
        return status::ConditionsNotSatisfied;
    if (command.le > m_waiting.size())
        return static_cast<quint16>(status::RightLength | (m_waiting.size() & 0xFF));
    CardAnswer answer(m_waiting.first(command.le));
    m_waiting.remove(0, command.le);
    if (!m_waiting.isEmpty())
        answer.status = static_cast<quint16>(status::BytesWaiting | (m_waiting.size() & 0xFF));
    return answer;
}

}  // namespace signet::sandbox
