#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <array>
#include <memory>

#include "sandbox/SandboxThread.h"
#include "sandbox/card/VirtualCard.h"
#include "sandbox/card/VpcdLink.h"
#include "sandbox/pki/SealPfx.h"
#include "support/PcscDaemon.h"

namespace signet::test {

/** What one run of the real signet-cli said and how it ended. */
struct CliRun {
    int exitCode = -1;
    bool crashed = false;
    QByteArray output;
    QByteArray messages;
    QList<QJsonObject> lines;  ///< all JSON lines but the summary
    QJsonObject summary;       ///< what is in it

    /** For messages of tests. */
    QByteArray everything() const { return QByteArray(output + messages); }
    QList<QJsonObject> inState(const QString& state) const;
    QJsonObject of(const QString& sessionId) const;
    int count(const QString& state) const { return static_cast<int>(inState(state).size()); }
};

/** What lines tell beside what all of them tell, and in which states. */
enum class Contract { Change, Validate, Download };

/**
 * What keeps a run with --json from being what scripts may rely on: every line an object with all members and
 * of the right kinds, one for each picked session, the summary last and true. Empty if all is well.
 */
QString contractProblem(const CliRun& run, Contract contract = Contract::Change);

/**
 * A workbench for the command line as people have it: the program itself, the computer's pcscd with two
 * virtual readers, and a local SignAPI over TLS. Its runs share a journal of the bench's own, never the
 * person's.
 */
class CliBench {
public:
    explicit CliBench(const sandbox::SandboxOptions& options = {});
    ~CliBench();

    /** Empty, or what is missing. */
    QString startService();
    QString startCards();

    /** A card of the service's own PKI, in the first (0) or second (1) reader. Null if pcscd does not see it.
     */
    std::shared_ptr<sandbox::VirtualCard> insert(sandbox::CardPersonalisation personalisation,
                                                 const sandbox::VirtualCardOptions& options = {},
                                                 int reader = 0,
                                                 sandbox::CardPins pins = sandbox::CardPins::demo());
    /** A card of the service's own PKI for a reader that the bench does not know; the holder's name is
     * another one with `other`. */
    std::shared_ptr<sandbox::VirtualCard> makeCard(sandbox::CardPersonalisation personalisation,
                                                   const sandbox::VirtualCardOptions& options = {},
                                                   sandbox::CardPins pins = sandbox::CardPins::demo(),
                                                   bool other = false);
    /** The certificates of cards that are made from now on. */
    void setCertificates(const sandbox::CertificateTerms& terms) { m_terms = terms; }
    void removeCards();
    /** pcscd has a card in the reader, whoever put it there. */
    static bool waitForCard(int reader);

    sandbox::SandboxThread& service() { return m_service; }
    const QStringList& sessions() const { return m_service.info().sessions; }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    /** Where runs from now on keep what they do: a journal that is empty still. */
    void beginJournal();
    const QString& journalFile() const { return m_journal; }
    /** For runs from now on; empty: without it. */
    void setVariable(const QString& name, const QString& value) { m_variables.insert(name, value); }
    QString addSession(const QList<sandbox::SandboxDocument>& documents);
    /** So many sessions with a text of one's own each. */
    QStringList addSessions(int count);
    /** What is in the session; nothing unless it is one document. */
    sandbox::SandboxDocument onlyDocument(const QString& session);
    /** What sealing makes of this document, with an e-seal of the service's own PKI; `form` is an option. */
    sandbox::SandboxDocument sealed(const sandbox::SandboxDocument& document, const QString& form = {});
    /** A file in the bench's own folder; its path. */
    QString write(const QString& name, const QByteArray& content) const;

    QStringList serviceOptions() const;
    QStringList pinOptions(const QByteArray& pin = "123456\n") const;
    /** An e-seal of the service's own PKI, in files of the bench's folder; with
     * `passwordFile` in the password's file, and encrypted with `password`. */
    QStringList sealOptions(const QByteArray& passwordFile = "Zīmogs 1\n",
                            const QByteArray& password = "Zīmogs 1",
                            sandbox::PfxStyle style = sandbox::PfxStyle::Modern);
    static QStringList sessionOptions(const QStringList& sessions);
    /** "--auth-certificate" and the file that goes with sealOptions(). */
    QStringList authOptions() { return sealOptions().last(2); }
    /** `sign` with all of the above and --json. The last one leaves the PIN out. */
    QStringList signArguments(const QStringList& sessions, const QStringList& more = {}) const;

    QStringList signArgumentsWithoutPin(const QStringList& sessions) const;

    CliRun run(const QStringList& arguments, const QByteArray& input = {}) const;
    /** The same from a shell, with something done to the program's standard streams, such as ">&-". */
    CliRun runRedirected(const QStringList& arguments, const QString& redirection) const;
    /** The same in the background, for tests that interfere; end with finish(). */
    std::unique_ptr<QProcess> begin(const QStringList& arguments) const { return beginWith(arguments, {}); }
    enum class Output { Kept, OnTerminal };
    /** With a terminal (its path) as standard input and standard error, and perhaps as standard output. */
    std::unique_ptr<QProcess> beginWith(const QStringList& arguments, const QString& terminal,
                                        Output output = Output::Kept) const;
    static CliRun finish(QProcess& process);

private:
    std::unique_ptr<QProcess> makeProcess() const;

    QTemporaryDir m_folder;
    sandbox::SandboxThread m_service;
    PcscDaemon m_daemon;
    std::array<std::unique_ptr<sandbox::VpcdLink>, 2> m_links;
    sandbox::CertificateTerms m_terms;
    QString m_journal;
    int m_journals = 0;
    QMap<QString, QString> m_variables;
};

}  // namespace signet::test
