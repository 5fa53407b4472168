#include "foundation/program/run_program.h"
#include "gateway/gateway.h"

int main(int argc, char** argv) {
  voronka::process::StopSignal stop_signal;
  voronka::config::v1::Gateway configuration;
  return voronka::process::RunProgram(
      {"gateway", "Voronka's HTTP edge: the web client, gRPC-Web and JSON for every method."}, argc, argv,
      configuration, {.serve = [&] { voronka::gateway::Gateway(configuration).Serve(stop_signal); }});
}
