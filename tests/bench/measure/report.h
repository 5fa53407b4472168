#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/bench/measure/figures.h"

namespace voronka::bench {

// The goal: our minimum share of the floor's calls per second, and the maximum ratio of our p99 to the floor's. 0: no
// goal.
struct Goal {
  double share;
  double times_p99 = 0;
};

std::string Readable(const Figures& figures);

// The output of a run: details at once, the table at the end.
class Report {
 public:
  struct Row {
    std::string what;
    std::string ours;
    std::string floor = {};
    std::string ratio = {};
    std::string goal = {};
    bool met = true;
  };

  // A line to read while the run goes on.
  template <class... Arguments>
  void Tell(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    Print(fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  // Measures the trials in turn, and prints the figures of each.
  std::vector<Figures> Measure(const std::string& what, const std::vector<Trial>& trials, const Pace& pace);

  void Add(Row row) { rows_.push_back(std::move(row)); }
  void Compare(const std::string& what, const Figures& ours, const Figures& floor, const Goal& goal);

  // In Markdown.
  void PrintTable() const;

 private:
  static void Print(const std::string& line);

  std::vector<Row> rows_;
};

}  // namespace voronka::bench
