// Takes the place of signet-cardhost: answers every request with the bytes of a file, whatever they are.
//
//   signet-fake-host FILE     an empty file: ends at once instead; "hang": never answers

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <thread>

int main(int argc, char** argv) {
    const auto number = [](const std::string& bytes, std::size_t at) {
        std::size_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return value;
    };
    for (std::string head(8, '\0'); argc > 1 && std::cin.read(head.data(), 8);) {
        const std::size_t bodyLength = number(head, 0);
        std::string rest(bodyLength + number(head, 4), '\0');
        std::cin.read(rest.data(), static_cast<std::streamsize>(rest.size()));
        if (bodyLength == 0)
            continue;
        std::ifstream file(argv[1], std::ios::binary);
        const std::string answer((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        if (answer.empty())
            return 1;
        while (answer == "hang")
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        std::cout << answer << std::flush;
    }
    return 0;
}
