#pragma once

#include "sandbox/Demo.h"
#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"
#include "unit/signing/BatchBench.h"

namespace signet::test {

/** One real sandbox and one card for many small runs, each over sessions of its own. */
class FaultBench {
public:
    /** Empty, or what did not come. */
    QString start();

    /** New sessions with a letter in each; signed already, if they are to be archived. Their identifiers. */
    QStringList newSessions(int count, signing::Operation operation);
    /** One letter for each session's state, in their order: F finalized, x failed, U unconfirmed, C
     * cancelled. */
    QString run(const QStringList& ids, signing::Operation operation);

    /** The most often that one of these sessions was really signed, sealed or archived since newSessions().
     */
    int mostChanges(const QStringList& ids, signing::Operation operation) const;

    sandbox::Demo demo;

private:
    signing::BatchOrder orderFor(signing::Operation operation) const;

    signing::ServiceDesk m_desk;
    std::unique_ptr<signing::CardDesk> m_cards;
    ScriptedAttendant m_attendant;
    std::optional<signing::SealIdentity> m_seal;
    QTemporaryDir m_folder;
};

}  // namespace signet::test
