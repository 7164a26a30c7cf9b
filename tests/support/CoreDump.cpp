#include "support/CoreDump.h"

#include <elf.h>
#include <sys/resource.h>

#include <QFile>
#include <QProcess>
#include <algorithm>
#include <cstring>

namespace signet::test {
namespace {

constexpr rlim_t LargestDump = rlim_t{4} * 1024 * 1024 * 1024;
constexpr qint64 PieceSize = 16LL * 1024 * 1024;
constexpr qint64 Overlap = 4096;  // a secret that lies across two pieces is in the second one whole

}  // namespace

CoreDump::CoreDump(qint64 pid) {
    QProcess gcore;
    gcore.setProcessChannelMode(QProcess::MergedChannels);
    // A process that is larger than it should be must not fill the disk.
    gcore.setChildProcessModifier([] {
        const rlimit most{LargestDump, LargestDump};
        ::setrlimit(RLIMIT_FSIZE, &most);
    });
    gcore.start(QStringLiteral("gcore"),
                {QStringLiteral("-o"), m_folder.filePath(QStringLiteral("core")), QString::number(pid)});
    if (!gcore.waitForFinished(300'000) || gcore.exitCode() != 0) {
        m_problem = QStringLiteral("no core dump: ") + QString::fromLocal8Bit(gcore.readAll());
        return;
    }
    m_file = m_folder.filePath(QStringLiteral("core.%1").arg(pid));
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        m_problem = QStringLiteral("no core dump: ") + file.errorString();
    else
        readSegments(file.read(PieceSize));
}

void CoreDump::readSegments(const QByteArray& head) {
    Elf64_Ehdr header{};
    std::memcpy(&header, head.constData(), std::min(sizeof header, static_cast<std::size_t>(head.size())));
    if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_type != ET_CORE) {
        m_problem = QStringLiteral("this is no core dump");
        return;
    }
    for (int i = 0; i < header.e_phnum; ++i) {
        const auto at = static_cast<qsizetype>(header.e_phoff + i * sizeof(Elf64_Phdr));
        Elf64_Phdr segment{};
        std::memcpy(&segment, head.constData() + at, sizeof segment);
        if (segment.p_type == PT_LOAD && segment.p_filesz > 0)
            m_segments.append({segment.p_vaddr, segment.p_vaddr + segment.p_filesz});
    }
}

bool CoreDump::holds(quint64 address) const {
    return std::any_of(m_segments.begin(), m_segments.end(), [address](const Segment& segment) {
        return address >= segment.from && address < segment.to;
    });
}

QStringList CoreDump::find(const QList<SecretForms>& secrets) const {
    QStringList found;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return {file.errorString()};
    for (qint64 at = 0; at < file.size(); at += PieceSize - Overlap) {
        file.seek(at);
        const QByteArray piece = file.read(PieceSize);
        for (const SecretForms& secret : secrets) {
            if (secret.isIn(piece))
                found.append(secret.name);
        }
    }
    return found;
}

}  // namespace signet::test
