#include "support/XScreen.h"

#include <QProcessEnvironment>
#include <QRegularExpression>

namespace signet::test {

XScreen::~XScreen() {
    m_server.terminate();
    if (!m_server.waitForFinished(5'000))
        m_server.kill();
    m_server.waitForFinished();
}

QString XScreen::start() {
    // It says which number was free.
    m_server.start(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                    QStringLiteral("0"), QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"),
                    QStringLiteral("tcp"), QStringLiteral("-noreset")});
    while (m_server.state() != QProcess::NotRunning && !m_server.canReadLine()) {
        if (!m_server.waitForReadyRead(20'000))
            break;
    }
    const QByteArray number = m_server.readLine().trimmed();
    if (number.isEmpty())
        return QStringLiteral("Xvfb does not start: ") +
               QString::fromLocal8Bit(m_server.readAllStandardError());
    m_display = QString(u':' % QString::fromLatin1(number));
    return run({QStringLiteral("version")}) ? QString() : QStringLiteral("xdotool is missing.");
}

bool XScreen::run(const QStringList& arguments, const QByteArray& input) const {
    QProcess keys;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_display);
    keys.setProcessEnvironment(environment);
    keys.start(QStringLiteral("xdotool"), arguments);
    keys.write(input);
    keys.closeWriteChannel();
    return keys.waitForFinished(20'000) && keys.exitStatus() == QProcess::NormalExit && keys.exitCode() == 0;
}

bool XScreen::focus(const QString& title) const {
    return run({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"),
                QString(u'^' % QRegularExpression::escape(title) % u'$'), QStringLiteral("windowfocus"),
                QStringLiteral("--sync")});
}

bool XScreen::type(const QByteArray& text) const {
    return run({QStringLiteral("type"), QStringLiteral("--file"), QStringLiteral("-")}, text);
}

bool XScreen::press(const QString& key) const {
    return run({QStringLiteral("key"), key});
}

}  // namespace signet::test
