#pragma once

#include <functional>
#include <map>
#include <memory>
#include <typeindex>
#include <vector>

#include "foundation/storage/connection.h"

namespace voronka::storage {

// One attempt of a transaction.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : db(connection) {}

  Connection& db;

  // Runs after the body, in order; may still fail and so undo everything. For rows that many transactions write: their
  // locks are held for as short as can be.
  void BeforeCommit(std::function<void()> hook) { before_commit_.push_back(std::move(hook)); }
  // Runs after all of those, right before COMMIT.
  void LastBeforeCommit(std::function<void()> hook) { last_before_commit_.push_back(std::move(hook)); }
  // Runs once COMMIT has succeeded. Must not throw: what is done stays done.
  void AfterCommit(std::function<void()> hook) { after_commit_.push_back(std::move(hook)); }

  // What all who work in it have in common: the attempt's own T, made when it is first asked for.
  template <class T>
  T& Common() {
    auto& common = common_[typeid(T)];
    if (!common) common = std::make_shared<T>();
    return *static_cast<T*>(common.get());
  }

 private:
  friend void RunTransaction(Connection& connection, const std::function<void(Transaction&)>& body);
  void Attempt(const std::function<void(Transaction&)>& body);
  void Announce() const;

  std::vector<std::function<void()>> before_commit_;
  std::vector<std::function<void()>> last_before_commit_;
  std::vector<std::function<void()>> after_commit_;
  std::map<std::type_index, std::shared_ptr<void>> common_;
};

// Runs the body between BEGIN and COMMIT; any exception rolls back. The whole is rerun on Retryable, at most five
// times, and once where the connection was lost before COMMIT: the body must not leave traces outside the database.
// Throws UnknownOutcome where the connection was lost in COMMIT.
void RunTransaction(Connection& connection, const std::function<void(Transaction&)>& body);

}  // namespace voronka::storage
