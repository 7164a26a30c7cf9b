#pragma once

#include <QIcon>
#include <QString>

#include "signing/Session.h"
#include "ui/operation/PlanText.h"

/** A session in words and pictures. */
namespace signet::ui {

/** "Ready", "Signing…", "Signed" ... in the language of the moment. */
QString stateText(const signing::Session& session);
QIcon stateIcon(signing::SessionState state);

/** The same with what is intended: a session that waits and cannot come to it says so. */
QString stateText(const signing::Session& session, const Intent& intent);
QIcon stateIcon(const signing::Session& session, const Intent& intent);

/** What a person knows the session by; nothing in it can pretend to be something else. */
QString titleText(const signing::Session& session);

/** What became of it: where the signed document is, or what went wrong. Empty while there is nothing to say.
 */
QString resultText(const signing::Session& session);

}  // namespace signet::ui
