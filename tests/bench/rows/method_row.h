#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/bench/measure/report.h"
#include "tests/bench/workbench.h"

namespace voronka::bench {

// The two that are compared: the service, and the floor that replays the service's statements.
struct Contest {
  Workbench& workbench;
  Contender ours;
  Contender floor;
};

// A method of the CRM and what is measured of it.
class MethodRow {
 public:
  virtual ~MethodRow() = default;

  // For example `/voronka.crm.v1.DealService/MoveDeal`.
  virtual std::string method() const = 0;
  // Makes calls to be recorded: one for each stage if the stage changes the statements, else one.
  virtual std::vector<std::function<SampleCall()>> samples(Workbench& workbench) = 0;
  virtual void Measure(const Contest& contest, Report& report) = 0;
};

// Records what the service does for each row's method, starts a floor that does the same, checks it, and measures.
void MeasureMethods(const std::vector<std::unique_ptr<MethodRow>>& rows, Report& report);

}  // namespace voronka::bench
