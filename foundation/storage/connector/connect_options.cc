#include "foundation/storage/connector/connect_options.h"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>
#include <string>

namespace voronka::storage {
namespace {

constexpr int kDefaultPort = 3306;
constexpr int kConnectSeconds = 5;
// Longer than max_statement_time: if nothing arrives for that long, the server or the network is gone.
constexpr int kReadSeconds = 40;

bool IsLoopback(const std::string& host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

std::string Address(const config::v1::Database& database) {
  if (!database.unix_socket().empty()) return "unix://" + database.unix_socket();
  // The client library connects to its default unix socket for `localhost`.
  const std::string host = database.host() == "localhost" ? "127.0.0.1" : database.host();
  return fmt::format("tcp://{}:{}", host, database.port() == 0 ? kDefaultPort : database.port());
}

std::string Password(const config::v1::Database& database) {
  if (database.password_file().empty()) return {};
  std::ifstream file(database.password_file());
  std::string password;
  if (!std::getline(file, password)) {
    throw std::invalid_argument(fmt::format("cannot read the database password from {}", database.password_file()));
  }
  return password;
}

void RequireVerifiedServer(const config::v1::Database& database, sql::ConnectOptionsMap& options) {
  if (database.ca_file().empty()) {
    throw std::invalid_argument(fmt::format(
        "database host {} is not loopback: ca_file is required to encrypt the connection", database.host()));
  }
  options["sslCA"] = sql::SQLString(database.ca_file());
  // Without it, the connector silently falls back to clear text.
  options["sslVerify"] = true;
}

}  // namespace

bool NeedsEncryption(const config::v1::Database& database) {
  if (!database.unix_socket().empty()) return false;
  return !database.ca_file().empty() || !IsLoopback(database.host());
}

sql::ConnectOptionsMap ConnectOptions(const config::v1::Database& database, StatementLimit limit) {
  sql::ConnectOptionsMap options;
  options["hostName"] = sql::SQLString(Address(database));
  options["userName"] = sql::SQLString(database.user());
  options["password"] = sql::SQLString(Password(database));
  if (!database.schema().empty()) options["schema"] = sql::SQLString(database.schema());
  options["OPT_CHARSET_NAME"] = sql::SQLString("utf8mb4");
  options["OPT_CONNECT_TIMEOUT"] = kConnectSeconds;
  if (limit == StatementLimit::kRequest) options["OPT_READ_TIMEOUT"] = kReadSeconds;
  if (NeedsEncryption(database)) RequireVerifiedServer(database, options);
  return options;
}

}  // namespace voronka::storage
