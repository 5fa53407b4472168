#include "distribution_service/distribution.h"
#include "foundation/process/run_program.h"

int main(int argc, char** argv) {
  using namespace voronka;
  process::StopSignal stop_signal;
  config::v1::Distribution configuration;
  const process::Program program = {
      "distribution_service",
      "Offers the deals of each queue to its members in turn and takes back what is not taken."};
  return process::RunProgram(program, argc, argv, configuration,
                             [&] { distribution::Distribution(configuration).Serve(stop_signal); });
}
