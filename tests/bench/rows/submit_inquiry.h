#pragma once

#include "tests/bench/rows/method_row.h"

namespace voronka::bench {

// Inquiries of unknown clients: each creates a contact and a deal.
class SubmitInquiry final : public MethodRow {
 public:
  std::string method() const override;
  std::vector<std::function<SampleCall()>> samples(Workbench& workbench) override;
  void Measure(const Contest& contest, Report& report) override;

 private:
  int clients_ = 0;
};

}  // namespace voronka::bench
