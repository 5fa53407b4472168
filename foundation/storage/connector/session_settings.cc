#include "foundation/storage/connector/session_settings.h"

#include <cppconn/exception.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>
#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace voronka::storage {
namespace {

constexpr int kUnknownSystemVariable = 1193;

// Only MariaDB executes /*M! … */. idle_write_transaction_timeout releases the locks of a process that hangs.
constexpr const char* kSettings = R"sql(
    SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
        time_zone = '+00:00',
        collation_connection = 'utf8mb4_unicode_ci',
        innodb_lock_wait_timeout = 3
        /*M! , idle_write_transaction_timeout = 5, max_statement_time = {} */)sql";

using ResultSet = std::unique_ptr<sql::ResultSet>;

ResultSet Select(sql::Connection& connection, const std::string& sql) {
  const std::unique_ptr<sql::Statement> statement(connection.createStatement());
  ResultSet result(statement->executeQuery(sql));
  if (!result->next()) throw std::runtime_error("the database answers nothing to " + sql);
  return result;
}

ResultSet SelectSettings(sql::Connection& connection, const std::string& isolation_variable) {
  return Select(connection, fmt::format("SELECT @@{}, @@sql_mode, @@time_zone, @@character_set_connection, "
                                        "@@character_set_client, @@innodb_lock_wait_timeout",
                                        isolation_variable));
}

// The name of the isolation variable depends on the server.
ResultSet SelectSettings(sql::Connection& connection) {
  try {
    return SelectSettings(connection, "tx_isolation");
  } catch (const sql::SQLException& error) {
    if (error.getErrorCode() != kUnknownSystemVariable) throw;
    return SelectSettings(connection, "transaction_isolation");
  }
}

void Require(bool holds, const char* setting, const std::string& actual) {
  if (!holds) throw std::runtime_error(fmt::format("the database refuses the setting {}: it is {}", setting, actual));
}

void RequireEqual(const sql::ResultSet& settings, uint32_t column, const char* setting, const std::string& wanted) {
  const std::string actual = settings.getString(column);
  Require(actual == wanted, setting, actual);
}

}  // namespace

void ApplySessionSettings(sql::Connection& connection, StatementLimit limit) {
  const std::unique_ptr<sql::Statement> statement(connection.createStatement());
  statement->execute(fmt::format(kSettings, limit == StatementLimit::kRequest ? 30 : 0));
  statement->execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
}

void CheckSessionSettings(sql::Connection& connection) {
  const ResultSet settings = SelectSettings(connection);
  RequireEqual(*settings, 1, "transaction isolation", "READ-COMMITTED");
  const std::string sql_mode = settings->getString(2);
  Require(sql_mode.find("STRICT_ALL_TABLES") != std::string::npos, "sql_mode", sql_mode);
  RequireEqual(*settings, 3, "time_zone", "+00:00");
  RequireEqual(*settings, 4, "character_set_connection", "utf8mb4");
  RequireEqual(*settings, 5, "character_set_client", "utf8mb4");
  RequireEqual(*settings, 6, "innodb_lock_wait_timeout", "3");
}

void CheckClock(sql::Connection& connection) {
  // With the server option --sysdate-is-now, SYSDATE is the same as NOW.
  const ResultSet clocks = Select(connection, "SELECT SLEEP(0.001), SYSDATE(6) > NOW(6)");
  if (!clocks->getBoolean(2)) throw std::runtime_error("the database's SYSDATE does not tell the time of the moment");
}

void CheckEncryption(sql::Connection& connection) {
  const std::string cipher = Select(connection, "SHOW STATUS LIKE 'Ssl_cipher'")->getString(2);
  if (cipher.empty()) throw std::runtime_error("the connection to the database is not encrypted");
}

}  // namespace voronka::storage
