#include "support/SecretSearch.h"

#include <signal.h>
#include <unistd.h>

#include <QByteArrayMatcher>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QUrl>
#include <algorithm>

namespace signet::test {
namespace {

/** What base64 makes of the secret behind `before` other bytes, without the characters that depend on its
 * neighbours. */
QByteArray base64Behind(const QByteArray& secret, int before) {
    constexpr int BytesPerGroup = 3;
    constexpr int CharactersPerGroup = 4;
    const qsizetype whole = (before + secret.size()) / BytesPerGroup * CharactersPerGroup;
    const QByteArray text = QByteArray(QByteArray(before, 'x') + secret).toBase64().first(whole);
    return text.mid(before > 0 ? CharactersPerGroup : 0);
}

struct Mapping {
    QString line;
    quint64 from = 0;
    quint64 to = 0;
    bool isWritable = false;
    bool isLocked = false;
};

/** /proc/PID/smaps: a line for each mapping, and below it among others "VmFlags: rd wr mr lo dd". */
QList<Mapping> mappingsIn(const QByteArray& smaps) {
    static const QRegularExpression head(QStringLiteral("^([0-9a-f]+)-([0-9a-f]+) (\\S+) "));
    QList<Mapping> mappings;
    for (const QByteArray& raw : smaps.split('\n')) {
        const QString line = QString::fromUtf8(raw);
        const auto match = head.match(line);
        if (match.hasMatch())
            mappings.append({line, match.captured(1).toULongLong(nullptr, 16),
                             match.captured(2).toULongLong(nullptr, 16), match.captured(3).contains(u'w'),
                             false});
        else if (raw.startsWith("VmFlags:") && !mappings.isEmpty())
            mappings.last().isLocked = raw.contains(" lo") && raw.contains(" dd");
    }
    return mappings;
}

// What a sanitizer notes about memory lies in mappings of many terabytes; nothing else is as large.
constexpr quint64 LargestMapping = quint64{1} << 40;
constexpr quint64 PieceSize = quint64{16} * 1024 * 1024;
constexpr quint64 Overlap = 4096;  // a secret that lies across two pieces is in the second one whole

struct Range {
    quint64 from = 0;
    quint64 to = 0;
};

/** The parts of a mapping that hold anything: pages that were never written to are left out. */
QList<Range> writtenPagesOf(QFile& pageMap, const Mapping& mapping) {
    // /proc/PID/pagemap: 64 bits for each page; bit 63: in memory, bit 62: swapped out.
    static const auto pageSize = static_cast<quint64>(::sysconf(_SC_PAGESIZE));
    constexpr quint64 Written = quint64{3} << 62;
    QList<quint64> pages(static_cast<qsizetype>((mapping.to - mapping.from) / pageSize));
    const auto bytes = static_cast<qint64>(pages.size() * static_cast<qsizetype>(sizeof(quint64)));
    const bool isRead = pageMap.seek(static_cast<qint64>(mapping.from / pageSize * sizeof(quint64))) &&
                        pageMap.read(reinterpret_cast<char*>(pages.data()), bytes) == bytes;
    if (!isRead)
        return {{mapping.from, mapping.to}};
    QList<Range> ranges;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if ((pages[i] & Written) == 0)
            continue;
        const quint64 from = mapping.from + static_cast<quint64>(i) * pageSize;
        if (!ranges.isEmpty() && ranges.last().to == from)
            ranges.last().to += pageSize;
        else
            ranges.append({from, from + pageSize});
    }
    return ranges;
}

/** `piece` holds PieceSize bytes: new memory for each range would cost more than the search. */
QStringList namesIn(QFile& memory, QByteArray& piece, const Range& range, const QList<SecretForms>& secrets) {
    QStringList names;
    for (quint64 at = range.from; at < range.to; at += PieceSize - Overlap) {
        if (!memory.seek(static_cast<qint64>(at)))
            break;
        const qint64 length =
            memory.read(piece.data(), static_cast<qint64>(std::min(PieceSize, range.to - at)));
        const QByteArrayView bytes(piece.constData(), std::max<qint64>(length, 0));
        for (const SecretForms& secret : secrets) {
            if (!names.contains(secret.name) && secret.isIn(bytes))
                names.append(secret.name);
        }
    }
    return names;
}

/** Stops a process for as long as it lives. */
class Standstill {
public:
    explicit Standstill(qint64 pid) : m_pid(static_cast<pid_t>(pid)) { ::kill(m_pid, SIGSTOP); }
    ~Standstill() { ::kill(m_pid, SIGCONT); }
    Q_DISABLE_COPY_MOVE(Standstill)

private:
    pid_t m_pid;
};

}  // namespace

SecretForms SecretForms::of(const QString& name, const QByteArray& secret) {
    const QString text = QString::fromUtf8(secret);
    SecretForms all{name, {secret, secret.toHex(), secret.toHex().toUpper()}};
    QStringEncoder little(QStringEncoder::Utf16LE);
    QStringEncoder big(QStringEncoder::Utf16BE);
    all.forms.append(little.encode(text));
    all.forms.append(big.encode(text));
    QStringEncoder wide(QStringEncoder::Utf32LE);
    all.forms.append(wide.encode(text));
    for (int before = 0; before < 3; ++before)
        all.forms.append(base64Behind(secret, before));
    const QByteArray encoded = QUrl::toPercentEncoding(text);
    if (encoded != secret)
        all.forms.append(encoded);
    return all;
}

bool SecretForms::isIn(QByteArrayView bytes) const {
    return std::any_of(forms.begin(), forms.end(),
                       [&](const QByteArray& form) { return QByteArrayMatcher(form).indexIn(bytes) >= 0; });
}

QStringList filesWith(const QList<SecretForms>& secrets, const QString& folder, const QStringList& except) {
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (except.contains(file.fileName()) || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        for (const SecretForms& secret : secrets) {
            if (secret.isIn(content) || secret.isIn(file.fileName().toUtf8()))
                found.append(QString(secret.name % u" in " % file.fileName()));
        }
    }
    return found;
}

QByteArray LiveProcess::read(const QString& file) const {
    QFile source(QStringLiteral("/proc/%1/%2").arg(m_pid).arg(file));
    return source.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? source.readAll() : QByteArray();
}

QList<MemoryHit> LiveProcess::find(const QList<SecretForms>& secrets) const {
    const Standstill still(m_pid);
    QFile memory(QStringLiteral("/proc/%1/mem").arg(m_pid));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {{QStringLiteral("nothing could be looked at"), memory.errorString(), false}};
    QFile pageMap(QStringLiteral("/proc/%1/pagemap").arg(m_pid));
    pageMap.open(QIODevice::ReadOnly | QIODevice::Unbuffered);  // without it, all pages are looked at
    QByteArray piece(static_cast<qsizetype>(PieceSize), Qt::Uninitialized);
    QList<MemoryHit> hits;
    for (const Mapping& mapping : mappingsIn(read(QStringLiteral("smaps")))) {
        if (!mapping.isWritable || mapping.to - mapping.from > LargestMapping)
            continue;
        for (const Range& range : writtenPagesOf(pageMap, mapping)) {
            for (const QString& name : namesIn(memory, piece, range, secrets))
                hits.append({name, mapping.line, mapping.isLocked});
        }
    }
    return hits;
}

QList<quint64> LiveProcess::lockedAddresses() const {
    QList<quint64> addresses;
    for (const Mapping& mapping : mappingsIn(read(QStringLiteral("smaps")))) {
        if (mapping.isLocked)
            addresses.append(mapping.from);
    }
    return addresses;
}

QByteArray LiveProcess::argumentsAndEnvironment() const {
    return read(QStringLiteral("cmdline")) + read(QStringLiteral("environ"));
}

QString LiveProcess::coreSizeLimit() const {
    static const QRegularExpression line(QStringLiteral("Max core file size\\s+(\\S+)\\s+(\\S+)"));
    const auto match = line.match(QString::fromUtf8(read(QStringLiteral("limits"))));
    return QString(match.captured(1) % u' ' % match.captured(2));
}

}  // namespace signet::test
