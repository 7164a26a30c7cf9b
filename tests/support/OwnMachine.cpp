// Runs a test as if it had the computer to itself: with a network and a place for pcscd's socket of its own,
// so that it neither meets nor disturbs a pcscd that runs already. Where the system does not let it, the test
// runs as it is.
//
//   signet-own-machine PROGRAM [ARGUMENTS...]

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

constexpr const char* PcscdFolder = "/run/pcscd";

bool write(const char* path, const std::string& text) {
    std::ofstream file(path);
    file << text;
    return file.flush().good();
}

/** Stays who it is: only inside, it may mount and set up the network. */
bool mapMyself(uid_t user, gid_t group) {
    const auto line = [](unsigned id) { return std::to_string(id) + " " + std::to_string(id) + " 1"; };
    return write("/proc/self/setgroups", "deny") && write("/proc/self/uid_map", line(user)) &&
           write("/proc/self/gid_map", line(group));
}

bool bringLoopbackUp() {
    const int any = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq loopback{};
    loopback.ifr_name[0] = 'l';
    loopback.ifr_name[1] = 'o';
    loopback.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool isUp = any >= 0 && ::ioctl(any, SIOCSIFFLAGS, &loopback) == 0;
    ::close(any);
    return isUp;
}

bool enter() {
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    const bool mayAlready = user == 0;
    ::mkdir(PcscdFolder, 0755);  // where it is not there yet, and we may
    if (::unshare(CLONE_NEWNET | CLONE_NEWNS | (mayAlready ? 0 : CLONE_NEWUSER)) != 0)
        return false;
    return (mayAlready || mapMyself(user, group)) &&
           ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("tmpfs", PcscdFolder, "tmpfs", 0, "mode=0755") == 0 && bringLoopbackUp();
}

/** What has been entered cannot be left, so somebody else goes first. */
bool canEnter() {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(enter() ? 0 : 1);
    int status = 1;
    return child > 0 && ::waitpid(child, &status, 0) == child && status == 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: signet-own-machine PROGRAM [ARGUMENTS...]\n", stderr);
        return 2;
    }
    if (canEnter() && enter())
        ::setenv("SIGNET_TEST_OWN_MACHINE", "1", 1);
    else
        std::fputs("no machine of its own for this test; it shares pcscd with the computer\n", stderr);
    ::execvp(argv[1], argv + 1);
    std::perror(argv[1]);
    return 127;
}
