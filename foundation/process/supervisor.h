#pragma once

namespace voronka::process {

// Tells systemd how far the process is (sd_notify), if it was started as a service of `Type=notify`. Otherwise, and if
// systemd cannot be told, nothing happens: the process itself does not depend on it.
void TellSupervisorServing();
void TellSupervisorStopping();

}  // namespace voronka::process
