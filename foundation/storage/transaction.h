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

  // Runs after the body, in order of registration; may still throw, which rolls back everything. Meant for rows that
  // many transactions write, so that their locks are held as briefly as possible.
  void BeforeCommit(std::function<void()> hook) { before_commit_.push_back(std::move(hook)); }
  // Runs after all BeforeCommit hooks, right before COMMIT.
  void LastBeforeCommit(std::function<void()> hook) { last_before_commit_.push_back(std::move(hook)); }
  // Runs after COMMIT has succeeded. Must not throw: what is committed stays committed.
  void AfterCommit(std::function<void()> hook) { after_commit_.push_back(std::move(hook)); }

  // State shared by everything that works in the transaction: one T per attempt, created when it is first asked for.
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

// Runs the body between BEGIN and COMMIT; any exception rolls back. Reruns the whole on Retryable, at most five times,
// and once if the connection was lost before COMMIT: the body must have no effects outside the database. Throws
// UnknownOutcome if the connection was lost during COMMIT.
void RunTransaction(Connection& connection, const std::function<void(Transaction&)>& body);

}  // namespace voronka::storage
