#include <iostream>

#include "client/command_line/options.h"
#include "client/command_line/run.h"

int main(int argc, char** argv) {
  using namespace voronka::command_line;
  const auto parsed = ParseOptions(argc, argv);
  if (const auto* status = std::get_if<ExitStatus>(&parsed)) return static_cast<int>(*status);
  return static_cast<int>(Run(std::get<Options>(parsed), {.out = std::cout, .err = std::cerr}));
}
