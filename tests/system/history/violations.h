#pragma once

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace voronka::testing {

// A rule that a history breaks, and where.
struct Violation {
  std::string rule;
  std::string finding;

  friend bool operator==(const Violation&, const Violation&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Violation& violation) {
    return out << violation.rule << ": " << violation.finding;
  }
};

// The violations of one rule.
class Findings {
 public:
  explicit Findings(std::string rule) : rule_(std::move(rule)) {}

  template <class... Arguments>
  void Add(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    violations_.push_back({rule_, fmt::format(format, std::forward<Arguments>(arguments)...)});
  }

  const std::vector<Violation>& violations() const { return violations_; }

 private:
  const std::string rule_;
  std::vector<Violation> violations_;
};

}  // namespace voronka::testing
