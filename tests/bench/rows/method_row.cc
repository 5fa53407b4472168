#include "tests/bench/rows/method_row.h"

namespace voronka::bench {
namespace {

Script Record(Workbench& workbench, MethodRow& row) {
  Script script;
  script.set_method(row.method());
  for (const auto& sample : row.samples(workbench)) *script.add_courses() = workbench.recorder().Record(sample);
  return script;
}

void CheckFloor(Workbench& workbench, const Contender& floor, MethodRow& row, const Script& script) {
  int course = 0;
  for (const auto& sample : row.samples(workbench)) {
    workbench.recorder().CheckSends(floor.address, sample(), script.courses(course++));
  }
}

void Tell(const Script& script, Report& report) {
  const auto& course = script.courses(0);
  report.Tell("{} sends {} statements:", script.method(), course.steps_size());
  for (const auto& step : course.steps()) report.Tell("    {}", step.sql());
}

}  // namespace

void MeasureMethods(const std::vector<std::unique_ptr<MethodRow>>& rows, Report& report) {
  Workbench workbench;
  std::vector<Script> scripts;
  for (const auto& row : rows) {
    scripts.push_back(Record(workbench, *row));
    Tell(scripts.back(), report);
  }
  const Contest contest{workbench, workbench.Ours(), workbench.StartFloor("floor B", scripts)};
  for (size_t i = 0; i < rows.size(); ++i) CheckFloor(workbench, contest.floor, *rows[i], scripts[i]);
  workbench.StopRecording();
  for (const auto& row : rows) row->Measure(contest, report);
}

}  // namespace voronka::bench
