#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/process/clock.h"
#include "foundation/process/random.h"
#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/storage/ids.h"
#include "foundation/storage/transaction.h"

namespace voronka::rpc {

// What a session tells the world by the event log, when it commits.
struct Announcement {
  int64_t account_id;
  // Whom it is for, where only some read it: a user's id in the notifier; else 0.
  int64_t topic;
  // A serialised message.
  std::string payload;
};

class EventSink {
 public:
  virtual ~EventSink() = default;
  // Runs right before COMMIT, once in a transaction, with what all its sessions tell.
  virtual void Write(storage::Connection& db, const std::vector<Announcement>& announcements) = 0;
  // Runs right after it, on the same connection. Must not throw.
  virtual void Committed(storage::Connection& db, const std::vector<Announcement>& announcements) = 0;
};

class Session;

// What users may do now, where a process can know it better than their tokens.
class CurrentRights {
 public:
  virtual ~CurrentRights() = default;
  // In the session's transaction: the caller's role is what the token tells, and stays so until the transaction ends.
  virtual bool AreAsTold(Session& session) = 0;
};

// What every session of a process needs.
struct Surroundings {
  const process::Clock& clock;
  process::Random& random;
  storage::Ids& ids;
  // Null in a service that has no event log.
  EventSink* events;
  // Null in a service that knows no users.
  CurrentRights* rights = nullptr;
};

// Why a session runs: the request, or what stands for one.
struct Origin {
  std::string request_id;
  // The method, as `voronka.crm.v1.DealService.MoveDeal`.
  std::string cause;
};

// One request at work: its database connection (in a transaction if it writes), who asks and why.
class Session {
 public:
  // Reads only.
  Session(const Surroundings& surroundings, storage::Connection& connection, const Caller& who, const Origin& why)
      : db(connection), caller(who), origin(why), surroundings_(surroundings) {}
  // Reads and writes.
  Session(const Surroundings& surroundings, storage::Transaction& transaction, const Caller& who, const Origin& why)
      : db(transaction.db), caller(who), origin(why), surroundings_(surroundings), transaction_(&transaction) {}
  // The same, for another caller: of a call that names no account, it may turn out which it is about.
  Session(Session& same, const Caller& who)
      : db(same.db),
        caller(who),
        origin(same.origin),
        surroundings_(same.surroundings_),
        transaction_(same.transaction_) {}
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  storage::Connection& db;
  const Caller& caller;
  const Origin& origin;

  int64_t account_id() const { return caller.account_id; }
  // The process's clock, corrected to the database's: microseconds since 1970 UTC. What a deadline is compared with is
  // read from the database itself.
  int64_t Now() const { return surroundings_.clock.NowMicros(); }
  // A number that no other `kind` of the account has or will have.
  int64_t NextId(std::string_view kind, storage::Numbering numbering = storage::Numbering::kForPeople) {
    return surroundings_.ids.Next(account_id(), kind, numbering);
  }
  process::Random& random() { return surroundings_.random; }

  void Announce(Announcement announcement);
  // After the body and before the events are written; may throw.
  void BeforeCommit(std::function<void()> action) { writing().BeforeCommit(std::move(action)); }
  // Must not throw.
  void AfterCommit(std::function<void()> action) { writing().AfterCommit(std::move(action)); }
  // What the session did stays, and yet the call is answered with this. Only for methods without a request_id, whose
  // retries would get the kept answer.
  void FailAfterCommit(Error error);
  const std::optional<Error>& failure() const { return failure_; }

 private:
  storage::Transaction& writing();

  const Surroundings& surroundings_;
  storage::Transaction* transaction_ = nullptr;
  std::optional<Error> failure_;
};

}  // namespace voronka::rpc
