#include "crm_service/crm.h"
#include "foundation/program/run_program.h"

int main(int argc, char** argv) {
  voronka::process::StopSignal stop_signal;
  voronka::config::v1::Crm configuration;
  return voronka::process::RunProgram(
      {"crm_service", "Voronka's system of record: accounts, deals, tasks and their event log."}, argc, argv,
      configuration, [&] { voronka::crm::Crm(configuration).Serve(stop_signal); });
}
