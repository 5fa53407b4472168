#pragma once

#include <stdexcept>
#include <string>

namespace voronka::storage {

class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  // The server's or the client library's error number; 0 where the connector found the fault itself.
  int code() const { return code_; }

 private:
  int code_;
};

// A unique key refused the row. Only the statement is undone, the transaction goes on.
class DuplicateKey : public DatabaseError {
 public:
  DuplicateKey(int code, const std::string& message);
  // As the table names it (`PRIMARY`); empty where the server does not tell.
  const std::string& key() const { return key_; }

 private:
  std::string key_;
};

// Deadlock, lock wait, write conflict: the whole transaction may succeed when it is run again.
class Retryable : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

// The database cannot answer now: away, overloaded, read-only, full, or the statement took too long.
class Unavailable : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

// The connection is gone, and with it the transaction that was open on it.
class ConnectionLost : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

// COMMIT was not answered: committed or not. Whoever repeats must be able to tell.
class UnknownOutcome : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

[[noreturn]] void ThrowDatabaseError(int code, const std::string& message);

}  // namespace voronka::storage
