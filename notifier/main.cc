#include "foundation/rpc/server/service_tasks.h"
#include "notifier/notifier.h"
#include "notifier/schema/migrations.h"

int main(int argc, char** argv) {
  voronka::process::StopSignal stop_signal;
  voronka::config::v1::Notifier configuration;
  return voronka::process::RunProgram(
      {"notifier", "Voronka's reminders and every user's inbox, streamed live."}, argc, argv, configuration,
      voronka::rpc::ServiceTasks(configuration, voronka::notifier::Migrations(),
                                 [&] { voronka::notifier::Notifier(configuration).Serve(stop_signal); }));
}
