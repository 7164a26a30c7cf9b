#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "fuzz/Fuzz.h"

// In place of libFuzzer: each of the files, and of the files in the folders, once.
namespace {

bool replay(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s cannot be read\n", qPrintable(path));
        return false;
    }
    const QByteArray bytes = file.readAll();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()));
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    QStringList files;
    for (int i = 1; i < argc; ++i) {
        const QFileInfo argument(QFile::decodeName(argv[i]));
        if (!argument.isDir())
            files.append(argument.filePath());
        for (const QFileInfo& each : QDir(argument.filePath()).entryInfoList(QDir::Files))
            files.append(each.filePath());
    }
    for (const QString& file : files) {
        if (!replay(file))
            return EXIT_FAILURE;
    }
    std::printf("%d files\n", static_cast<int>(files.size()));
    return files.isEmpty() ? EXIT_FAILURE : EXIT_SUCCESS;
}
