#pragma once

#include <stdexcept>
#include <string>

namespace voronka::storage {

class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  // The error number of the server or the client library; 0 if the connector itself found the error.
  int code() const { return code_; }

 private:
  int code_;
};

// A unique key rejected the row. Only the statement is undone; the transaction goes on.
class DuplicateKey : public DatabaseError {
 public:
  DuplicateKey(int code, const std::string& message);
  // The key's name in the table (`PRIMARY`); empty if the server does not report it.
  const std::string& key() const { return key_; }

 private:
  std::string key_;
};

// Deadlock, lock wait or write conflict: the whole transaction may succeed if it is run again.
class Retryable : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

// The database cannot answer now: unreachable, overloaded, read-only, full, or the statement took too long.
class Unavailable : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

// The connection is lost, and with it the transaction that was open on it.
class ConnectionLost : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

// COMMIT got no answer, so it may or may not have taken effect. Whoever retries must be able to tell.
class UnknownOutcome : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

[[noreturn]] void ThrowDatabaseError(int code, const std::string& message);

}  // namespace voronka::storage
