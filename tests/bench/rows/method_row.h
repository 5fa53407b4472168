#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/bench/measure/report.h"
#include "tests/bench/workbench.h"

namespace voronka::bench {

// Who is compared: the service, and the floor that replays what the service was seen to send.
struct Contest {
  Workbench& workbench;
  Contender ours;
  Contender floor;
};

// A method of the CRM and what is measured of it.
class MethodRow {
 public:
  virtual ~MethodRow() = default;

  // As `/voronka.crm.v1.DealService/MoveDeal`.
  virtual std::string method() const = 0;
  // Makes calls to be recorded. One for each stage that requests may name where that changes what is sent, else one.
  virtual std::vector<std::function<SampleCall()>> samples(Workbench& workbench) = 0;
  virtual void Measure(const Contest& contest, Report& report) = 0;
};

// Records what the service does for each row's method, starts a floor that does the same, checks that it does, and
// measures.
void MeasureMethods(const std::vector<std::unique_ptr<MethodRow>>& rows, Report& report);

}  // namespace voronka::bench
