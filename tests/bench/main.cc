// Measures the services against the floor below which nothing can go, and prints a table.
//   voronka_bench [ROW...]
#include <cstdio>
#include <exception>

#include "tests/bench/measure/report.h"
#include "tests/bench/rows/move_deal.h"
#include "tests/bench/workbench.h"

int main() try {
  namespace bench = voronka::bench;
  bench::Report report;
  bench::Workbench workbench;
  bench::MoveDeal move_deal(workbench);
  workbench.StopRecording();
  move_deal.Measure(report);
  report.PrintTable();
} catch (const std::exception& failure) {
  std::fprintf(stderr, "%s\n", failure.what());
  return 1;
}
