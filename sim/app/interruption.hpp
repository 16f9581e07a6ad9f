#pragma once

namespace sendcap::app {

// From now on Ctrl-C asks the run to stop and write what is complete; a second one ends the program at once.
void listen_for_interruption();

// Whether it was asked to stop.
[[nodiscard]] bool interruption_asked();

}  // namespace sendcap::app
