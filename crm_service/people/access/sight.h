#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/field_set.pb.h"

namespace voronka::crm {

// Users whose records are meant; 0 among them: those that nobody has. In order, each once. Absent: everybody's.
using Owners = std::optional<std::vector<int64_t>>;

// Whose deals, contacts or companies a caller sees, by the user who is responsible.
class Sight {
 public:
  // Everybody's.
  Sight() = default;
  explicit Sight(std::vector<int64_t> owners);

  bool is_whole() const { return !owners_; }
  const Owners& owners() const { return owners_; }
  bool Covers(int64_t owner) const;
  // Those that a request for one user's records may be told of; 0: nobody's; absent: all that are seen.
  Owners Among(std::optional<int64_t> asked) const;

 private:
  Owners owners_;
};

// Of a caller, as the account's settings and its teams are now. Nothing is read for those who always see everything.
Sight SightOf(storage::Connection& db, const rpc::Caller& caller, v1::Entity entity);
Sight SightOf(rpc::Session& session, v1::Entity entity);

// Whether some role of the account does not see every record of the kind, so that what is written for somebody else to
// read must not tell of it.
bool IsLimitedForSome(rpc::Session& session, v1::Entity entity);

// Adds ` AND column IN (…)` and its values to a statement; nothing for everybody's. Nobody at all: ` AND 0 = 1`.
void AddOwners(const Owners& owners, const std::string& column, std::string& sql, std::vector<storage::Value>& values);

}  // namespace voronka::crm
