#include "crm_service/crm.h"
#include "foundation/process/run_program.h"

int main(int argc, char** argv) {
  using namespace voronka;
  process::StopSignal stop_signal;
  config::v1::Crm configuration;
  return process::RunProgram({"crm_service", "Voronka's system of record: accounts, deals, tasks and their event log."},
                             argc, argv, configuration, [&] { crm::Crm(configuration).Serve(stop_signal); });
}
