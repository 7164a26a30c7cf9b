#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Has the service validate what is to get an archive time stamp (the one container, or the one PDF, of each
 * session), to compare with afterwards; one task for each. What has no signature fails (NothingToArchive),
 * and nothing is sent for it. A validation that fails, or that `stop` cuts short, costs only the comparison.
 */
std::vector<QCoro::Task<>> validateBefore(const Context& ctx, const QList<SessionKey>& keys,
                                          const std::stop_token& stop);

/** What validation can add to a listing. */
enum class ArchiveLook {
    Added,     ///< the document has an archive time stamp that was not there before
    NotAdded,  ///< it has none
    Unknown,   ///< it cannot be validated, or had one before and does not tell of another
};

/** Validates the document after addArchive, and compares. */
QCoro::Task<ArchiveLook> lookForArchive(Context ctx, SessionKey key, Document document, std::stop_token stop);

/** Checks the document of a session that is said to be archived; what the check finds wrong is its checkError
 * (ArchiveNotSeen), and its state stays. */
QCoro::Task<> checkArchived(Context ctx, SessionKey key);

}  // namespace signet::signing
