// signet-cardhost MODULE: runs one PKCS#11 module for Signet's other programs, which start it by themselves.
// Its standard input and output carry the messages of card/HostMessage.h. It ends when its input does.

#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "base/HandoverQueue.h"
#include "base/SecretBytes.h"
#include "card/HostMessage.h"
#include "cardhost/HostDesk.h"
#include "cardhost/HostPipe.h"

namespace {

using namespace signet;
using cardhost::HostPipe;
namespace host = card::host;

constexpr std::chrono::seconds Farewell{3};

struct Message {
    QCborMap words;
    base::SecretBytes secret;
};

/** Nothing at the end of the input, or if it is none of ours. */
std::optional<Message> readMessage() {
    std::array<unsigned char, host::HeadLength> bytes{};
    if (!HostPipe::read(bytes))
        return std::nullopt;
    const auto head = host::decodeHead(QByteArrayView(bytes.data(), bytes.size()));
    if (!head)
        return std::nullopt;
    QByteArray body(static_cast<qsizetype>(head->bodyLength), '\0');
    Message message;
    message.secret = base::SecretBytes(std::size_t{head->secretLength});
    const bool isWhole = HostPipe::read({reinterpret_cast<unsigned char*>(body.data()), head->bodyLength}) &&
                         HostPipe::read(message.secret.bytes());
    if (!isWhole)
        return std::nullopt;
    if (body.isEmpty())
        return message;
    auto words = host::decodeBody(body);
    if (!words)
        return std::nullopt;
    message.words = std::move(*words);
    return message;
}

/** A module may hang: nobody waits for it when whoever wanted it has gone. */
void readAll(base::HandoverQueue<Message>& messages) {
    while (std::optional<Message> message = readMessage()) {
        if (!message->words.isEmpty())  // what has no words lies over a PIN on its way, and means nothing
            messages.put(std::move(*message));
    }
    messages.close();
    std::this_thread::sleep_for(Farewell);
    std::_Exit(EXIT_FAILURE);
}

}  // namespace

int main(int argc, char** argv) {
    base::protectProcessMemory();
    std::signal(SIGINT,
                SIG_IGN);  // Ctrl-C is for the program at the terminal, which ends things in their order
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2 || !HostPipe::claim()) {
        std::fputs("usage: signet-cardhost MODULE (Signet's other programs start it by themselves)\n",
                   stderr);
        return 2;
    }
    base::HandoverQueue<Message> messages;
    std::thread([&messages] { readAll(messages); }).detach();
    cardhost::HostDesk desk(arguments[1]);
    while (std::optional<Message> message = messages.take()) {
        const QByteArray body = desk.answer(message->words, message->secret).toCborValue().toCbor();
        HostPipe::write(host::encodeHead({static_cast<quint32>(body.size()), 0}) + body);
    }
    desk.finish();
    std::_Exit(EXIT_SUCCESS);  // the module's own ends of the process are left out
}
