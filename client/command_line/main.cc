#include <iostream>

#include "client/command_line/options.h"
#include "client/command_line/run.h"

namespace command_line = voronka::command_line;

int main(int argc, char** argv) {
  const auto parsed = command_line::ParseOptions(argc, argv);
  if (const auto* status = std::get_if<command_line::ExitStatus>(&parsed)) return static_cast<int>(*status);
  return static_cast<int>(
      command_line::Run(std::get<command_line::Options>(parsed), {.out = std::cout, .err = std::cerr}));
}
