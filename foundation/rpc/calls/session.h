#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/process/clock.h"
#include "foundation/process/random.h"
#include "foundation/rpc/calls/answer_veil.h"
#include "foundation/rpc/calls/caller.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/storage/ids.h"
#include "foundation/storage/transaction.h"

namespace voronka::rpc {

// What a session announces through the event log when it commits.
struct Announcement {
  int64_t account_id;
  // Who it is for, if only some readers get it: a user's id in the notifier; otherwise 0.
  int64_t topic;
  // A serialised message.
  std::string payload;
};

class EventSink {
 public:
  virtual ~EventSink() = default;
  // Runs right before COMMIT, once per transaction, with the announcements of all its sessions.
  virtual void Write(storage::Connection& db, const std::vector<Announcement>& announcements) = 0;
  // Runs right after COMMIT, on the same connection. Must not throw.
  virtual void Committed(storage::Connection& db, const std::vector<Announcement>& announcements) = 0;
};

class Session;

// What users may do now, for a process that can know it better than their tokens.
class CurrentRights {
 public:
  virtual ~CurrentRights() = default;
  // Runs in the session's transaction. True if the caller's role is what the token says; it then stays so until the
  // transaction ends.
  virtual bool AreStillValid(Session& session) = 0;
};

// What every session of a process needs.
struct SessionContext {
  const process::Clock& clock;
  process::Random& random;
  storage::Ids& ids;
  // Null in a service without an event log.
  EventSink* events;
  // Null in a service that does not know users.
  CurrentRights* rights = nullptr;
  // Null in a service whose answers anybody who may call may read.
  AnswerVeil* veil = nullptr;
};

// Why a session runs: the request, or what takes its place.
struct Origin {
  std::string request_id;
  // The method, for example `voronka.crm.v1.DealService.MoveDeal`.
  std::string cause;
};

// One request being handled: its database connection (in a transaction if it writes), who asks and why.
class Session {
 public:
  // Read-only.
  Session(const SessionContext& session_context, storage::Connection& connection, const Caller& who, const Origin& why)
      : db(connection), caller(who), origin(why), session_context_(session_context) {}
  // Reads and writes.
  Session(const SessionContext& session_context, storage::Transaction& transaction, const Caller& who,
          const Origin& why)
      : db(transaction.db), caller(who), origin(why), session_context_(session_context), transaction_(&transaction) {}
  // The same session for another caller: a call that names no account may learn which account it is about.
  Session(Session& same, const Caller& who)
      : db(same.db),
        caller(who),
        origin(same.origin),
        session_context_(same.session_context_),
        transaction_(same.transaction_) {}
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  storage::Connection& db;
  const Caller& caller;
  const Origin& origin;

  int64_t account_id() const { return caller.account_id; }
  // The process's clock, corrected to the database's: microseconds since 1970 UTC. Deadlines are compared with a time
  // that is read from the database itself.
  int64_t Now() const { return session_context_.clock.NowMicros(); }
  // A number that nothing else of this `kind` in the account has or will ever have.
  int64_t NextId(std::string_view kind, storage::Numbering numbering = storage::Numbering::kForPeople) {
    return session_context_.ids.Next(account_id(), kind, numbering);
  }
  process::Random& random() { return session_context_.random; }

  void Announce(Announcement announcement);
  // Runs after the body and before the events are written; may throw.
  void BeforeCommit(std::function<void()> action) { writing().BeforeCommit(std::move(action)); }
  // Must not throw.
  void AfterCommit(std::function<void()> action) { writing().AfterCommit(std::move(action)); }
  // Commits what the session did and still answers the call with this error. Only for methods without a request_id: a
  // retry would get the stored answer instead.
  void FailAfterCommit(Error error);
  const std::optional<Error>& failure() const { return failure_; }

 private:
  storage::Transaction& writing();

  const SessionContext& session_context_;
  storage::Transaction* transaction_ = nullptr;
  std::optional<Error> failure_;
};

}  // namespace voronka::rpc
