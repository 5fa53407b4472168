#include "distribution_service/distribution.h"
#include "foundation/program/run_program.h"

int main(int argc, char** argv) {
  voronka::process::StopSignal stop_signal;
  voronka::config::v1::Distribution configuration;
  const voronka::process::Program program = {
      "distribution_service",
      "Offers the deals of each queue to its members in turn and takes back what is not taken."};
  return voronka::process::RunProgram(program, argc, argv, configuration,
                                      [&] { voronka::distribution::Distribution(configuration).Serve(stop_signal); });
}
