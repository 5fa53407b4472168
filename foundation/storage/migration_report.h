#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace voronka::process {
class Log;
}

namespace voronka::storage {

// What the log says of one migration while it runs.
class MigrationReport {
 public:
  // `log` may be null: nobody is told. `about`: the rows of the table.
  MigrationReport(process::Log* log, std::string_view migration, std::string_view table, int64_t about);

  // These two say so every half minute, however often they are called. `rows`: how many are done, if that is known.
  void GoesOn(std::optional<int64_t> rows);
  void Waits(const std::string& why);
  void IsApplied();

 private:
  bool IsTime();
  double Seconds() const;

  process::Log* const log_;
  const std::string migration_;
  const std::string table_;
  const int64_t about_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace voronka::storage
