#pragma once

#include <QString>
#include <optional>

#include "base/Error.h"
#include "signing/Session.h"

/** What will be done to sessions, said before it is done. */
namespace signet::ui {

/** What a person wants done to whatever is marked. */
struct Intent {
    signing::Operation operation = signing::Operation::Sign;
    signing::ResultForm form = signing::ResultForm::Container;
    bool operator==(const Intent&) const = default;
};

/** It can be part of such a run: it was something at all when it was picked, is not in doubt, and this has
 * not been done to it already. */
bool canBePicked(const signing::Session& session, signing::Operation operation);

/** Why it cannot come to what is intended (PDF for three files, nothing to archive), as far as is known
 * before. */
std::optional<base::Error> obstacleFor(const signing::Session& session, const Intent& intent);

/** What is to be made of it: its own choice goes before what is chosen for all. */
signing::ResultForm formOf(const signing::Session& session, const Intent& intent);

/** It has a choice of its own that counts for what is intended. */
bool hasOwnForm(const signing::Session& session, const Intent& intent);

/** "adds your signature to contract.asice", or the sentence that says why not. */
QString planOf(const signing::Session& session, const Intent& intent);

/** The same in whole sentences, with what to do where it is impossible. */
QString planSentences(const signing::Session& session, const Intent& intent);

/** The same for many sessions together, in a sentence or two. */
QString planOf(const QList<const signing::Session*>& sessions, const Intent& intent);

}  // namespace signet::ui
