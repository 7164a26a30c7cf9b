// A card reader with a PIN pad, as a driver that the real pcscd loads (IFDHandler API 3). Its card comes over
// TCP and speaks to it as to vsmartcard's virtual reader; the person at the pad comes over a local socket:
//
//   SIGNET_PAD_PERSON   the socket's path. For each entry the reader connects, writes "verify HEX\n" or
//   "modify HEX\n"
//                       (the structure of PC/SC part 10 that it got), and waits for one line: the digits
//                       ("OLD NEW NEW" for modify, "NEW NEW" where the structure asks for no old one), or
//                       "cancel". A closed connection, or silence for as long
//                       as the structure allows, is a person who is not there.
//
//   SIGNET_PAD_ONLY_T0    if set, the reader speaks T=0 only, and takes no command that has both data and Le
//   SIGNET_PAD_UNPLUGGED  while there is a file of this name, the reader is pulled out
//
// As strict as a pad is: it counts digits, it puts them where the structure says, and what is typed never
// leaves it but to the card. DEVICENAME ends with the TCP port: "/dev/null:0x8C90".

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

extern "C" {
#include <ifdhandler.h>
}

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint32_t controlCode(std::uint32_t function) {
    return 0x42000000 + function;
}
constexpr std::uint32_t FeatureRequest = controlCode(3400);
constexpr std::uint32_t VerifyDirect = controlCode(3506);
constexpr std::uint32_t ModifyDirect = controlCode(3507);
constexpr DWORD AttributeAtr = 0x00090303;  // SCARD_ATTR_ATR_STRING
constexpr std::uint8_t FeatureVerify = 0x06;
constexpr std::uint8_t FeatureModify = 0x07;

constexpr std::uint16_t TimedOut = 0x6400;
constexpr std::uint16_t Cancelled = 0x6401;
constexpr std::uint16_t EntriesDiffer = 0x6402;
constexpr std::uint16_t WrongLength = 0x6403;
constexpr std::uint16_t WrongStructure = 0x6B80;

/** The card's end of the wire: a two-byte length and a payload (card.md 5). */
class CardWire {
public:
    bool listen(std::uint16_t port) {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        const int yes = 1;
        ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return ::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
               ::listen(m_listener, 1) == 0;
    }

    void close() {
        drop();
        if (m_listener >= 0)
            ::close(m_listener);
        m_listener = -1;
    }

    /** A card that went is missed once, however quickly the next one comes. */
    bool isPresent() {
        char byte = 0;
        if (m_card >= 0 && ::recv(m_card, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
            drop();
        if (m_card < 0 && !std::exchange(m_wentUnnoticed, false))
            take();
        return m_card >= 0;
    }

    bool send(const Bytes& payload) {
        if (m_card < 0)
            return false;
        Bytes message{static_cast<std::uint8_t>(payload.size() >> 8),
                      static_cast<std::uint8_t>(payload.size() & 0xFF)};
        message.insert(message.end(), payload.begin(), payload.end());
        return ::send(m_card, message.data(), message.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(message.size());
    }

    std::optional<Bytes> receive() {
        std::array<std::uint8_t, 2> prefix{};
        if (!fill(prefix.data(), prefix.size()))
            return std::nullopt;
        Bytes payload(static_cast<std::size_t>(prefix[0] << 8 | prefix[1]));
        return fill(payload.data(), payload.size()) ? std::optional(payload) : std::nullopt;
    }

    std::optional<Bytes> exchange(const Bytes& command) { return send(command) ? receive() : std::nullopt; }

private:
    void take() {
        m_card = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const int yes = 1;
        if (m_card >= 0)
            ::setsockopt(m_card, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }

    void drop() {
        if (m_card < 0)
            return;
        ::close(m_card);
        m_card = -1;
        m_wentUnnoticed = true;
    }

    bool fill(std::uint8_t* to, std::size_t size) {
        while (size > 0) {
            const ssize_t got = m_card >= 0 ? ::recv(m_card, to, size, 0) : -1;
            if (got <= 0) {
                drop();
                return false;
            }
            to += got;
            size -= static_cast<std::size_t>(got);
        }
        return true;
    }

    int m_listener = -1;
    int m_card = -1;
    bool m_wentUnnoticed = false;
};

/** What of PIN_VERIFY_STRUCTURE and PIN_MODIFY_STRUCTURE this reader goes by; nothing if it makes no sense.
 */
struct Entry {
    int seconds = 0;
    std::size_t position = 0;  ///< of the PIN, in the command's data
    std::size_t blockSize = 0;
    std::size_t shortest = 0;
    std::size_t longest = 0;
    std::size_t oldOffset = 0;
    std::size_t newOffset = 0;
    bool confirmsNew = false;
    bool asksForOld = false;
    Bytes command;

    static std::optional<Entry> read(const Bytes& raw, bool modifies) {
        const std::size_t head = modifies ? 24 : 19;
        const std::size_t extra = modifies ? 2 : 0;  // the two insertion offsets
        if (raw.size() < head + 5)
            return std::nullopt;
        Entry entry;
        entry.seconds = raw[0];
        const bool asciiLeftInBytes = (raw[2] & 0x87) == 0x82;
        entry.position = (raw[2] >> 3) & 0x0F;
        entry.blockSize = raw[3] & 0x0F;
        const bool holdsNoLength = raw[3] >> 4 == 0 && raw[4] == 0;
        entry.longest = raw[5 + extra];
        entry.shortest = raw[6 + extra];
        entry.oldOffset = modifies ? raw[5] : 0;
        entry.newOffset = modifies ? raw[6] : 0;
        entry.confirmsNew = modifies && (raw[9] & 0x01) != 0;
        entry.asksForOld = modifies && (raw[9] & 0x02) != 0;
        // as libccid: one message for each entry, or none; no other number
        const std::size_t entries = 1U + (entry.confirmsNew ? 1U : 0U) + (entry.asksForOld ? 1U : 0U);
        const bool messagesFit = !modifies || raw[11] == 0 || raw[11] == entries;
        const std::uint8_t whenDone = raw[modifies ? 10 : 7];
        const std::uint8_t* const length = raw.data() + head - 4;
        const std::size_t dataLength =
            length[0] | length[1] << 8 | length[2] << 16 | static_cast<std::size_t>(length[3]) << 24;
        entry.command.assign(raw.begin() + static_cast<std::ptrdiff_t>(head), raw.end());
        const bool fits = messagesFit && asciiLeftInBytes && holdsNoLength && (whenDone & 0x02) != 0 &&
                          entry.blockSize > 0 && entry.shortest <= entry.longest &&
                          entry.longest <= entry.blockSize && dataLength == entry.command.size() &&
                          entry.command.size() == 5U + entry.command[4] &&
                          5 + entry.position + std::max(entry.oldOffset, entry.newOffset) + entry.blockSize <=
                              entry.command.size();
        return fits ? std::optional(entry) : std::nullopt;
    }

    bool fits(const std::string& digits) const {
        return digits.size() >= shortest && digits.size() <= longest;
    }

    void insert(const std::string& digits, std::size_t offset) {
        std::copy(digits.begin(), digits.end(),
                  command.begin() + static_cast<std::ptrdiff_t>(5 + position + offset));
    }
};

/** Asks the person; what the person did, or nothing in time. */
std::optional<std::string> askPerson(const std::string& question, int seconds) {
    const char* const path = std::getenv("SIGNET_PAD_PERSON");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path == nullptr || std::strlen(path) >= sizeof address.sun_path)
        return std::nullopt;
    std::memcpy(address.sun_path, path, std::strlen(path));
    const int line = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::string typed;
    bool ended = false;
    if (::connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        ::send(line, question.data(), question.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(question.size())) {
        pollfd waiting{line, POLLIN, 0};
        while (!ended && ::poll(&waiting, 1, seconds * 1000) > 0) {
            char key = 0;
            if (::recv(line, &key, 1, 0) != 1)
                break;
            ended = key == '\n';
            if (!ended)
                typed += key;
        }
    }
    ::close(line);
    return ended ? std::optional(typed) : std::nullopt;
}

std::string hex(const Bytes& bytes) {
    static constexpr char Digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += Digits[byte >> 4];
        text += Digits[byte & 0x0F];
    }
    return text;
}

Bytes status(std::uint16_t word) {
    return {static_cast<std::uint8_t>(word >> 8), static_cast<std::uint8_t>(word & 0xFF)};
}

/** The reader's own answer, if the card is not to hear of it; otherwise the command has been completed. */
std::optional<std::uint16_t> complete(Entry& entry, const std::string& typed, bool modifies) {
    if (typed == "cancel")
        return Cancelled;
    std::istringstream words(typed);
    std::string first;
    std::string next;
    std::string again;
    if (modifies && !entry.asksForOld)
        words >> next >> again;
    else
        words >> first >> next >> again;
    if ((!modifies || entry.asksForOld) && !entry.fits(first))
        return WrongLength;
    if (modifies && !entry.fits(next))
        return WrongLength;
    if (modifies && entry.confirmsNew && next != again)
        return EntriesDiffer;
    if (!modifies || entry.asksForOld)
        entry.insert(first, entry.oldOffset);
    if (modifies)
        entry.insert(next, entry.newOffset);
    return std::nullopt;
}

CardWire wire;
Bytes atr;

bool isUnplugged() {
    const char* const path = std::getenv("SIGNET_PAD_UNPLUGGED");
    return path != nullptr && ::access(path, F_OK) == 0;
}

bool speaksOnlyT0() {
    return std::getenv("SIGNET_PAD_ONLY_T0") != nullptr;
}

/** Which T=0 cannot say (ISO 7816-3, 12.2.5). */
bool hasDataAndLe(const Bytes& command) {
    return command.size() > 5 && command.size() > std::size_t{5} + command[4];
}

/** Nothing if the card has gone. */
std::optional<Bytes> enter(const Bytes& structure, bool modifies) {
    std::optional<Entry> entry = Entry::read(structure, modifies);
    if (!entry)
        return status(WrongStructure);
    const std::string question = (modifies ? "modify " : "verify ") + hex(structure) + '\n';
    const std::optional<std::string> typed = askPerson(question, entry->seconds);
    if (!typed)
        return status(TimedOut);
    if (const auto own = complete(*entry, *typed, modifies))
        return status(*own);
    return wire.exchange(entry->command);
}

RESPONSECODE give(const std::optional<Bytes>& answer, unsigned char* to, DWORD capacity, DWORD* size) {
    *size = 0;
    if (!answer)
        return IFD_ICC_NOT_PRESENT;
    if (answer->size() > capacity)
        return IFD_ERROR_INSUFFICIENT_BUFFER;
    std::copy(answer->begin(), answer->end(), to);
    *size = static_cast<DWORD>(answer->size());
    return IFD_SUCCESS;
}

Bytes features() {
    Bytes list;
    for (const auto& [tag, code] :
         {std::pair(FeatureVerify, VerifyDirect), std::pair(FeatureModify, ModifyDirect)}) {
        list.insert(list.end(), {tag, 4});
        for (const int shift : {24, 16, 8, 0})
            list.push_back(static_cast<std::uint8_t>(code >> shift & 0xFF));
    }
    return list;
}

}  // namespace

extern "C" {

RESPONSECODE IFDHCreateChannel(DWORD, DWORD channel) {
    if (isUnplugged())
        return IFD_NO_SUCH_DEVICE;
    return wire.listen(static_cast<std::uint16_t>(channel)) ? IFD_SUCCESS : IFD_COMMUNICATION_ERROR;
}

RESPONSECODE IFDHCreateChannelByName(DWORD lun, LPSTR deviceName) {
    const char* const colon = std::strrchr(deviceName, ':');
    return colon == nullptr ? IFD_NO_SUCH_DEVICE
                            : IFDHCreateChannel(lun, std::strtoul(colon + 1, nullptr, 0));
}

RESPONSECODE IFDHCloseChannel(DWORD) {
    wire.close();
    return IFD_SUCCESS;
}

RESPONSECODE IFDHGetCapabilities(DWORD, DWORD tag, PDWORD length, PUCHAR value) {
    switch (tag) {
        case TAG_IFD_ATR:
        case AttributeAtr:
            return give(atr, value, *length, length);
        case TAG_IFD_SLOTS_NUMBER:
        case TAG_IFD_SIMULTANEOUS_ACCESS:
            return give(Bytes{1}, value, *length, length);
        default:
            return IFD_ERROR_TAG;
    }
}

RESPONSECODE IFDHSetCapabilities(DWORD, DWORD, DWORD, PUCHAR) {
    return IFD_NOT_SUPPORTED;
}

RESPONSECODE IFDHSetProtocolParameters(DWORD, DWORD protocol, UCHAR, UCHAR, UCHAR, UCHAR) {
    constexpr DWORD t0 = 1;
    return protocol == t0 || !speaksOnlyT0() ? IFD_SUCCESS : IFD_PROTOCOL_NOT_SUPPORTED;
}

RESPONSECODE IFDHPowerICC(DWORD, DWORD action, PUCHAR to, PDWORD size) {
    constexpr std::uint8_t off = 0;
    constexpr std::uint8_t on = 1;
    constexpr std::uint8_t reset = 2;
    constexpr std::uint8_t sendAtr = 4;
    const DWORD capacity = MAX_ATR_SIZE;
    *size = 0;
    if (isUnplugged())
        return IFD_COMMUNICATION_ERROR;
    if (action == IFD_POWER_DOWN) {
        wire.send({off});
        return IFD_SUCCESS;
    }
    if (!wire.send({action == IFD_RESET ? reset : on}))
        return IFD_ERROR_POWER_ACTION;
    const std::optional<Bytes> answer = wire.exchange({sendAtr});
    if (!answer)
        return IFD_ERROR_POWER_ACTION;
    atr = *answer;
    return give(atr, to, capacity, size);
}

RESPONSECODE IFDHTransmitToICC(DWORD, SCARD_IO_HEADER, PUCHAR command, DWORD length, PUCHAR to, PDWORD size,
                               PSCARD_IO_HEADER) {
    const DWORD capacity = *size;
    const Bytes sent(command, command + length);
    *size = 0;
    if (isUnplugged())
        return IFD_NO_SUCH_DEVICE;
    if (speaksOnlyT0() && hasDataAndLe(sent))
        return IFD_COMMUNICATION_ERROR;
    return give(wire.exchange(sent), to, capacity, size);
}

RESPONSECODE IFDHControl(DWORD, DWORD code, PUCHAR question, DWORD length, PUCHAR to, DWORD capacity,
                         LPDWORD size) {
    const Bytes structure(question, question + length);
    switch (code) {
        case FeatureRequest:
            return give(features(), to, capacity, size);
        case VerifyDirect:
            return give(enter(structure, false), to, capacity, size);
        case ModifyDirect:
            return give(enter(structure, true), to, capacity, size);
        default:
            *size = 0;
            return IFD_ERROR_NOT_SUPPORTED;
    }
}

RESPONSECODE IFDHICCPresence(DWORD) {
    if (isUnplugged())
        return IFD_COMMUNICATION_ERROR;
    return wire.isPresent() ? IFD_ICC_PRESENT : IFD_ICC_NOT_PRESENT;
}
}
