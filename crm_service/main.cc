#include "crm_service/crm.h"
#include "crm_service/schema/migrations.h"
#include "foundation/rpc/server/service_tasks.h"

int main(int argc, char** argv) {
  voronka::process::StopSignal stop_signal;
  voronka::config::v1::Crm configuration;
  return voronka::process::RunProgram(
      {"crm_service", "Voronka's system of record: accounts, deals, tasks and their event log."}, argc, argv,
      configuration, voronka::rpc::ServiceTasks(configuration, voronka::crm_service::Migrations(), [&] {
        voronka::crm::Crm(configuration).Serve(stop_signal);
      }));
}
