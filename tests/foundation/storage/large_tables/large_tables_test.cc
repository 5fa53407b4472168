#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <random>
#include <string_view>
#include <thread>

#include "foundation/storage/connection.h"
#include "tests/support/database.h"
#include "tests/support/programs.h"
#include "tests/support/steady_writer.h"

namespace voronka::storage {
namespace {

using voronka::testing::SteadyWriter;

int64_t TableSize() {
  const char* full = std::getenv("VORONKA_FULL");
  return full != nullptr && std::string_view(full) == "1" ? 10'000'000 : 200'000;
}

class LargeTables : public ::testing::Test {
 protected:
  LargeTables() {
    Connection db(database_);
    db.ExecuteUnprepared(
        "CREATE TABLE notes (account_id BIGINT NOT NULL, id BIGINT NOT NULL, state INT NOT NULL, text VARCHAR(200) NOT "
        "NULL DEFAULT '', PRIMARY KEY (account_id, id))");
    constexpr int64_t kStep = 500'000;
    Connection filler(database_, StatementLimit::kNone);
    for (int64_t first = 1; first <= rows_; first += kStep) {
      filler.ExecuteUnprepared(
          fmt::format("INSERT INTO notes SELECT seq DIV 10000, seq, seq % 5, REPEAT('Перезвонить. ', 1 + seq % 6) FROM "
                      "seq_{}_to_{}",
                      first, std::min(first + kStep - 1, rows_)));
    }
  }

  ~LargeTables() override {
    std::ifstream log(log_);
    std::cout << std::string(std::istreambuf_iterator<char>(log), {});
    std::filesystem::remove(log_);
  }

  pid_t StartMigrator() {
    return voronka::testing::StartProgram({VORONKA_MIGRATOR, database_.unix_socket(), database_.schema()}, log_);
  }

  // When the migrator has come to that, and then for a while.
  void KillMigratorWhen(const std::function<bool()>& is_there, std::chrono::milliseconds later) {
    const pid_t migrator = StartMigrator();
    while (!is_there()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::this_thread::sleep_for(later);
    kill(migrator, SIGKILL);
    EXPECT_EQ(voronka::testing::AwaitProgram(migrator), SIGKILL) << "it had come to its end already";
  }

  bool Runs(std::string_view statement) {
    return !db_.Query(fmt::format("SELECT 1 FROM information_schema.processlist WHERE info LIKE '{}%'", statement))
                .empty();
  }

  // As of an installation: Debian's sizes, and deploy/debian/tree/etc/mysql/mariadb.conf.d/60-voronka.cnf.
  voronka::testing::PrivateMariaDb server_{
      {"--innodb-buffer-pool-size=128M", "--innodb-log-file-size=96M", "--innodb-sort-buffer-size=64K"}};
  const config::v1::Database database_ = server_.FreshSchema();
  const std::string log_ =
      (std::filesystem::temp_directory_path() / fmt::format("voronka-migrator-{}.log", getpid())).string();
  const int64_t rows_ = TableSize();
  Connection db_{database_};
};

// All of a company's day, so to speak: notes are written and changed while their table gets a column, an index, values
// in each row, is built anew and loses what it had, and while whoever does that is killed.
TEST_F(LargeTables, AreMigratedWhileOthersWrite) {
  SteadyWriter inserting(database_, [next = int64_t{0}](Connection& db) mutable {
    db.Execute("INSERT INTO notes (account_id, id, state) VALUES (-1, ?, 1)", ++next);
  });
  std::mt19937_64 random(1);
  SteadyWriter updating(database_, [&](Connection& db) {
    const auto id = std::uniform_int_distribution<int64_t>(1, rows_)(random);
    db.Execute("UPDATE notes SET state = state + 1 WHERE account_id = ? AND id = ?", id / 10'000, id);
  });

  KillMigratorWhen([this] { return Runs("CREATE INDEX"); }, std::chrono::milliseconds(50));
  KillMigratorWhen([this] { return Runs("UPDATE notes SET length"); }, std::chrono::milliseconds(300));
  ASSERT_EQ(voronka::testing::AwaitProgram(StartMigrator()), 0);

  const double inserted_after = inserting.LongestWait();
  const double updated_after = updating.LongestWait();
  fmt::print("{} rows; longest wait of {} inserts: {:.3f} s, of {} updates: {:.3f} s\n", rows_, inserting.writes(),
             inserted_after, updating.writes(), updated_after);
  EXPECT_LT(inserted_after, 1);
  EXPECT_LT(updated_after, 1);
  EXPECT_GT(inserting.writes(), 100);

  EXPECT_EQ(db_.Query("SELECT COUNT(*) FROM schema_migrations").at(0).Int(0), 6);
  // The length of each text, by how many rows it has: the text itself is gone.
  EXPECT_EQ(db_.Query("SELECT 1 FROM notes WHERE account_id >= 0 AND length <> 13 * (1 + id % 6) LIMIT 1").size(), 0U);
  EXPECT_EQ(db_.Query("SELECT COUNT(*) FROM notes WHERE account_id >= 0").at(0).Int(0), rows_);
}

}  // namespace
}  // namespace voronka::storage
