#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/bench/measure/figures.h"

namespace voronka::bench {

// What our share of the floor's calls a second is to be, and how many times its p99 ours may be; 0: no matter.
struct Goal {
  double share;
  double times_p99 = 0;
};

std::string Readable(const Figures& figures);

// What a run tells: details at once, the table at its end.
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

  // A line of its own, to be read while the run goes on.
  template <class... Arguments>
  void Tell(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    Print(fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  // Measures the trials in turn, and tells the figures of each.
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
