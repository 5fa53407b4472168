#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/bench/measure/figures.h"

namespace voronka::bench {

// What a run tells: details at once, the table at its end.
class Report {
 public:
  struct Row {
    std::string what;
    std::string ours;
    std::string floor = "";
    std::string ratio = "";
    std::string goal = "";
    bool met = true;
  };

  void Add(Row row) { rows_.push_back(std::move(row)); }

  // A line of its own, to be read while the run goes on.
  template <class... Arguments>
  void Tell(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::print("{}\n", fmt::format(format, std::forward<Arguments>(arguments)...));
    std::fflush(stdout);
  }
  void Show(const std::string& what, const std::string& who, const Figures& figures);
  // A row of the table: calls a second, at least that share of the floor's. `times_p99`: the goal for the slowest; 0:
  // none.
  void Compare(const std::string& what, const Figures& ours, const Figures& floor, double share, double times_p99);

  // In Markdown.
  void PrintTable() const;

 private:
  std::vector<Row> rows_;
};

}  // namespace voronka::bench
