#include "foundation/storage/errors.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace voronka::storage {
namespace {

constexpr int kDuplicateEntry = 1062;

bool OneOf(int code, std::initializer_list<int> codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool IsRetryable(int code) {
  return OneOf(code, {
                         1213,                          // deadlock
                         1205,                          // lock wait
                         1020,                          // record changed since it was read
                         3101,                          // Group Replication: refused by certification
                         8002, 8005, 8022, 8028, 9007,  // TiDB: write conflict, schema changed
                     });
}

bool IsRefusedConnection(int code) {
  return OneOf(code, {2002, 2003, 2005,  // nobody listens there
                      1040, 1203, 1226,  // too many connections
                      1129});            // host blocked
}

bool IsLostConnection(int code) {
  // Any other error of the client library leaves the connection closed or out of step with the server.
  if (code >= 2000 && code < 3000) return !IsRefusedConnection(code);
  return OneOf(code, {
                         1053,                    // shutdown in progress
                         1927, 3169, 4031,        // killed, or idle for too long
                         1290, 1836,              // became read-only: another server is the primary now
                         1158, 1159, 1160, 1161,  // packets lost
                     });
}

bool IsOverload(int code) {
  return OneOf(code, {
                         1317, 1969, 3024,  // interrupted, max_statement_time
                         1021, 1114, 1030,  // disk or table full, storage engine error
                         1037, 1038, 1041,  // out of memory
                         1461,              // too many prepared statements
                     });
}

// "Duplicate entry '7-x' for key 'accounts.by_name'"; some servers leave out the table name.
std::string KeyOf(std::string_view message) {
  constexpr std::string_view kBefore = "for key '";
  const size_t before = message.rfind(kBefore);
  if (before == std::string_view::npos) return {};
  std::string_view key = message.substr(before + kBefore.size());
  key = key.substr(0, key.find('\''));
  return std::string(key.substr(key.find('.') + 1));
}

}  // namespace

DuplicateKey::DuplicateKey(int code, const std::string& message) : DatabaseError(code, message), key_(KeyOf(message)) {}

void ThrowDatabaseError(int code, const std::string& message) {
  if (code == kDuplicateEntry) throw DuplicateKey(code, message);
  if (IsRetryable(code)) throw Retryable(code, message);
  if (IsLostConnection(code)) throw ConnectionLost(code, message);
  if (IsRefusedConnection(code) || IsOverload(code)) throw Unavailable(code, message);
  throw DatabaseError(code, message);
}

}  // namespace voronka::storage
