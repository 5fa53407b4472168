#include "foundation/storage/connector/session.h"

#include <cppconn/driver.h>
#include <cppconn/statement.h>

#include "foundation/storage/connector/connect_options.h"
#include "foundation/storage/connector/session_settings.h"

namespace voronka::storage {
namespace {

// By default, a server allows 16,382 for all its clients together.
constexpr size_t kStatementsPerSession = 256;

std::unique_ptr<sql::Connection> Connect(sql::ConnectOptionsMap options) {
  // Creating the driver is not thread-safe; initialising a static is.
  static sql::Driver* const driver = get_driver_instance();
  return std::unique_ptr<sql::Connection>(driver->connect(options));
}

}  // namespace

Session::Session(const config::v1::Database& database, StatementLimit limit)
    : connection_(Connect(ConnectOptions(database, limit))), statements_(kStatementsPerSession) {
  ApplySessionSettings(*connection_, limit);
  CheckSessionSettings(*connection_);
  CheckClock(*connection_);
  if (NeedsEncryption(database)) CheckEncryption(*connection_);
}

void Session::ExecuteUnprepared(std::string_view sql) {
  const std::unique_ptr<sql::Statement> statement(connection_->createStatement());
  statement->execute(std::string(sql));
}

PreparedStatement& Session::Prepared(std::string_view sql) {
  return statements_.Get(sql, [this](std::string_view text) {
    return PreparedStatement(std::unique_ptr<sql::PreparedStatement>(connection_->prepareStatement(std::string(text))));
  });
}

}  // namespace voronka::storage
