#pragma once

/** From now on, being asked to stop (SIGTERM, SIGINT; the console's Ctrl-C) ends the application's event
 * loop. */
void quitWhenAskedToStop();
