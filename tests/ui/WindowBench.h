#pragma once

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "StagedReaders.h"
#include "sandbox/Demo.h"
#include "signing/SessionList.h"
#include "signing/journal/Journal.h"
#include "ui/common/LookAndLanguage.h"
#include "ui/window/MainWindow.h"

class QAbstractItemModel;

namespace signet::test {

/**
 * The real window over the demo's service and card, with settings of its own. A fresh one for each case;
 * widgets are found by their object names, as a person finds them by their looks.
 */
class WindowBench {
public:
    explicit WindowBench(sandbox::DemoOptions options = {}, std::shared_ptr<card::CardReaders> readers = {});
    /** The demo's readers, with something staged. */
    WindowBench(sandbox::DemoOptions options, const Staging& staging);
    ~WindowBench();
    Q_DISABLE_COPY_MOVE(WindowBench)

    /** Service and card; open() does it if it has not been done. */
    QString start();
    /** The window shown, connected to the service, the card read. Empty, or what did not come. */
    QString open();

    template <typename Widget = QWidget>
    Widget* find(const char* name) const {
        auto* found = window->findChild<Widget*>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("there is no %s in the window", name);
        return found;
    }
    /** The PIN dialog, if it is open. */
    QWidget* pinDialog() const;
    void click(const char* button) const;
    /** What the widget called `name` says: a label, a text, a button, an edit. */
    QString textOf(const char* name) const;
    /** The sentence above the work; empty if there is none. */
    QString message() const;

    void addSamples();
    /** Clicks "Sign" and waits for the PIN dialog. */
    bool signAndAwaitPin();
    /** Types into the dialog and clicks its button. */
    void enterPin(const QString& pin);
    /** Nothing is running any more, and it says how it ended. */
    bool awaitEnd(int milliseconds = 60'000);
    int countOf(signing::SessionState state) const;
    QStringList states() const;
    /** What the table shows. */
    QAbstractItemModel& table() const;

    sandbox::Demo demo;
    QTemporaryDir place;
    ui::UiSettings settings;
    signing::ProfileStore profiles;
    std::unique_ptr<signing::SecretStore> secrets;
    std::unique_ptr<signing::SecretStore> sealPasswords;
    signing::SessionList sessions;
    signing::ServiceDesk service;
    std::unique_ptr<signing::CardDesk> cards;
    std::shared_ptr<signing::Journal> journal =
        std::make_shared<signing::Journal>(place.filePath(QStringLiteral("journal.sqlite")));
    std::unique_ptr<ui::LookAndLanguage> lookAndLanguage;
    std::unique_ptr<ui::MainWindow> window;

private:
    bool m_started = false;
    std::shared_ptr<card::CardReaders> m_readers;
};

/** The password of the demo's e-seal. */
inline QString sealPassword() {
    const base::SecretBytes password = sandbox::Demo::sealPassword();
    return QString::fromUtf8(password.view());
}
/** The PIN2 of demo cards, and one that is wrong. */
inline QString goodPin() {
    return QStringLiteral("123456");
}
inline QString wrongPin() {
    return QStringLiteral("654321");
}

}  // namespace signet::test
