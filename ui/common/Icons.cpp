#include "ui/common/Icons.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

QIcon load(QLatin1StringView name, std::initializer_list<int> sizes) {
    QIcon result;
    for (const int size : sizes) {
        const QString file = u":/icons/%1-%2.png"_s.arg(QString(name), QString::number(size));
        // The same when selected: a state has to keep its colour.
        for (const auto mode : {QIcon::Normal, QIcon::Selected})
            result.addFile(file, QSize(size, size), mode);
    }
    return result;
}

}  // namespace

QIcon icon(QLatin1StringView name) {
    static QHash<QByteArray, QIcon> loaded;
    QIcon& result = loaded[QByteArray(name.data(), name.size())];
    if (result.isNull())
        result = load(name, {16, 24, 32, 48, 64});
    return result;
}

QIcon applicationIcon() {
    return load("signet"_L1, {16, 24, 32, 48, 64, 128, 256});
}

}  // namespace signet::ui
