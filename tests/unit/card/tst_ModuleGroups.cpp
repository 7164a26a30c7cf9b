#include <QTest>

#include "card/ModuleGroups.h"

using namespace signet::card;

/** Which slots of a module are one card, and what it is called. */
class TestModuleGroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slotsOfOneCard();
    void namesDiffer();
    void moduleNames();

private:
    static ModuleSlotToken token(quint64 slot, const QString& description, const QString& label,
                                 const QString& serial) {
        ModuleSlotToken made;
        made.slot = {slot, description};
        made.token.label = label;
        made.token.serial = serial;
        made.token.initialised = true;
        return made;
    }
};

void TestModuleGroups::slotsOfOneCard() {
    const QString reader = QStringLiteral("Reader 00 00");
    auto empty = token(9, reader, {}, {});
    empty.token.initialised = false;
    const auto groups = groupsOf(
        {token(0, reader, QStringLiteral("ANNA (PIN1)"), QStringLiteral("AS1")),
         token(1, reader, QStringLiteral("ANNA (PIN2)"), QStringLiteral("AS1")),
         token(4, QStringLiteral("Reader 01 00"), QStringLiteral("OTTO"), QStringLiteral("AS1")), empty},
        QStringLiteral("opensc-pkcs11"));
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups[0].name, QStringLiteral("Reader 00 00 (opensc-pkcs11)"));
    QCOMPARE(groups[0].members.size(), 2);
    QCOMPARE(groups[1].name, QStringLiteral("Reader 01 00 (opensc-pkcs11)"));
    QCOMPARE(groups[1].members.first().slot.id, quint64{4});
}

void TestModuleGroups::namesDiffer() {
    const QString same = QStringLiteral("HSM");
    const QString label = QStringLiteral("L");
    const auto groups = groupsOf(
        {token(0, same, label, QStringLiteral("1")), token(1, same, label, QStringLiteral("2")),
         token(2, same, label, QStringLiteral("3")), token(3, QString(), label, QStringLiteral("4"))},
        QStringLiteral("m"));
    QStringList names;
    for (const ModuleGroup& group : groups)
        names.append(group.name);
    QCOMPARE(names, (QStringList{QStringLiteral("HSM (m)"), QStringLiteral("HSM, L (m)"),
                                 QStringLiteral("HSM, 2 (m)"), QStringLiteral("L (m)")}));
}

void TestModuleGroups::moduleNames() {
    QCOMPARE(ModuleCalls::nameOf(QStringLiteral("/usr/lib/opensc-pkcs11.so")),
             QStringLiteral("opensc-pkcs11"));
    QCOMPARE(ModuleCalls::nameOf(QStringLiteral("/opt/a/libeToken.so.10.8")), QStringLiteral("libeToken"));
}

QTEST_GUILESS_MAIN(TestModuleGroups)
#include "tst_ModuleGroups.moc"
