#include "distribution_service/distribution.h"
#include "distribution_service/schema/migrations.h"
#include "foundation/rpc/server/service_tasks.h"

int main(int argc, char** argv) {
  voronka::process::StopSignal stop_signal;
  voronka::config::v1::Distribution configuration;
  return voronka::process::RunProgram(
      {"distribution_service",
       "Offers the deals of each queue to its members in turn and takes back what is not taken."},
      argc, argv, configuration,
      voronka::rpc::ServiceTasks(configuration, voronka::distribution_service::Migrations(),
                                 [&] { voronka::distribution::Distribution(configuration).Serve(stop_signal); }));
}
