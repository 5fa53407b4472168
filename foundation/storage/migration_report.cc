#include "foundation/storage/migration_report.h"

#include <vector>

#include "foundation/process/log.h"

namespace voronka::storage {
namespace {

constexpr std::chrono::seconds kBetweenReports{30};

}  // namespace

MigrationReport::MigrationReport(process::Log* log, std::string_view migration, std::string_view table, int64_t about)
    : log_(log), migration_(migration), table_(table), about_(about) {
  // A new system has nothing to wait for.
  if (log_ == nullptr || about_ == 0) return;
  log_->Info("migration begins", {{"migration", migration_}, {"table", table_}, {"rows_about", about_}});
  next_ = start_ + kBetweenReports;
}

bool MigrationReport::IsTime() {
  const auto now = std::chrono::steady_clock::now();
  if (log_ == nullptr || now < next_) return false;
  next_ = now + kBetweenReports;
  return true;
}

double MigrationReport::Seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void MigrationReport::GoesOn(std::optional<int64_t> rows) {
  if (!IsTime()) return;
  std::vector<process::LogField> fields = {{"migration", migration_}, {"table", table_}};
  if (rows) fields.emplace_back("rows", *rows);
  fields.emplace_back("rows_about", about_);
  fields.emplace_back("seconds", Seconds());
  log_->Info("migration goes on", fields);
}

void MigrationReport::Waits(const std::string& why) {
  if (!IsTime()) return;
  log_->Warning("migration waits",
                {{"migration", migration_}, {"table", table_}, {"seconds", Seconds()}, {"reason", why}});
}

void MigrationReport::IsApplied() {
  if (log_ == nullptr || about_ == 0) return;
  log_->Info("migration is applied", {{"migration", migration_}, {"seconds", Seconds()}});
}

}  // namespace voronka::storage
