#include "foundation/process/run_program.h"
#include "notifier/notifier.h"

int main(int argc, char** argv) {
  using namespace voronka;
  process::StopSignal stop_signal;
  config::v1::Notifier configuration;
  return process::RunProgram({"notifier", "Voronka's reminders and every user's inbox, streamed live."}, argc, argv,
                             configuration, [&] { notifier::Notifier(configuration).Serve(stop_signal); });
}
